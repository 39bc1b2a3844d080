import {
  COVERAGE_COLUMNS,
  type CoverageColumn,
  type CoverageRow,
  SUPPRESSED,
} from './coverage-row.ts';
import { figureInWords as figure } from './figure-words.ts';

/** What a table of several scopes shows of each; CSV and JSON have every column. */
const SHOWN: readonly (readonly [heading: string, column: CoverageColumn])[] = [
  ['Practices', 'practices'],
  ['Live', 'live'],
  ['Live %', 'live_pct'],
  ['Lowest', 'live_pct_lower'],
  ['Highest', 'live_pct_upper'],
  ['Opt-in', 'opt_in'],
  ['Scheduled', 'scheduled'],
  ['Paused', 'paused_by_letter'],
  ['Towards', 'working_towards'],
  ['Reverted', 'reverted'],
  ['Conflict', 'conflict'],
  ['Incomplete', 'incomplete'],
  ['No evidence', 'no_evidence'],
  ['Patients', 'patients'],
  ['Patients live %', 'patients_live_pct'],
  ['Accounts %', 'accounts_pct'],
];
const LONGEST_NAME = 44;
const ACCOUNTS = ['online_accounts', 'accounts_with_access', 'accounts_pct'] as const;
const CONFIDENTIAL =
  'confidential: 1 to 7 people, or a count by which such a one could be worked out; other counts of accounts are to the nearest 5';

/**
 * The rows as text for a terminal: every figure of a single scope, one a line; of several scopes the
 * main figures side by side. Numbers, dates and missing figures as the NHS service manual writes them.
 */
export function coverageTable(rows: readonly CoverageRow[]): string {
  const [first] = rows;
  if (first === undefined) return 'No practice is in any such scope on that day.\n';
  const isWhole = rows.length === 1;
  const cells = isWhole ? everyFigure(first) : sideBySide(rows.filter(isPeopled));
  const lines = [titleOf(first), '', ...aligned(cells, isWhole ? 1 : 2), ...notesOn(rows, isWhole)];
  return lines.map((line) => `${line}\n`).join('');
}

function titleOf(row: CoverageRow): string {
  const target =
    row.target_date === null
      ? ''
      : `; target ${figure(row, 'target_pct')} by ${figure(row, 'target_date')}`;
  return `Coverage on ${figure(row, 'as_at')}, of ${row.denominator} practices${target}`;
}

function everyFigure(row: CoverageRow): string[][] {
  return COVERAGE_COLUMNS.map((column) => [column, figure(row, column)]);
}

/** A row that only counts practices out of scope says nothing in a table that does not show those. */
function isPeopled({ practices, patients_outside }: CoverageRow): boolean {
  return practices !== 0 || patients_outside !== 0;
}

function sideBySide(rows: readonly CoverageRow[]): string[][] {
  const head = ['Code', 'Name', ...SHOWN.map(([heading]) => heading)];
  const body = rows.map((row) => [
    String(row.scope_code),
    shortened(String(row.scope_name ?? '')),
    ...SHOWN.map(([, column]) => figure(row, column)),
  ]);
  return [head, ...body];
}

/** Columns as wide as their longest cell; the first `texts` of them begin at the left, figures end at the right. */
export function aligned(cells: readonly string[][], texts: number): string[] {
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  const cell = (text: string, i: number) =>
    i < texts ? text.padEnd(widths[i]!) : text.padStart(widths[i]!);
  return cells.map((line) => line.map(cell).join('  ').trimEnd());
}

function notesOn(rows: readonly CoverageRow[], isWhole: boolean): string[] {
  const isSuppressed = rows.some((row) => ACCOUNTS.some((column) => row[column] === SUPPRESSED));
  return [
    ...(isWhole && !isSuppressed ? [] : ['']),
    ...(isSuppressed ? [`${SUPPRESSED}: ${CONFIDENTIAL}`] : []),
    ...(isWhole ? [] : ['Every column: --format csv or json']),
  ];
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
