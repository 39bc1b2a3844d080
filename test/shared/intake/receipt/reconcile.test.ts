import { describe, expect, test } from 'vitest';
import { instant } from '../../../../shared/calendar/day.ts';
import type { Fact, Sender } from '../../../../shared/evidence/fact.ts';
import { factFrom } from '../../../../shared/evidence/statements-to-facts.ts';
import type { Problem } from '../../../../shared/intake/read-result.ts';
import { reconcile, reconcileCommitted } from '../../../../shared/intake/receipt/reconcile.ts';
import { declared, extract, letter, plan, retractionOf } from '../../builders.ts';
import { fileSaying, statementOf, uploadOf } from '../../uploads.ts';

const upload = uploadOf({ uploadId: 'now', receivedAt: instant('2023-01-01T09:00:00Z') });
const sender: Sender = upload.sender;

/** What `fact` says, as known from another upload, received on a day. */
function saidOn(day: string, fact: Fact, uploadId = `on-${day}`): Fact {
  const receivedAt = instant(`${day}T09:00:00Z`);
  return factFrom(statementOf(fact), uploadOf({ uploadId, receivedAt }));
}

const problem = (row: number): Problem => ({
  row,
  column: 'plan_date',
  found: null,
  problem: 'not a day',
  remedy: 'write it as 2023-12-04',
});

describe('a row', () => {
  test.each<{ case: string; known: Fact[]; is: 'accepted' | 'unchanged' }>([
    { case: 'never said before', known: [], is: 'accepted' },
    { case: 'said before', known: [saidOn('2022-12-01', letter())], is: 'unchanged' },
    {
      case: 'said at the same moment by another upload',
      known: [saidOn('2023-01-01', letter())],
      is: 'unchanged',
    },
    {
      case: 'known only from a later receipt (the earliest counts)',
      known: [saidOn('2023-02-01', letter())],
      is: 'accepted',
    },
    {
      case: 'that this very upload added before a crash',
      known: [saidOn('2023-01-01', letter(), 'now')],
      is: 'accepted',
    },
    {
      case: 'retracted since',
      known: [
        saidOn('2022-12-01', letter()),
        retractionOf(saidOn('2022-12-01', letter()), {
          receivedAt: '2022-12-15T09:00:00Z',
          sender,
        }),
      ],
      is: 'accepted',
    },
    {
      case: 'whose retraction is received later',
      known: [
        saidOn('2022-12-01', letter()),
        retractionOf(saidOn('2022-12-01', letter()), {
          receivedAt: '2023-02-01T09:00:00Z',
          sender,
        }),
      ],
      is: 'unchanged',
    },
    {
      case: 'said once more after its retraction',
      known: [
        saidOn('2022-12-01', letter()),
        retractionOf(saidOn('2022-12-01', letter()), {
          receivedAt: '2022-12-05T09:00:00Z',
          sender,
        }),
        saidOn('2022-12-10', letter()),
      ],
      is: 'unchanged',
    },
    {
      case: 'of which one statement of two is new',
      known: [saidOn('2022-12-01', letter())],
      is: 'accepted',
    },
  ])('$case is $is', ({ case: what, known, is }) => {
    const row = what.includes('one statement of two') ? [letter(), plan()] : [letter()];
    const { receipt, newFacts } = reconcile({ read: fileSaying([row]), upload, known });
    expect(receipt).toMatchObject({ rows: 1, accepted: 0, unchanged: 0, [is]: 1 });
    expect(newFacts).toHaveLength(is === 'accepted' ? 1 : 0);
    expect(receipt.facts).toBe(newFacts.length);
  });

  test('said by another sender is new', () => {
    const elsewhere = factFrom(statementOf(letter()), uploadOf({ sender: { role: 'practice' } }));
    const { receipt } = reconcile({ read: fileSaying([[letter()]]), upload, known: [elsewhere] });
    expect(receipt.accepted).toBe(1);
  });
});

