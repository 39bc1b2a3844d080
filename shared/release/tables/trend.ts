import type { Column, Holds, Table } from '../../coverage/table.ts';
import { TREND_COLUMNS, type TrendColumn, type TrendRow } from '../../coverage/trend-row.ts';

const WORDS: Readonly<Record<TrendColumn, readonly [string, Holds, string?]>> = {
  week: [
    'Week',
    'day',
    'A Monday; every week as known for this release, under the rules of its own day.',
  ],
  scope_type: ['Level', 'text'],
  scope_code: ['Code', 'code'],
  denominator: ['Denominator', 'text'],
  practices: ['Practices', 'count'],
  live: ['Live', 'count'],
  live_pct: ['Live %', 'share'],
  opt_in: ['Opt-in', 'count'],
  scheduled: ['Scheduled', 'count'],
  paused_by_letter: ['Paused by letter', 'count'],
  working_towards: ['Working towards', 'count'],
  reverted: ['Reverted', 'count'],
  incomplete: ['Incomplete', 'count'],
  conflict: ['Conflict', 'count'],
  no_evidence: ['No evidence', 'count'],
  newly_live: ['Newly live', 'count', 'Live now and not the week before.'],
  no_longer_live: ['No longer live', 'count', 'Live the week before and not now.'],
  patients: ['Registered patients', 'count'],
  patients_live: ['Registered patients at live practices', 'count'],
  patients_live_pct: ['Patients at live practices, %', 'share'],
};

const COLUMNS: readonly Column<TrendColumn>[] = TREND_COLUMNS.map((key) => {
  const [heading, holds, note] = WORDS[key];
  return { key, heading, holds, ...(note !== undefined && { note }) };
});

/** The weeks up to the release's, one row for each place and week. */
export function trendTable(rows: readonly TrendRow[]): Table<TrendColumn> {
  return {
    name: 'trend',
    title: 'Week by week',
    says: 'One row for each week and place, of open practices. Every week is worked out from all that is known today, so a week may differ from what was published then: the restatements say so.',
    columns: COLUMNS,
    rows,
  };
}
