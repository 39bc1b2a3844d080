import type { Row } from '../../coverage/table.ts';
import type { Release } from '../release.ts';
import { MOVING, sum, unequal } from './compare.ts';

/** What is listed practice by practice, or aged, or drawn by week, adds up to the headline of open practices. */
export function brokenLists({ head, tables }: Release): string[] {
  const isHead = (row: Row) => row['scope_code'] === head.scope.code;
  const whole = tables.coverage.rows.find((row) => isHead(row) && row['denominator'] === 'open');
  if (whole === undefined) return [];
  const open = tables.practices.rows.filter((row) => row['in_open'] === 'yes');
  const last = tables.trend.rows.filter(isHead).at(-1);
  const fresh = tables.freshness.rows.find(isHead);
  return [
    ...unequal('open practices', whole['practices']!, open.length, 'the list of practices'),
    ...unequal(
      'live practices',
      whole['live']!,
      open.filter((row) => row['status'] === 'live').length,
      'the list of practices',
    ),
    ...unequal(
      'patients',
      whole['patients']!,
      sum(open.map((row) => row['patients']!)),
      'the list of practices',
    ),
    ...MOVING.flatMap((count) =>
      unequal(count, whole[count]!, last?.[count] ?? null, 'the last week of the trend'),
    ),
    ...unequal(
      'open practices',
      whole['practices']!,
      fresh === undefined ? null : sum(AGES.map((age) => fresh[age]!)),
      'the ages of what was last heard',
    ),
  ];
}

const AGES = [
  'days_0_to_7',
  'days_8_to_14',
  'days_15_to_28',
  'days_29_to_45',
  'over_45_days',
  'never',
];
