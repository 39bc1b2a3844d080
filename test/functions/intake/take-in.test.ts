import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../../shared/calendar/day.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import { listing } from '../../shared/builders.ts';
import { type Embedded, startEmbedded } from '../../shared/store/embedded.ts';
import { uploadOf } from '../../shared/uploads.ts';
import { EARLIER, freshWorld, sha256, trackerOf, type World } from './intake-world.ts';

const TRACKER = trackerOf(
  'A81001,2022-11-15,EMIS,2022-10-31,',
  'A81002,2022-11-15,,,2022-11-01',
  'A81002,2022-11-15,,,31/02/2022',
);
const received = (day: string) => ({ receivedAt: instant(`${day}T09:00:00Z`) });

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

const take = (uploadId: string) => world.take(uploadId);

/** Puts practices into the register, as an earlier upload that was committed and indexed. */
async function registered(...codes: string[]) {
  const facts = codes.map((code) => listing({ code, receivedAt: EARLIER, uploadId: 'register' }));
  await world.deps().ledger.commit(uploadOf({ uploadId: 'register', receivedAt: EARLIER }), facts);
  await world.deps().index.add(facts);
}

describe('taking in an upload', () => {
  test('commits and indexes the good rows, keeps a receipt, tells of the practices', async () => {
    const id = await world.arrives(TRACKER, received('2022-11-16'));
    const receipt = await take(id);
    expect(receipt).toMatchObject({ kind: 'status-return', rows: 3, accepted: 2, rejected: 1 });
    expect(receipt).toMatchObject({ facts: 2, practices: 2, unchanged: 0, refused: false });
    const left = await world.left(id, ['A81001', 'A81002']);
    expect(left.ledger.map((fact) => [fact.practice, fact.kind])).toEqual([
      ['A81001', 'pause-letter'],
      ['A81002', 'plan'],
    ]);
    expect(left.index.flat()).toEqual(left.ledger);
    expect(left.receipt).toEqual(receipt);
    expect(left.told).toEqual(['A81001', 'A81002']);
  });

  test('the same file again writes nothing to the ledger and tells nobody', async () => {
    await take(await world.arrives(TRACKER, received('2022-11-16')));
    const again = await world.arrives(TRACKER, { uploadId: 'up-2', ...received('2022-11-17') });
    expect(await take(again)).toMatchObject({ accepted: 0, unchanged: 2, rejected: 1, facts: 0 });
    const left = await world.left(again, ['A81001', 'A81002']);
    expect(left.objects).toEqual(['evidence/facts/up-1.ndjson.gz']);
    expect(left.index.flat()).toHaveLength(2);
    expect(world.sent).toHaveLength(1);
  });

  test('a register file tells of English GP practices, and of codes that are known otherwise', async () => {
    const row = (code: string, setting: string) => {
      const cells = Array.from({ length: 27 }, () => '');
      Object.assign(cells, { 0: code, 1: 'THE SURGERY', 2: 'Y63', 3: 'QHM', 10: '19740401' });
      Object.assign(cells, { 12: 'A', 13: 'B', 14: '16C', 21: '0', 25: setting });
      return cells.map((cell) => `"${cell}"`).join(',');
    };
    await take(await world.arrives(TRACKER, received('2022-11-16')));
    const register = [row('A81001', '8'), row('A81003', '4'), row('A81004', '8')].join('\n');
    const id = await world.arrives(register, {
      uploadId: 'up-2',
      sender: { role: 'national' },
      ...received('2022-11-17'),
    });
    expect(await take(id)).toMatchObject({ accepted: 3, facts: 3 });
    expect(world.sent.at(-1)).toEqual(['A81001', 'A81003']);
  });

  test('the same values said at a later date are kept', async () => {
    await take(await world.arrives(TRACKER, received('2022-11-16')));
    const later = TRACKER.replaceAll('2022-11-15', '2022-12-15');
    const again = await world.arrives(later, { uploadId: 'up-2', ...received('2022-12-16') });
    expect(await take(again)).toMatchObject({ accepted: 2, facts: 2 });
  });

  test('the same file with an earlier receipt (history loaded late) is new', async () => {
    await take(await world.arrives(TRACKER, received('2022-11-18')));
    const earlier = await world.arrives(TRACKER, { uploadId: 'up-0', ...received('2022-11-16') });
    expect(await take(earlier)).toMatchObject({ accepted: 2, unchanged: 0 });
  });

  test('more than a hundred practices are set against the whole ledger', async () => {
    const codes = Array.from({ length: 120 }, (_, n) => `B8${String(n).padStart(4, '0')}`);
    const csv = trackerOf(...codes.map((code) => `${code},2022-11-15,EMIS,2022-10-31,`));
    await take(await world.arrives(csv, received('2022-11-16')));
    const again = await world.arrives(csv, { uploadId: 'up-2', ...received('2022-11-17') });
    expect(await take(again)).toMatchObject({ rows: 120, unchanged: 120, facts: 0 });
  });

  test('an upload that nobody announced is an error', async () => {
    await world.quarantine.putIfAbsent('stray', Buffer.from(TRACKER));
    await expect(take('stray')).rejects.toThrow('nobody announced upload stray');
  });

  test('an announced upload without its object is an error', async () => {
    await world.deps().work.announce(uploadOf());
    await expect(take('up-1')).rejects.toThrow(/object of upload up-1 is not there/);
  });

  test('a file other than the one announced is refused, and nothing of it counts', async () => {
    const id = await world.arrives(TRACKER, { sha256: sha256('another file') });
    const receipt = await take(id);
    expect(receipt).toMatchObject({ refused: true, rows: 0, facts: 0 });
    expect(receipt.problems[0]!.problem).toMatch(/not the one that was announced/);
    expect((await world.left(id, [])).objects).toEqual([]);
  });

  test('a refused file leaves a receipt and no fact', async () => {
    const id = await world.arrives('no,such\nheader,here\n');
    expect(await take(id)).toMatchObject({ refused: true, accepted: 0, facts: 0 });
    expect(await world.left(id, [])).toMatchObject({ objects: [], told: [] });
  });
});

