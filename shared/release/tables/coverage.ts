import {
  COVERAGE_COLUMNS,
  type CoverageColumn,
  type CoverageRow,
} from '../../coverage/coverage-row.ts';
import type { Column, Holds, Table } from '../../coverage/table.ts';

type Words = readonly [heading: string, holds: Holds, note?: string];

const PEOPLE =
  'Below England counts of 1 to 7 people read [c], others are rounded to the nearest 5, and some are [c] so that no other can be worked out; given for open practices only.';
const BOUNDS =
  'Unknown practices are those in conflict, never seen in an extract, or not seen lately. Lowest counts none of them as live, highest counts all.';

const WORDS: Readonly<Record<CoverageColumn, Words>> = {
  as_at: ['As at', 'day'],
  scope_type: ['Level', 'text'],
  scope_code: ['Code', 'code'],
  scope_name: ['Name', 'text'],
  denominator: [
    'Denominator',
    'text',
    'Which practices are counted: see the sheet of denominators.',
  ],
  practices: ['Practices', 'count'],
  live: ['Live', 'count', 'The supplier’s latest extract shows default access on.'],
  live_pct: ['Live %', 'share', 'Live practices over all practices of the denominator.'],
  live_pct_lower: ['Live %, lowest', 'share', BOUNDS],
  live_pct_upper: ['Live %, highest', 'share', BOUNDS],
  restricted: [
    'Of live: restricted',
    'count',
    'Code 104 or missing account settings keep access from more patients than policy allows.',
  ],
  declared_live: [
    'Not live, but says it is',
    'count',
    'Its own latest word is live; no extract shows it.',
  ],
  opt_in: ['Opt-in', 'count'],
  scheduled: ['Scheduled', 'count'],
  paused_by_letter: ['Paused by letter', 'count'],
  paused_with_plan: ['Of paused: with a plan', 'count'],
  working_towards: ['Working towards', 'count'],
  reverted: ['Reverted', 'count', 'Was live and has been switched off.'],
  incomplete: ['Incomplete', 'count', 'Some of the evidence for a status is there, not all.'],
  conflict: ['Conflict', 'count', 'Two statements about it cannot both be true.'],
  no_evidence: ['No evidence', 'count'],
  unreviewed: ['Of all: unreviewed', 'count', 'Rests on a document that no ICB has accepted yet.'],
  no_document: [
    'Of all: no document seen',
    'count',
    'Rests on a return; no document has been seen.',
  ],
  out_of_scope: [
    'Out of scope',
    'count',
    'Closed, not in England, or no GP practice; in no denominator.',
  ],
  patients: ['Registered patients', 'count', 'By the list file that holds on the day.'],
  patients_live: ['Registered patients at live practices', 'count'],
  patients_live_pct: ['Patients at live practices, %', 'share'],
  patients_outside: [
    'Registered patients outside the denominator',
    'count',
    'On lists of practices that the denominator leaves out.',
  ],
  online_accounts: ['Online accounts', 'count', PEOPLE],
  accounts_with_access: ['Accounts with access', 'count', PEOPLE],
  accounts_pct: ['Accounts with access, %', 'share', PEOPLE],
  target_pct: ['Target %', 'target', 'The nearest announced target in force on the day.'],
  target_date: ['Target date', 'day'],
};

/** What each coverage column is called and holds. */
const COVERAGE_TABLE_COLUMNS: readonly Column<CoverageColumn>[] = COVERAGE_COLUMNS.map((key) => {
  const [heading, holds, note] = WORDS[key];
  return { key, heading, holds, ...(note !== undefined && { note }) };
});

/** The figures of every level and denominator, as a table of a release. */
export function coverageTableOf(rows: readonly CoverageRow[]): Table<CoverageColumn> {
  return {
    name: 'coverage',
    title: 'Coverage',
    says: 'One row for each place, level and denominator. Practices are the sum of the nine statuses; columns that begin with “Of” count some of them again.',
    columns: COVERAGE_TABLE_COLUMNS,
    rows,
  };
}
