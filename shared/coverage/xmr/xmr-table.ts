import type { Column, Row, Table } from '../table.ts';
import { toOneDecimal } from './one-decimal.ts';
import type { JudgedWeek, LimitsKind, Xmr } from './xmr.ts';

/** The columns of the table `xmr`: one week, its figure, the lines that it is held against, and what they say. */
export const XMR_COLUMNS = [
  'week',
  'newly_live',
  'mean',
  'lower',
  'upper',
  'limits',
  'phase',
  'variation',
  'rule',
  'new_phase',
] as const;
export type XmrColumn = (typeof XMR_COLUMNS)[number];

const COLUMNS: readonly Column<XmrColumn>[] = [
  { key: 'week', heading: 'Week', holds: 'day' },
  { key: 'newly_live', heading: 'Newly live', holds: 'count' },
  { key: 'mean', heading: 'Mean', holds: 'number', note: 'Of the first 12 weeks of the phase.' },
  {
    key: 'lower',
    heading: 'Lower limit',
    holds: 'number',
    note: 'The mean less 2.66 times the mean moving range of the first 12 weeks of the phase. It may lie below 0; it then sets no limit, as a count cannot, and the chart does not draw it.',
  },
  {
    key: 'upper',
    heading: 'Upper limit',
    holds: 'number',
    note: 'The mean and 2.66 times the mean moving range of the first 12 weeks of the phase. Moving ranges of 3.267 times the mean moving range or more are left out, once.',
  },
  {
    key: 'limits',
    heading: 'Limits rest on',
    holds: 'text',
    note: 'Limits from fewer than 12 weeks are trial limits; from fewer than 6 there are none.',
  },
  {
    key: 'phase',
    heading: 'Phase',
    holds: 'count',
    note: 'A new phase begins where, after at least 12 weeks, 12 weeks in a row lie on one side of the mean and of the median of the phase so far, or 8 in a row within 28 days of a change of policy.',
  },
  {
    key: 'variation',
    heading: 'Variation',
    holds: 'text',
    note: 'Common cause: nothing unusual. Improvement or concern: one of the four rules of Making Data Count is met, with more newly live being better.',
  },
  {
    key: 'rule',
    heading: 'Rule',
    holds: 'text',
    note: 'Where several rules are met, the first of: outside the limits, 7 rising or falling, 2 of 3 close to a limit, 7 on one side of the mean.',
  },
  { key: 'new_phase', heading: 'Why a new phase', holds: 'text' },
];

const LIMITS_REST_ON: Readonly<Record<LimitsKind, string>> = {
  none: 'fewer than 6 weeks, none',
  trial: 'fewer than 12 weeks, trial limits',
  settled: '12 weeks or more',
};

/** Stands after the sentence on the latest week. */
export const HOW_TO_READ_XMR =
  'Each row is a week; limits show what is usual in its phase, by the rules of Making Data Count (NHS England).';

/** Takes a judged series of newly live practices, gives it as the table that the chart is drawn from; means and limits with one decimal. */
export function xmrTable({ weeks, says }: Xmr): Table<XmrColumn> {
  return {
    name: 'xmr',
    title: 'Practices newly live per week, with limits',
    says: `${says} ${HOW_TO_READ_XMR}`,
    columns: COLUMNS,
    rows: weeks.map(rowOf),
  };
}

function rowOf(week: JudgedWeek): Row<XmrColumn> {
  return {
    week: week.week,
    newly_live: week.value,
    mean: shown(week.mean),
    lower: shown(week.lower),
    upper: shown(week.upper),
    limits: LIMITS_REST_ON[week.limits],
    phase: week.phase,
    variation: week.variation,
    rule: ruleInWords(week),
    new_phase: week.newPhase,
  };
}

function shown(line: number | null): number | null {
  return line === null ? null : toOneDecimal(line);
}

/** The rule that a week meets, with its direction: `7 rising`; null where it meets none. */
function ruleInWords({ rule, variation }: JudgedWeek): string | null {
  const isHigh = variation === 'improvement';
  switch (rule) {
    case null:
      return null;
    case 'outside limits':
      return isHigh ? 'above the upper limit' : 'below the lower limit';
    case 'trend':
      return isHigh ? '7 rising' : '7 falling';
    case 'two in three':
      return isHigh ? '2 of 3 near the upper limit' : '2 of 3 near the lower limit';
    case 'shift':
      return isHigh ? '7 above the mean' : '7 below the mean';
  }
}
