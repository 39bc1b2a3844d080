import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../../shared/calendar/day.ts';
import type { Announcement } from '../../../shared/intake/receipt/receipt.ts';
import type { Quarantine } from '../../../shared/store/ports.ts';
import { type Embedded, startEmbedded } from '../../shared/store/embedded.ts';
import { uploadOf } from '../../shared/uploads.ts';
import { freshWorld, sha256, trackerOf, type World } from './intake-world.ts';

const TRACKER = trackerOf('A81001,2022-05-15,EMIS,2022-04-30,');
const NUMBER = ['943', '476', '5919'].join(' ');
const WITH_PATIENT = `${TRACKER.trimEnd()}\nA81002,2022-05-15,EMIS,2022-04-30,\n`.replace(
  'A81002,',
  `A81002 ${NUMBER},`,
);

let dynamo: Embedded;
let world: World;
beforeAll(async () => {
  dynamo = await startEmbedded();
});
beforeEach(async () => {
  world = await freshWorld(dynamo);
});
afterEach(() => world.remove());
afterAll(() => dynamo.stop());

const NOTHING_KEPT = { objects: [], originals: [], waiting: [], told: [] };

describe('a clean upload', () => {
  test('has its original kept under its hash, and leaves quarantine', async () => {
    await world.take(await world.arrives(TRACKER));
    expect(await world.left('up-1', [])).toMatchObject({
      originals: [`evidence/originals/${sha256(TRACKER)}`],
      waiting: [],
    });
    expect(Buffer.from((await world.deps().originals.get(sha256(TRACKER)))!).toString()).toBe(
      TRACKER,
    );
  });

  test('taken in before gives its receipt again, though its object is gone', async () => {
    const id = await world.arrives(TRACKER);
    const receipt = await world.take(id);
    expect(await world.take(id)).toEqual(receipt);
  });

  test('of which nothing is taken leaves no original', async () => {
    await world.take(await world.arrives('no,such\nheader,here\n'));
    expect(await world.left('up-1', [])).toMatchObject(NOTHING_KEPT);
  });

  test('that was only granted, not named by hash or time, has both from its object', async () => {
    const { sha256: _, ...said } = uploadOf();
    const granted: Announcement = { ...said, sha256: null, receivedAt: null };
    await world.deps().work.announce(granted);
    await world.quarantine.putIfAbsent('up-1', Buffer.from(TRACKER));
    const receipt = await world.take('up-1');
    expect(receipt).toMatchObject({ sha256: sha256(TRACKER), accepted: 1 });
    expect(receipt.receivedAt > instant('2025-01-01T00:00:00Z')).toBe(true);
  });
});

describe("the malware scan's verdict", () => {
  test.each([
    ['threat', /found a threat/],
    ['failed', /could not be scanned/],
  ] as const)('%s: refused, told why, not opened, not kept', async (scan, why) => {
    const open = () => Promise.reject(new Error('it was opened'));
    const id = await world.arrives(TRACKER);
    const receipt = await world.take(id, { scan, deps: { ...world.deps(), open } });
    expect(receipt).toMatchObject({ refused: true, scan, facts: 0 });
    expect(receipt.problems[0]!.problem).toMatch(why);
    expect(await world.left(id, [])).toMatchObject(NOTHING_KEPT);
  });

  test('none, on one machine: taken in, and the receipt says that no scan ran', async () => {
    const receipt = await world.take(await world.arrives(TRACKER), { scan: 'none' });
    expect(receipt).toMatchObject({ refused: false, scan: 'none', accepted: 1 });
  });
});

