import { describe, expect, test } from 'vitest';
import { receiptLine, receiptPage } from '../../local/receipt-page.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import type { StateChange, StateInShort } from '../../shared/state/changed-by.ts';
import { receiptOf } from '../shared/uploads.ts';

const problem = (row: number, over: object = {}) => ({
  row,
  column: 'plan_date',
  found: '31/02/2023',
  problem: 'plan_date is no day',
  remedy: 'Write a day, such as 04/03/2023.',
  ...over,
});

describe('a receipt as people read it', () => {
  test('says who sent what and when, whether it was scanned, and what was counted', () => {
    const page = receiptPage(receiptOf({ scan: 'clean', problems: [], warnings: [] }));
    expect(page.split('\n')).toEqual([
      'return.csv: status-return',
      '  Upload up-1, received on 1 June 2022 from ICB QHM',
      expect.stringMatching(/^ {2}SHA-256 [0-9a-f]{64}$/),
      '  Malware scan: no threats found',
      '  3 rows = 1 accepted + 1 unchanged + 0 duplicate + 1 rejected',
      '  2 new facts about 1 practice',
    ]);
  });

  test('the same trouble in many rows is one line, with its first rows and how many more', () => {
    const problems = [9, 3, 4, 5, 6, 7, 8].map((row) => problem(row));
    expect(receiptPage(receiptOf({ problems }))).toContain(
      '  7 problems:\n    rows 3, 4, 5, 6, 7 and 2 more, plan_date: plan_date is no day (found "31/02/2023"). Write a day, such as 04/03/2023.\n',
    );
  });

  test('where the rows differ in what they hold, the first is told', () => {
    const problems = ['1 May 2030', '2 May 2030'].map((day, at) =>
      problem(at + 2, { problem: `plan_date is in the future: ${day}`, found: null }),
    );
    expect(receiptPage(receiptOf({ problems }))).toContain(
      '    rows 2, 3, plan_date; row 2: plan_date is in the future: 1 May 2030. Write',
    );
  });

  test('the worst comes first', () => {
    const problems = [problem(2, { problem: 'rare' }), problem(3), problem(4)];
    const page = receiptPage(receiptOf({ problems }));
    expect(page.indexOf('plan_date is no day')).toBeLessThan(page.indexOf('rare'));
    expect(page.indexOf('rare')).toBeLessThan(page.indexOf('not in the register'));
  });

  test('a warning that names its rows has them once', () => {
    const warning = 'n/a was read as empty (also in rows 3, 4)';
    const page = receiptPage(receiptOf({ warnings: [{ row: 2, column: 'comment', warning }] }));
    expect(page).toContain('    rows 2, 3, 4, comment: n/a was read as empty.');
  });

  test('at most twenty lines of a kind', () => {
    const problems = Array.from({ length: 25 }, (_, at) => problem(at + 2, { column: `c${at}` }));
    expect(receiptPage(receiptOf({ problems }))).toContain(
      '    and 5 more; --format json or csv gives all of them',
    );
  });

  test('what was found in a document stands above what is wrong with it', () => {
    const point = { point: 'a target date', says: null, needed: true };
    const checklist = {
      document: 'plan' as const,
      points: [{ ...point, found: true, at: { page: 2 } }],
      untouchedTemplate: false,
    };
    const page = receiptPage(receiptOf({ kind: 'plan', checklist }));
    expect(page).toMatch(/Checklist of the plan.*a target date \(page 2\).*1 problem:/s);
  });

  test('what is said of the whole file has no row', () => {
    const refused = problem(0, { column: null, found: null, problem: 'the file is empty' });
    const page = receiptPage(receiptOf({ refused: true, problems: [refused], warnings: [] }), []);
    expect(page).toContain('    the file: the file is empty. Write');
    expect(page).toContain('  Nothing in it was taken in.');
    expect(page).not.toContain('state');
  });
});

const state = (status: StateInShort['status'], over: Partial<StateInShort> = {}) => ({
  status,
  towards: null,
  labels: [],
  signals: [],
  ...over,
});
const change = (at: number, over: Partial<StateChange> = {}): StateChange => ({
  practice: `A8${1000 + at}` as PracticeCode,
  name: 'THE SURGERY',
  from: state('no-evidence'),
  to: state('live'),
  ...over,
});

describe('what an upload changed', () => {
  const page = (...changes: readonly StateChange[]) => receiptPage(receiptOf(), changes);

  test('nothing', () => {
    expect(page()).toContain("\n  No practice's state changed because of it.");
  });

  test('one practice, by name', () => {
    expect(page(change(1))).toContain(
      '\n  It changed the state of 1 practice:\n    A81001  THE SURGERY: no evidence -> live',
    );
  });

  test('several: how many by what to what, the most first, then each', () => {
    const lost = change(3, { from: state('incomplete', { towards: 'plan' }), to: state('live') });
    expect(page(change(1), change(2), lost)).toContain(
      [
        '  It changed the state of 3 practices:',
        '    2 practices: no evidence -> live',
        '    1 practice: incomplete, towards plan -> live',
        '    A81001  THE SURGERY: no evidence -> live',
      ].join('\n'),
    );
  });

  test.each([
    [
      { from: state('live'), to: state('live', { signals: ['stop-requested'] }) },
      'live; now stop requested',
    ],
    [
      { from: state('incomplete', { signals: ['plan-lapsed'] }), to: state('working-towards') },
      'incomplete -> working towards; no longer plan lapsed',
    ],
    [{ name: null, from: null }, 'A81001: nothing known -> live'],
    [{ to: null }, 'no evidence -> nothing known'],
  ])('%j', (over, says) => {
    expect(page(change(1, over as Partial<StateChange>))).toContain(says);
  });

  test('the first twenty by name, and how many more', () => {
    const text = page(...Array.from({ length: 30 }, (_, at) => change(at)));
    expect(text.match(/THE SURGERY/g)).toHaveLength(20);
    expect(text).toContain('    and 10 practices more; --format json names all of them');
  });
});

test('one line for a list', () => {
  expect(receiptLine(receiptOf())).toBe(
    'up-1  ICB QHM  status-return  3 rows, 1 rejected, 2 new facts  return.csv',
  );
});