describe('a row about a day of which its sender has spoken before', () => {
  const asAt = '2022-12-20';
  const row = (over: object) => extract({ asAt, ...over });
  const july = { scheduledOn: '2023-07-10' };
  const off = row({ on: false });
  const booked = row({ on: false, ...july });
  const on = row({ on: true });
  const from = (facts: readonly Fact[], day: string) => facts.map((fact) => saidOn(day, fact));

  test.each<{ case: string; known: Fact[]; row: Fact[]; facts: number }>([
    { case: 'said the same', known: from(booked, '2022-12-21'), row: booked, facts: 0 },
    { case: 'said otherwise', known: from(on, '2022-12-21'), row: off, facts: 1 },
    {
      case: 'gave a booking that this row leaves out',
      known: from(booked, '2022-12-21'),
      row: off,
      facts: 1,
    },
    {
      case: 'gave the same booking beside another setting: the row is written down whole',
      known: from(row({ on: true, ...july }), '2022-12-21'),
      row: booked,
      facts: 2,
    },
    {
      case: 'said this, and otherwise since',
      known: [...from(off, '2022-12-21'), ...from(on, '2022-12-22')],
      row: off,
      facts: 1,
    },
    {
      case: 'said otherwise, and this since',
      known: [...from(on, '2022-12-21'), ...from(off, '2022-12-22')],
      row: off,
      facts: 0,
    },
    {
      case: 'said otherwise later: this word was received in between',
      known: [...from(off, '2022-12-21'), ...from(on, '2023-02-01')],
      row: off,
      facts: 0,
    },
    {
      case: 'said this and more, which this row leaves empty',
      known: from(row({ on: false, onlineAccounts: 900 }), '2022-12-21'),
      row: off,
      facts: 0,
    },
  ])('where it $case: $facts facts', ({ known, row: said, facts }) => {
    const { receipt, newFacts } = reconcile({ read: fileSaying([said]), upload, known });
    expect(newFacts).toHaveLength(facts);
    expect(receipt).toMatchObject(facts > 0 ? { accepted: 1 } : { unchanged: 1 });
  });
});

describe('a receipt', () => {
  test('reconciles: rows = accepted + unchanged + duplicate + rejected', () => {
    const read = fileSaying([[letter()], [plan()]], {
      rows: 5,
      duplicates: [{ row: 4, of: 2 }],
      problems: [problem(5), problem(5), problem(6)],
    });
    const known = [saidOn('2022-12-01', plan())];
    const { receipt } = reconcile({ read, upload, known });
    expect(receipt).toMatchObject({
      rows: 5,
      accepted: 1,
      unchanged: 1,
      duplicate: 1,
      rejected: 2,
    });
    expect(receipt).toMatchObject({ facts: 1, practices: 1, refused: false });
    expect(receipt.problems).toHaveLength(3);
  });

  test('of a file that lost a row is not written', () => {
    const read = fileSaying([[letter()]], { rows: 2 });
    expect(() => reconcile({ read, upload, known: [] })).toThrow(/does not reconcile: 2 rows/);
  });

  test('of a refused file rejects every row and gives the reason first', () => {
    const refused = { ...problem(0), problem: 'a supplier extract from a practice' };
    const read = fileSaying([], { rows: 9, refused, problems: [problem(3)] });
    const { receipt, newFacts } = reconcile({ read, upload, known: [] });
    expect(receipt).toMatchObject({ rows: 9, rejected: 9, refused: true });
    expect(receipt.problems[0]).toEqual(refused);
    expect(newFacts).toEqual([]);
  });

  test('counts a statement that two rows make once', () => {
    const read = fileSaying([
      [letter(), plan()],
      [letter(), declared()],
    ]);
    const { receipt, newFacts } = reconcile({ read, upload, known: [] });
    expect(receipt).toMatchObject({ accepted: 2, facts: 3 });
    expect(newFacts.map((fact) => fact.source.row)).toEqual([2, 2, 3]);
  });

  test('counts the practices of which something new was said', () => {
    const rows = [[letter()], [letter({ code: 'A81002' })], [letter({ code: 'A81003' })]];
    const known = [saidOn('2022-12-01', letter())];
    expect(reconcile({ read: fileSaying(rows), upload, known }).receipt.practices).toBe(2);
  });

  test('worked out again from what was committed is the same, whatever is known since', () => {
    const read = fileSaying([[letter()], [plan()]]);
    const first = reconcile({ read, upload, known: [saidOn('2022-12-01', plan())] });
    const again = reconcileCommitted({ read, upload, committed: first.newFacts });
    expect(again).toEqual(first);
  });
});
