import { describe, expect, test } from 'vitest';
import { coverage } from '../../../shared/coverage/coverage.ts';
import { coverageCsv } from '../../../shared/coverage/coverage-csv.ts';
import { coverageJson } from '../../../shared/coverage/coverage-json.ts';
import type { ScopeType } from '../../../shared/coverage/coverage-row.ts';
import { coverageTable } from '../../../shared/coverage/coverage-table.ts';
import { counted, inWords } from '../../../shared/coverage/figure-words.ts';
import { placeNames } from '../../../shared/coverage/names.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import { membership } from '../builders.ts';
import { policy, practice } from './practices.ts';

function rows(practices: readonly PracticeOnDay[], by: ScopeType, icbName = 'An ICB') {
  const names = placeNames([membership({ icb: 'QHM', icbName })]);
  const inForce = policy({ targets: [[90, '2024-03-31']] });
  return coverage(practices, { by, denominator: 'open', policy: inForce, names });
}

const two = [
  practice({ patients: 1_234_567 }),
  practice({ status: 'reverted', place: { icb: null }, onlineAccounts: 5, accountsWithAccess: 1 }),
];

const three = [
  two[0]!,
  practice({
    ...{ place: { icb: 'QWO', subIcb: '36J', pcn: 'U2' }, patients: 9_000 },
    ...{ onlineAccounts: 2_500, accountsWithAccess: 1_300 },
  }),
  practice({
    ...{ status: 'reverted', place: { icb: null, subIcb: null, pcn: null } },
    ...{ onlineAccounts: 5, accountsWithAccess: 3 },
  }),
];

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [23_500_000, '23,500,000'],
])('%i is written %s', (figure, text) => {
  expect(counted(figure)).toBe(text);
});

test.each([
  ['live_pct', 81.1, '81.1%'],
  ['live_pct', 81, '81.0%'],
  ['target_pct', 90, '90%'],
  ['patients', 23_500_000, '23,500,000'],
  ['as_at', '2023-12-04', '4 December 2023'],
  ['accounts_pct', '[c]', '[c]'],
  ['patients_live_pct', null, 'No data'],
] as const)('%s %s is written %s', (column, figure, text) => {
  expect(inWords(column, figure)).toBe(text);
});

describe('the table for a terminal', () => {
  test('of one scope gives every figure, one a line', () => {
    const lines = coverageTable(rows(two, 'national')).split('\n');
    expect(lines[0]).toBe(
      'Coverage on 4 December 2023, of open practices; target 90% by 31 March 2024',
    );
    expect(lines).toContain('practices                           2');
    expect(lines).toContain('live_pct                        50.0%');
    expect(lines).toContain('patients                    1,244,567');
    expect(lines).toContain('target_date             31 March 2024');
  });

  test('of several scopes puts the main figures side by side, and explains what is kept back', () => {
    const lines = coverageTable(rows(three, 'icb')).split('\n');
    expect(lines[2]).toMatch(/^Code +Name +Practices +Live +Live % +Lowest +Highest/);
    expect(lines[3]).toMatch(/^QHM +An ICB +1 +1 +100\.0% .* 1,234,567 +100\.0% +75\.0%$/);
    expect(lines[4]).toMatch(/^QWO .* 52%$/);
    expect(lines[5]).toMatch(/^not known +ICB not known +1 +0 +0\.0% .*\[c\]$/);
    expect(lines.join('\n')).toMatch(/^\[c\]: confidential: 1 to 7 people, or /m);
    expect(new Set(lines.slice(2, 6).map((line) => line.length)).size).toBe(1);
  });

  test('of no scope says so', () => {
    expect(coverageTable([])).toBe('No practice is in any such scope on that day.\n');
  });
});

test('CSV keeps a comma inside a name and an empty field for what is not there', () => {
  const [, line] = coverageCsv(rows([practice({ onlineAccounts: null })], 'icb', 'A, B ICB')).split(
    '\n',
  );
  expect(line).toMatch(/^2023-12-04,icb,QHM,"A, B ICB",open,1,1,100,/);
  expect(line).toMatch(/,,,,90,2024-03-31$/);
});

test('CSV gives a spreadsheet no formula to run', () => {
  expect(coverageCsv(rows(two, 'icb', '=HYPERLINK("x")'))).toContain(`"'=HYPERLINK(""x"")"`);
});

test('JSON of no rows is an empty array', () => {
  expect(JSON.parse(coverageJson([]))).toEqual([]);
});