describe('a practice that the register does not know', () => {
  const warned = (receipt: { warnings: readonly { row: number }[] }) =>
    receipt.warnings.map((warning) => warning.row);

  test('is kept with a warning', async () => {
    await registered('A81001');
    const receipt = await take(await world.arrives(TRACKER, received('2022-11-16')));
    expect(receipt).toMatchObject({ accepted: 2 });
    expect(warned(receipt)).toContain(3);
    expect(warned(receipt)).not.toContain(2);
  });

  test('is warned of even when it is alone in the file', async () => {
    await registered('A81001');
    const alone = trackerOf('A81009,2022-11-15,EMIS,2022-10-31,');
    expect(warned(await take(await world.arrives(alone, received('2022-11-16'))))).toContain(2);
  });

  test('is warned of in a large file, and the others are not', async () => {
    const codes = Array.from({ length: 1500 }, (_, n) => `B8${String(n).padStart(4, '0')}`);
    const csv = trackerOf(...codes.map((code) => `${code},2022-11-15,EMIS,2022-10-31,2022-11-01`));
    await registered(...codes.slice(1));
    const receipt = await take(await world.arrives(csv, received('2022-11-16')));
    expect(receipt).toMatchObject({ rows: 1500, accepted: 1500 });
    expect(warned(receipt)).toEqual([2]);
  });

  test('is warned of while there is no register at all', async () => {
    expect(warned(await take(await world.arrives(TRACKER, received('2022-11-16'))))).toContain(2);
  });

  test('once registered brings none', async () => {
    await registered('A81001', 'A81002');
    expect((await take(await world.arrives(TRACKER, received('2022-11-16')))).warnings).toEqual([]);
  });
});

test('two deliveries of one upload at the same time leave what one would', async () => {
  const id = await world.arrives(TRACKER, received('2022-11-16'));
  const [one, other] = await Promise.all([take(id), take(id)]);
  expect(other).toEqual(one);
  const { ledger, index } = await world.left(id, ['A81001', 'A81002']);
  expect(ledger).toHaveLength(2);
  expect(index.flat()).toEqual(ledger);
  expect(await world.deps().index.of('A81001' as PracticeCode)).toHaveLength(1);
});
