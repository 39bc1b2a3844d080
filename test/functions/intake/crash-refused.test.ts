import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Scanned } from '../../../functions/intake/take-in.ts';
import { instant } from '../../../shared/calendar/day.ts';
import type { Upload } from '../../../shared/intake/receipt/receipt.ts';
import { type Embedded, startEmbedded } from '../../shared/store/embedded.ts';
import { crashing, NEVER } from './crashing.ts';
import { freshWorld, sha256, trackerOf, type World } from './intake-world.ts';

const TRACKER = trackerOf('A81001,2022-05-15,EMIS,2022-04-30,');
const NUMBER = ['943', '476', '5919'].join(' ');
const ERASED = { erasedAt: instant('2022-05-20T09:00:00Z'), reason: 'a name in a comment' };

type Story = {
  readonly why: string;
  readonly file?: string;
  readonly over?: Partial<Upload>;
  readonly scan?: Scanned['scan'];
  readonly isErased?: true;
  readonly refused?: false;
};

/** Each way in which nothing of a file is kept. */
const STORIES: readonly Story[] = [
  { why: 'a threat', scan: 'threat' },
  { why: 'a scan that failed', scan: 'failed' },
  { why: 'patient data', file: `${TRACKER}${NUMBER}\n`, over: { fileName: 'Smith J.csv' } },
  { why: 'patient data in its name', over: { fileName: '(withheld)' } },
  { why: 'another file than was announced', over: { sha256: sha256('another') } },
  { why: 'an erasure before', isErased: true },
  { why: 'bytes that nobody can open', file: 'PK\u0003\u0004 cut short' },
  { why: 'an unknown header', file: 'no,such\nheader,here\n' },
  { why: 'rows of which none is good', file: trackerOf('nonsense,,,,'), refused: false },
];

let dynamo: Embedded;
beforeAll(async () => {
  dynamo = await startEmbedded();
});
afterAll(() => dynamo.stop());

async function waiting({ file = TRACKER, over = {}, isErased }: Story) {
  const world = await freshWorld(dynamo);
  if (isErased) await world.erasure.erase({ ...ERASED, sha256: sha256(file) });
  return { world, id: await world.arrives(file, over) };
}

async function leftOf(world: World, id: string) {
  return {
    ...(await world.left(id, ['A81001'])),
    announced: await world.deps().work.announcement(id),
    // The officer may be told twice; what is told is the same.
    notices: [...new Set(world.notices.map((notice) => JSON.stringify(notice)))],
  };
}

describe('a refusal that stops at any call to a store', () => {
  test.each(STORIES)(
    '$why: nothing is kept meanwhile, and the second run ends it',
    async (story) => {
      const { scan = 'clean', refused = true } = story;
      const whole = await waiting(story);
      const counted = crashing(whole.world.deps(), NEVER);
      await whole.world.take(whole.id, { scan, deps: counted.deps });
      const expected = await leftOf(whole.world, whole.id);
      const nothing = { ledger: [], objects: [], originals: [] };
      expect(expected).toMatchObject({ ...nothing, receipt: { refused, facts: 0 }, waiting: [] });
      await whole.world.remove();

      for (let at = 1; at <= counted.calls(); at += 1) {
        for (const when of ['before', 'after'] as const) {
          const { world, id } = await waiting(story);
          const { deps } = crashing(world.deps(), { at, when });
          await expect(world.take(id, { scan, deps })).rejects.toThrow('crash');
          expect(await leftOf(world, id), `stopped ${when} call ${at}`).toMatchObject(nothing);
          await world.take(id, { scan });
          expect(await leftOf(world, id), `stopped ${when} call ${at}`).toEqual(expected);
          await world.remove();
        }
      }
    },
  );

  test.each(STORIES)('$why: sixteen deliveries at once end the same', async (story) => {
    const { scan = 'clean' } = story;
    const { world, id } = await waiting(story);
    const all = Array.from({ length: 16 }, () => world.take(id, { scan }));
    const receipts = await Promise.all(all);
    for (const receipt of receipts) expect(receipt).toEqual(receipts[0]);
    const left = await leftOf(world, id);
    expect(left).toMatchObject({ ledger: [], objects: [], originals: [], waiting: [] });
    expect(left.notices.length).toBeLessThanOrEqual(1);
    await world.remove();
  });
});

describe('what comes between a crash and the second run', () => {
  let world: World;
  beforeEach(async () => {
    world = await freshWorld(dynamo);
  });
  afterEach(() => world.remove());

  /** The run ends when all is done but emptying the quarantine. */
  const unremoved = () => {
    const deps = world.deps();
    const remove = () => Promise.reject(new Error('crash'));
    return { ...deps, quarantine: { ...deps.quarantine, remove } };
  };

  test.each(['threat', 'failed'] as const)(
    'a verdict "clean" after "%s" on the same object: the refusal stands, nothing is kept',
    async (scan) => {
      const id = await world.arrives(TRACKER);
      await expect(world.take(id, { scan, deps: unremoved() })).rejects.toThrow('crash');
      expect(await world.take(id)).toMatchObject({ refused: true, scan });
      const kept = { ledger: [], originals: [], waiting: [], told: [] };
      expect(await world.left(id, [])).toMatchObject(kept);
    },
  );

  test('a verdict "threat" after "clean" changes no receipt and takes nothing back', async () => {
    const id = await world.arrives(TRACKER);
    await expect(world.take(id, { deps: unremoved() })).rejects.toThrow('crash');
    expect(await world.take(id, { scan: 'threat' })).toMatchObject({ refused: false, accepted: 1 });
    expect(await world.left(id, [])).toMatchObject({ waiting: [], told: ['A81001'] });
  });

  test('an erasure of the same original: what was committed keeps its receipt and reaches the index', async () => {
    const id = await world.arrives(TRACKER);
    const { index } = world.deps();
    const add = () => Promise.reject(new Error('crash'));
    const deps = { ...world.deps(), index: { ...index, add } };
    await expect(world.take(id, { deps })).rejects.toThrow('crash');
    await world.erasure.erase({ ...ERASED, sha256: sha256(TRACKER) });
    expect(await world.take(id)).toMatchObject({ refused: false, accepted: 1, facts: 1 });
    const left = await world.left(id, ['A81001']);
    expect(left).toMatchObject({ originals: [], waiting: [], told: ['A81001'] });
    expect(left.index.flat()).toHaveLength(1);
  });
});
