import { type Day, longDay } from '../../calendar/day.ts';
import { percentage } from '../percentage.ts';
import type { Column, Row, Table } from '../table.ts';
import type { BackTest } from './back-test.ts';
import type { Outlook } from './forecast.ts';
import type { ForecastOfScope, Forecasts } from './forecasts.ts';
import { FEWEST_CHANGES } from './spans.ts';

const COLUMNS = [
  { key: 'scope_type', heading: 'Level', holds: 'text' },
  { key: 'scope_code', heading: 'Code', holds: 'code' },
  { key: 'scope_name', heading: 'Name', holds: 'text' },
  { key: 'history_to', heading: 'History to', holds: 'day' },
  { key: 'practices', heading: 'Practices', holds: 'count' },
  { key: 'live', heading: 'Live', holds: 'count' },
  { key: 'live_pct', heading: 'Live %', holds: 'share' },
  { key: 'target_pct', heading: 'Target', holds: 'target' },
  {
    key: 'outlook',
    heading: 'Outlook',
    holds: 'text',
    note: 'reached, expected, no-progress or too-little-history.',
  },
  {
    key: 'expected_on',
    heading: 'Expected on',
    holds: 'day',
    note: 'The Monday by which the target is reached at the pace of the last eight weeks. Empty: not within two years.',
  },
  { key: 'earliest_on', heading: 'Earliest', holds: 'day', note: 'Early end of the 80% interval.' },
  { key: 'latest_on', heading: 'Latest', holds: 'day', note: 'Late end of the 80% interval.' },
  { key: 'deadline', heading: 'Deadline', holds: 'day' },
  { key: 'deadline_pct', heading: 'At deadline', holds: 'share' },
  { key: 'deadline_pct_lower', heading: 'Lowest', holds: 'share' },
  { key: 'deadline_pct_upper', heading: 'Highest', holds: 'share' },
  {
    key: 'held',
    heading: 'Held',
    holds: 'count',
    note: 'Past outcomes, 1 to 12 weeks ahead, that lay within the 80% interval that would have been forecast for them.',
  },
  { key: 'checked', heading: 'Checked', holds: 'count' },
  { key: 'cover_pct', heading: 'Held %', holds: 'share' },
  { key: 'says', heading: 'In words', holds: 'text' },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];

/** The forecasts as a table: a row for each scope, in the order given. */
export function forecastTable({ target, deadline, scopes }: Forecasts): Table<Key> {
  return {
    name: 'forecast',
    title: `When ${target}% of open practices are live`,
    says: 'Each scope’s own pace, carried on; the interval is as wide as its past forecasts had to be to hold 80%.',
    columns: COLUMNS,
    rows: scopes.map((scope) => rowOf(scope, target, deadline)),
  };
}

function rowOf(scope: ForecastOfScope, target: number, deadline: Day | null): Row<Key> {
  const { outlook, atDeadline, backTest, practices, live } = scope;
  const dates = outlook.kind === 'expected' ? outlook : { on: null, earliest: null, latest: null };
  return {
    scope_type: scope.scopeType,
    scope_code: scope.code,
    scope_name: scope.name,
    history_to: scope.from,
    practices,
    live,
    live_pct: percentage(live, practices),
    target_pct: target,
    outlook: outlook.kind,
    expected_on: outlook.kind === 'reached' ? outlook.since : dates.on,
    earliest_on: dates.earliest,
    latest_on: dates.latest,
    deadline,
    deadline_pct: atDeadline === null ? null : inPercent(atDeadline.point),
    deadline_pct_lower: atDeadline === null ? null : inPercent(atDeadline.low),
    deadline_pct_upper: atDeadline === null ? null : inPercent(atDeadline.high),
    ...backTest,
    cover_pct: coverOf(backTest),
    says: outlookInWords(outlook, target),
  };
}

/** Percent of the checked outcomes that the interval held, one decimal; null: none could be checked. */
export function coverOf({ held, checked }: BackTest): number | null {
  return percentage(held, checked);
}

/** Percent with one decimal. */
function inPercent(share: number): number {
  return Math.round(share * 1000) / 10;
}

const NOT_WITHIN = 'not within two years';

/** What becomes of the target, in one sentence. */
export function outlookInWords(outlook: Outlook, target: number): string {
  switch (outlook.kind) {
    case 'reached':
      return `${target}% has been reached, and held since ${longDay(outlook.since)}.`;
    case 'too-little-history':
      return `Too little history: ${outlook.weeks} weeks, and a forecast needs ${FEWEST_CHANGES + 1}.`;
    case 'no-progress':
      return `No progress in ${outlook.weeks} weeks: no practice has gone live, so no date is given.`;
    case 'expected': {
      const { on, earliest, latest } = outlook;
      const late = latest === null ? `; its late end is ${NOT_WITHIN}` : ` to ${longDay(latest)}`;
      const from = latest === null ? 'from ' : '';
      const ends = earliest === null ? '' : ` (80% interval: ${from}${longDay(earliest)}${late})`;
      return on === null
        ? `${target}% is ${NOT_WITHIN} at this pace${ends}.`
        : `${target}% by ${longDay(on)}${ends}.`;
    }
    default:
      return outlook satisfies never;
  }
}
