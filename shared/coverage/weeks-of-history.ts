import type { Clocks } from '../calendar/clocks.ts';
import type { Day } from '../calendar/day.ts';
import { mondays } from '../calendar/week.ts';
import type { Fact } from '../evidence/fact.ts';

/** Two years: a year to compare with the one before. The Parquet files keep all. */
const MOST_WEEKS = 104;

/**
 * The Mondays up to the day of the clocks that a trend shows: from the week of the first extract known by
 * then, two years at most; of the day's own week at least.
 */
export function weeksOfHistory(
  facts: readonly Fact[],
  { validAt, knownAt }: Clocks,
): readonly Day[] {
  let first = validAt;
  for (const { kind, asAt, receivedAt } of facts) {
    if (kind === 'default-access' && receivedAt <= knownAt && asAt < first) first = asAt;
  }
  return mondays(first, validAt).slice(-MOST_WEEKS);
}