describe('patient data', () => {
  test('refuses the file whole: only its hash, kind and the place stay', async () => {
    const id = await world.arrives(WITH_PATIENT, { fileName: 'Smith J letter.csv' });
    const receipt = await world.take(id);
    expect(receipt).toMatchObject({ refused: true, rows: 0, facts: 0, kind: 'status-return' });
    expect(receipt).toMatchObject({ sha256: sha256(WITH_PATIENT), fileName: '(withheld)' });
    expect(receipt.patientData).toEqual({ what: 'an NHS number', where: expect.any(String) });
    expect(receipt.patientData!.where).toMatch(/row 3/);
    expect(await world.left(id, ['A81001'])).toMatchObject({ ...NOTHING_KEPT, ledger: [] });
    expect(await world.deps().work.announcement(id)).toMatchObject({ fileName: '(withheld)' });
  });

  test('is told to the information-governance officer without content', async () => {
    const id = await world.arrives(WITH_PATIENT, { fileName: 'Smith J letter.csv' });
    const receipt = await world.take(id);
    expect(world.notices).toHaveLength(1);
    expect(world.notices[0]).toMatchObject({ uploadId: id, hit: receipt.patientData });
    const said = JSON.stringify([world.notices, receipt, await world.deps().work.announcement(id)]);
    for (const part of ['943', '476', '5919', '9434765919', 'Smith']) {
      // A hash may hold any three digits.
      expect(said.replaceAll(receipt.sha256, '')).not.toContain(part);
    }
  });

  test('in a file name that was withheld refuses the upload', async () => {
    const receipt = await world.take(await world.arrives(TRACKER, { fileName: '(withheld)' }));
    expect(receipt).toMatchObject({ refused: true, patientData: { where: 'the file name' } });
    expect(await world.left('up-1', [])).toMatchObject(NOTHING_KEPT);
  });

  test('a clean file beside it is taken in', async () => {
    await world.take(await world.arrives(WITH_PATIENT));
    const clean = await world.arrives(TRACKER, { uploadId: 'up-2' });
    expect(await world.take(clean)).toMatchObject({ refused: false, accepted: 1 });
  });
});

test('a file that was erased before is not kept again', async () => {
  await world.take(await world.arrives(TRACKER));
  const erasedAt = instant('2022-07-01T09:00:00Z');
  await world.erasure.erase({ sha256: sha256(TRACKER), erasedAt, reason: 'a name in a comment' });
  const again = await world.arrives(TRACKER, { uploadId: 'up-2' });
  const receipt = await world.take(again);
  expect(receipt).toMatchObject({ refused: true, facts: 0 });
  expect(receipt.problems[0]!.problem).toMatch(/was erased/);
  expect(await world.left(again, [])).toMatchObject({ originals: [], waiting: [] });
});

describe('a second object for the same upload', () => {
  /** Quarantine as S3 keeps it: every object that came, by version. */
  function versions(...files: readonly string[]) {
    const kept = new Map(files.map((file, at) => [`v${at + 1}`, Buffer.from(file)]));
    const quarantine: Quarantine = {
      ...world.quarantine,
      async get(_, version) {
        const bytes = kept.get(version ?? `v${files.length}`);
        const modifiedAt = instant('2022-06-01T09:00:00Z');
        return bytes && { bytes, modifiedAt, version: version ?? `v${files.length}` };
      },
      async remove(_, version) {
        if (version === undefined) kept.clear();
        else kept.delete(version);
      },
    };
    return { kept, deps: { ...world.deps(), quarantine } };
  }

  test('does not count, whatever it holds: the one that came first does', async () => {
    const other = trackerOf('A81003,2022-05-15,TPP,2022-04-30,');
    const { kept, deps } = versions(TRACKER, other);
    await deps.work.announce({ ...uploadOf(), sha256: null });
    const first = await world.take('up-1', { version: 'v1', deps });
    expect(first).toMatchObject({ accepted: 1 });
    expect(await world.take('up-1', { version: 'v2', deps })).toBeUndefined();
    expect(await deps.work.receipt('up-1')).toEqual(first);
    expect([...kept.keys()]).toEqual([]);
    const { ledger } = await world.left('up-1', []);
    expect(ledger.map((fact) => fact.practice)).toEqual(['A81001']);
  });

  test('the version that was scanned is the one that is read', async () => {
    const { deps } = versions(TRACKER, 'rubbish put over it');
    await deps.work.announce({ ...uploadOf(), sha256: null });
    expect(await world.take('up-1', { version: 'v1', deps })).toMatchObject({ accepted: 1 });
  });
});

test('sixteen deliveries at once leave one set of facts and one receipt', async () => {
  const id = await world.arrives(TRACKER);
  const receipts = await Promise.all(Array.from({ length: 16 }, () => world.take(id)));
  for (const receipt of receipts) expect(receipt).toEqual(receipts[0]);
  const left = await world.left(id, ['A81001']);
  expect(left.ledger).toHaveLength(1);
  expect(left.index.flat()).toHaveLength(1);
  expect(left.waiting).toEqual([]);
});
