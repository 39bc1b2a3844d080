import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem, Warning } from '../../../../shared/intake/read-result.ts';
import { alsoInRows, rowsOf } from '../../../../shared/intake/receipt/also-in-rows.ts';
import { troublesOf, worstFirst } from '../../../../shared/intake/receipt/worst-first.ts';
import { receiptOf } from '../../uploads.ts';

const problem = (row: number, text: string, column: string | null = null): Problem => ({
  row,
  column,
  found: null,
  problem: text,
  remedy: 'mend it, such as so',
});
const warning = (row: number, text: string): Warning => ({ row, column: null, warning: text });
const of = (problems: readonly Problem[], warnings: readonly Warning[] = [], refused = false) =>
  receiptOf({ problems, warnings, refused });

describe('worst first', () => {
  test('the file, then rows, then what costs nothing', () => {
    const receipt = of(
      [problem(1, 'a column is missing'), problem(3, 'bad')],
      [warning(2, 'odd'), warning(4, 'odd')],
      true,
    );
    expect(troublesOf(receipt).map(({ costs, count }) => [costs, count])).toEqual([
      ['the file', 1],
      ['the row', 1],
      ['nothing', 2],
    ]);
  });

  test('of what costs a row, that which hits most rows; then that which stands first', () => {
    const receipt = of([
      problem(2, 'c'),
      problem(3, 'b'),
      problem(4, 'a'),
      problem(5, 'a'),
      problem(6, 'b'),
      problem(7, 'a'),
    ]);
    const order = troublesOf(receipt).map(({ said, rows }) => [(said[0] as Problem).problem, rows]);
    expect(order).toEqual([
      ['a', [4, 5, 7]],
      ['b', [3, 6]],
      ['c', [2]],
    ]);
  });

  test.each([
    ['days', 'plan_date has no 31 February 2023', 'plan_date has no 30 February 2022'],
    ['codes', 'A89999 is not in the register yet: kept', 'B81234 is not in the register yet: kept'],
    ['counts', 'x (900) is above y (800)', 'x (1,200) is above y (7)'],
    ['what follows a colon', 'is in the future: 1 May 2030', 'is in the future: 2 June 2031'],
  ])('one trouble, whatever its %s', (_, one, other) => {
    expect(troublesOf(of([problem(2, one), problem(3, other)]))).toHaveLength(1);
  });

  test('another column is another trouble', () => {
    expect(troublesOf(of([problem(2, 'bad', 'a'), problem(2, 'bad', 'b')]))).toHaveLength(2);
  });

  test('a warning that names its rows counts for all of them', () => {
    const many = alsoInRows(warning(9, 'often'), [10, 11, 12, 13, 14, 15, 16]);
    const [first, second] = troublesOf(of([], [warning(2, 'once'), many]));
    expect(first).toMatchObject({ count: 8, rows: [9, 10, 11, 12, 13, 14] });
    expect(second).toMatchObject({ count: 1, rows: [2] });
  });

  test('a row with two of the same trouble is one row', () => {
    const twice = of([], [warning(5, 'rows 2 and 5 differ'), warning(5, 'rows 3 and 5 differ')]);
    expect(troublesOf(twice)).toMatchObject([{ count: 1, rows: [5] }]);
  });
});

const anyProblem = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('a', 'b 1', 'b 2', 'c: x', 'c: y'))
  .map(([row, text]) => problem(row, text));
const anyWarning = fc
  .tuple(
    fc.integer({ min: 0, max: 30 }),
    fc.constantFrom('d', 'e'),
    fc.array(fc.integer({ min: 1, max: 99_999 }), { maxLength: 9 }),
  )
  .map(([row, text, also]) => alsoInRows(warning(row, text), also));

describe('laws', () => {
  const anyReceipt = fc
    .tuple(fc.array(anyProblem), fc.array(anyWarning), fc.boolean())
    .map(([problems, warnings, refused]) => of(problems, warnings, refused && problems.length > 0));

  test('sorting loses nothing, adds nothing, and sorting again changes nothing', () => {
    fc.assert(
      fc.property(anyReceipt, (receipt) => {
        const sorted = worstFirst(receipt);
        const bag = (said: readonly unknown[]) => said.map((one) => JSON.stringify(one)).sort();
        expect(bag(sorted.problems)).toEqual(bag(receipt.problems));
        expect(bag(sorted.warnings)).toEqual(bag(receipt.warnings));
        expect(worstFirst(sorted)).toEqual(sorted);
      }),
    );
  });

  test('what refused the file stays first', () => {
    fc.assert(
      fc.property(anyReceipt, (receipt) => {
        if (receipt.refused) expect(worstFirst(receipt).problems[0]).toBe(receipt.problems[0]);
      }),
    );
  });

  test('the rows of a warning are read back as they were written', () => {
    const row = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(row, fc.array(row, { maxLength: 20 }), (first, also) => {
        const read = rowsOf(alsoInRows(warning(first, 'as it is (or was)'), also));
        expect(read).toEqual({
          says: 'as it is (or was)',
          named: [first, ...also.slice(0, 5)],
          count: 1 + also.length,
        });
      }),
    );
  });
});
