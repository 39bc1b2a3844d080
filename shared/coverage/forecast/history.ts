import { addDays, type Day } from '../../calendar/day.ts';
import type { TrendRow } from '../trend-row.ts';

/** One scope in one week. `newlyLive` null: nothing comes before the week. */
export type WeekOfHistory = {
  readonly week: Day;
  readonly practices: number;
  readonly live: number;
  readonly newlyLive: number | null;
};

/**
 * The weeks of each scope, oldest first, from rows of one trend in any order, up to and with the week
 * `upTo`. Only the last unbroken run of weeks with a practice counts: a scope that was empty begins anew.
 * One without a practice in that last week has no weeks.
 */
export function historiesOf(
  rows: readonly TrendRow[],
  upTo: Day,
): ReadonlyMap<string, readonly WeekOfHistory[]> {
  const byScope = new Map<string, WeekOfHistory[]>();
  const sorted = rows
    .filter(({ week }) => String(week) <= upTo)
    .toSorted((a, b) => (String(a.week) < String(b.week) ? -1 : 1));
  for (const row of sorted) {
    const code = String(row.scope_code);
    const one = weekOf(row);
    const before = byScope.get(code)?.at(-1);
    if (before !== undefined && before.practices > 0 && addDays(before.week, 7) === one.week) {
      byScope.get(code)!.push(one);
    } else byScope.set(code, [one]);
  }
  for (const [code, weeks] of byScope) {
    const last = weeks.at(-1)!;
    if (last.week !== upTo || last.practices === 0) byScope.set(code, []);
  }
  return byScope;
}

function weekOf(row: TrendRow): WeekOfHistory {
  return {
    week: row.week as Day,
    practices: Number(row.practices),
    live: Number(row.live),
    newlyLive: row.newly_live === null ? null : Number(row.newly_live),
  };
}

/**
 * The last week that extracts reach at half of the practices that any extract has shown; undefined where
 * none has. Suppliers may list only those that are live or booked, so the others say nothing of it.
 */
export function lastWeekSeen(
  seenOn: readonly (Day | null)[],
  weeks: readonly Day[],
): Day | undefined {
  const newestFirst = seenOn
    .filter((on) => on !== null)
    .toSorted()
    .reverse();
  const middle = newestFirst[Math.ceil(newestFirst.length / 2) - 1];
  return middle === undefined ? undefined : weeks.findLast((week) => week <= middle);
}
