import { expect, test } from 'vitest';
import { instant } from '../../../../shared/calendar/day.ts';
import type { Cell, Column, Holds } from '../../../../shared/coverage/table.ts';
import {
  cellInWords,
  cellOf,
  listInWords,
  momentInWords,
} from '../../../../shared/release/page/cell-words.ts';

test.each<[Cell, Holds, string]>([
  [23_500_000, 'count', '23,500,000'],
  [0, 'count', '0'],
  [81.1, 'share', '81.1%'],
  [80, 'share', '80.0%'],
  [90, 'target', '90%'],
  [1_234, 'change', '+1,234'],
  [-2, 'change', '−2'],
  [0, 'change', '0'],
  [1_234.25, 'number', '1,234.25'],
  [-12.5, 'number', '−12.5'],
  ['2023-12-04', 'day', '4 December 2023'],
  ['A81001', 'code', 'A81001'],
  ['[c]', 'count', '[c]'],
  ['[c]', 'share', '[c]'],
  [null, 'share', 'No data'],
  [null, 'text', 'No data'],
])('%j that holds a %s reads %s', (cell, holds, words) => {
  expect(cellInWords(cell, holds)).toBe(words);
});

test.each([
  { scope_type: 'national', online_accounts: 900, says: '78.0%' },
  { scope_type: 'icb', online_accounts: 4_000, says: '78.0%' },
  { scope_type: 'icb', online_accounts: 3_995, says: '78%' },
])('78 percent of $online_accounts accounts ($scope_type) reads $says', ({ says, ...row }) => {
  const column: Column = { key: 'accounts_pct', heading: 'Accounts', holds: 'share' };
  expect(cellOf({ ...row, accounts_pct: 78 }, column)).toBe(says);
});

test('a moment is given by UTC', () => {
  expect(momentInWords(instant('2023-07-03T05:00:00Z'))).toBe('3 July 2023, 05:00 UTC');
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j as a list', (words, list) => {
  expect(listInWords(words)).toBe(list);
});
