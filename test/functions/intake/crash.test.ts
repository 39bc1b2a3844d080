import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../../shared/calendar/day.ts';
import { type Embedded, startEmbedded } from '../../shared/store/embedded.ts';
import { crashing, NEVER } from './crashing.ts';
import { freshWorld, trackerOf, type World } from './intake-world.ts';

const PRACTICES = ['A81001', 'A81002'];
const BEFORE = trackerOf('A81002,2022-11-15,,,2022-11-01');
const TRACKER = trackerOf(
  'A81001,2022-11-15,EMIS,2022-10-31,',
  'A81002,2022-11-15,,,2022-11-01',
  'A81001,2022-11-15,EMIS,2022-10-31,',
  'nonsense,2022-11-15,,,2022-11-01',
);

/** A world in which one upload has been taken in before, and a second one waits. */
async function waiting(dynamo: Embedded): Promise<{ world: World; id: string }> {
  const world = await freshWorld(dynamo);
  const receivedAt = instant('2022-11-16T09:00:00Z');
  await world.take(await world.arrives(BEFORE, { uploadId: 'before', receivedAt }));
  const later = instant('2022-11-17T09:00:00Z');
  return { world, id: await world.arrives(TRACKER, { uploadId: 'up-1', receivedAt: later }) };
}

describe('a run that stops at any call to a store', () => {
  let dynamo: Embedded;
  beforeAll(async () => {
    dynamo = await startEmbedded();
  });
  afterAll(() => dynamo.stop());

  test('is healed by running again: same ledger, same index, same receipt, same practices told', async () => {
    const whole = await waiting(dynamo);
    const counted = crashing(whole.world.deps(), NEVER);
    await whole.world.take(whole.id, { deps: counted.deps });
    const expected = await whole.world.left(whole.id, PRACTICES);
    expect(expected.receipt).toMatchObject({ rows: 4, accepted: 1, unchanged: 1, duplicate: 1 });
    expect(expected.ledger).toHaveLength(2);
    expect(counted.calls()).toBeGreaterThanOrEqual(8);

    for (let at = 1; at <= counted.calls(); at += 1) {
      for (const when of ['before', 'after'] as const) {
        const { world, id } = await waiting(dynamo);
        const stopped = world.take(id, { deps: crashing(world.deps(), { at, when }).deps });
        await expect(stopped, `stopped ${when} call ${at}`).rejects.toThrow('crash');
        await world.take(id);
        const left = await world.left(id, PRACTICES);
        expect(left, `stopped ${when} call ${at}`).toEqual(expected);
        await world.take(id);
        expect(await world.left(id, PRACTICES)).toEqual(expected);
        await world.remove();
      }
    }
    await whole.world.remove();
  }, 60_000);

  test('keeps its receipt though the same was said by others between crash and second run', async () => {
    const { world, id } = await waiting(dynamo);
    const whole = await waiting(dynamo);
    const expected = await whole.world.take(whole.id);
    const deps = world.deps();
    const ledger = {
      ...deps.ledger,
      commit: async (...args: Parameters<typeof deps.ledger.commit>) => {
        await deps.ledger.commit(...args);
        throw new Error('crash');
      },
    };
    await expect(world.take(id, { deps: { ...deps, ledger } })).rejects.toThrow('crash');
    const receivedAt = instant('2022-11-16T12:00:00Z');
    await world.take(await world.arrives(TRACKER, { uploadId: 'other', receivedAt }));
    expect(await world.take(id)).toEqual(expected);
    await Promise.all([world.remove(), whole.world.remove()]);
  });
});
