import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommitActDeps, commitAct } from '../../../functions/intake/commit-act.ts';
import { instant } from '../../../shared/calendar/day.ts';
import { reviewOf } from '../../../shared/intake/acts/review.ts';
import { dpia, listing } from '../../shared/builders.ts';
import { done, ICB } from '../../shared/intake/acts/acted.ts';
import { type Embedded, startEmbedded } from '../../shared/store/embedded.ts';
import { uploadOf } from '../../shared/uploads.ts';
import { freshWorld, type World } from './intake-world.ts';

const BEFORE = [listing({ uploadId: 'up-1' }), dpia({ uploadId: 'up-1' })];
const REVIEW = done(
  reviewOf(
    {
      ...{ of: 'up-1', receipt: null, judgement: 'unsigned', note: 'page 4 is blank' },
      ...{ sender: ICB, receivedAt: instant('2023-09-01T09:00:00Z') },
    },
    BEFORE,
  ),
);

/** Lets the n-th call to a store, and all after it, fail: before the store hears of it or after. */
function crashing(deps: CommitActDeps, at: number, when: 'before' | 'after') {
  let calls = 0;
  const guard = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(target, name) {
        const call = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          calls += 1;
          if (calls > at || (calls === at && when === 'before')) throw new Error('crash');
          const answer = await call.apply(target, args);
          if (calls === at) throw new Error('crash');
          return answer;
        };
      },
    });
  const { originals, ledger, index, work, messages } = deps;
  const stores = { originals, ledger, index, work, messages };
  const guarded = Object.entries(stores).map(([name, store]) => [name, guard(store)]);
  return { deps: Object.fromEntries(guarded) as CommitActDeps, calls: () => calls };
}

let dynamo: Embedded;
beforeAll(async () => {
  dynamo = await startEmbedded();
});
afterAll(() => dynamo.stop());

async function worldBefore(): Promise<World> {
  const world = await freshWorld(dynamo);
  await world.deps().ledger.commit(uploadOf(), BEFORE);
  await world.deps().index.add(BEFORE);
  return world;
}

const leftOf = (world: World) => world.left(REVIEW.upload.uploadId, ['A81001']);

describe('committing an act', () => {
  test('keeps the original by its hash, commits, indexes, leaves a receipt and tells of the practice', async () => {
    const world = await worldBefore();
    expect(await commitAct(world.deps(), REVIEW)).toEqual(REVIEW.receipt);
    const left = await leftOf(world);
    expect(left.originals).toEqual([`evidence/originals/${REVIEW.upload.sha256}`]);
    expect(await world.deps().originals.get(REVIEW.upload.sha256)).toEqual(
      Buffer.from(REVIEW.bytes),
    );
    expect(left.waiting).toEqual([]);
    expect(left.ledger.filter(({ kind }) => kind === 'review')).toEqual(REVIEW.facts);
    expect(left.index[0]).toHaveLength(3);
    expect(left.receipt).toEqual(REVIEW.receipt);
    expect(left.told).toEqual(['A81001']);
    expect(await world.deps().work.announcement(REVIEW.upload.uploadId)).toEqual(REVIEW.upload);
    await world.remove();
  });

  test('stopped at any call to a store is healed by running again', async () => {
    const whole = await worldBefore();
    const counted = crashing(whole.deps(), Number.POSITIVE_INFINITY, 'before');
    await commitAct(counted.deps, REVIEW);
    const expected = await leftOf(whole);
    expect(counted.calls()).toBe(6);
    for (let at = 1; at <= counted.calls(); at += 1) {
      for (const when of ['before', 'after'] as const) {
        const world = await worldBefore();
        const stopped = commitAct(crashing(world.deps(), at, when).deps, REVIEW);
        await expect(stopped, `stopped ${when} call ${at}`).rejects.toThrow('crash');
        await commitAct(world.deps(), REVIEW);
        expect(await leftOf(world), `stopped ${when} call ${at}`).toEqual(expected);
        await world.remove();
      }
    }
    await whole.remove();
  });

  test('that adds nothing leaves its original and a receipt, and nothing in the ledger', async () => {
    const world = await worldBefore();
    await commitAct(world.deps(), REVIEW);
    const again = done(
      reviewOf(
        {
          ...{ of: 'up-1', receipt: null, judgement: 'unsigned', note: 'still blank' },
          ...{ sender: ICB, receivedAt: instant('2023-09-08T09:00:00Z') },
        },
        await world.deps().ledger.all(),
      ),
    );
    await commitAct(world.deps(), again);
    const left = await world.left(again.upload.uploadId, []);
    expect(left.objects).toHaveLength(2);
    expect(left.originals).toHaveLength(2);
    expect(left.receipt).toMatchObject({ unchanged: 1, facts: 0 });
    expect(world.sent).toHaveLength(1);
    await world.remove();
  });

  test('of an original that was erased is refused, and nothing of it counts', async () => {
    const world = await worldBefore();
    const { sha256 } = REVIEW.upload;
    const erasedAt = instant('2023-08-01T09:00:00Z');
    await world.erasure.erase({ sha256, erasedAt, reason: 'asked for' });
    await expect(commitAct(world.deps(), REVIEW)).rejects.toThrow(/was erased/);
    expect((await leftOf(world)).objects).toHaveLength(1);
    await world.remove();
  });
});
