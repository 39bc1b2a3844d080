import Table from 'cli-table3';
import { type Day, longDay } from '../shared/calendar/day.ts';
import {
  COVERAGE_COLUMNS,
  type CoverageColumn,
  type CoverageRow,
} from '../shared/coverage/coverage-row.ts';
import { count, sentenceCase } from './words.ts';

/** What a table of several scopes shows of each: as much as a terminal is wide. */
const SHOWN: readonly (readonly [heading: string, CoverageColumn])[] = [
  ['Practices', 'practices'],
  ['Live', 'live'],
  ['Live %', 'live_pct'],
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
];

/** Coverage for people: one scope with every figure, or several side by side. */
export function coveragePage(rows: readonly CoverageRow[]): string {
  const [first] = rows;
  if (first === undefined) return 'No practice is in any such scope on that day.';
  const title = `Coverage on ${longDay(first['as_at'] as Day)}; denominator: ${first['denominator']} practices`;
  if (rows.length === 1) return `${title}\n\n${everyFigure(first)}`;
  return `${title}\n\n${sideBySide(rows)}\n\nEvery column: --format csv`;
}

/** The national headline in two sentences. */
export function headline(row: CoverageRow): string {
  const { practices, live, patients } = row;
  const bounds = `between ${percent(row['live_pct_lower'])} and ${percent(row['live_pct_upper'])}, unknowns counted both ways`;
  return [
    `${longDay(row['as_at'] as Day)}: ${shown(live)} of ${shown(practices)} open practices are live (${percent(row['live_pct'])}; ${bounds}).`,
    `They have ${shown(row['patients_live'])} of ${shown(patients)} registered patients (${percent(row['patients_live_pct'])}).`,
  ].join('\n');
}

function everyFigure(row: CoverageRow): string {
  const table = new Table({ ...PLAIN, colAligns: ['left', 'right'] });
  for (const column of COVERAGE_COLUMNS) {
    const name = sentenceCase(column.replaceAll('_', '-')).replace(/ pct\b/, ' %');
    table.push([name, cell(column, row[column])]);
  }
  return table.toString();
}

function sideBySide(rows: readonly CoverageRow[]): string {
  const head = ['Code', 'Name', ...SHOWN.map(([heading]) => heading)];
  const table = new Table({
    ...PLAIN,
    head,
    colAligns: ['left', 'left', ...SHOWN.map(() => 'right' as const)],
  });
  for (const row of rows) {
    const names = [row['scope_code'], row['scope_name']].map((name) => String(name ?? ''));
    table.push([...names, ...SHOWN.map(([, column]) => cell(column, row[column]))]);
  }
  return table.toString();
}

type Figure = CoverageRow[CoverageColumn];

function cell(column: CoverageColumn, figure: Figure): string {
  if (column.includes('_pct')) return percent(figure);
  return shown(figure);
}

function percent(figure: Figure): string {
  if (figure === null) return '-';
  return typeof figure === 'number' ? `${figure.toFixed(1)}%` : figure;
}

function shown(figure: Figure): string {
  if (figure === null) return '-';
  return typeof figure === 'number' ? count(figure) : figure;
}

/** No colour and no boxes: what is printed can be pasted anywhere. */
const EMPTY = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };
const EDGES = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '' };
const FEET = { bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' };
const PLAIN = {
  chars: { ...EMPTY, ...EDGES, ...FEET, left: '', right: '', middle: '  ' },
  style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
};

/** Coverage rows as CSV (RFC 4180): every column, a header, CRLF; what is not known is empty. */
export function coverageCsv(rows: readonly CoverageRow[]): string {
  const lines = rows.map((row) => COVERAGE_COLUMNS.map((column) => csvCell(row[column])));
  return [COVERAGE_COLUMNS, ...lines].map((cells) => cells.join(',')).join('\r\n');
}

function csvCell(figure: Figure): string {
  const text = String(figure ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
