import type { Day } from '../calendar/day.ts';
import type { Fact } from '../evidence/fact.ts';
import type { PracticeCode } from '../practice/code.ts';
import { changesByPractice, type WeeklyChange, type WeeksAsk } from '../state/weeks.ts';
import type { Denominator, ScopeType } from './coverage-row.ts';
import { addCounts, type Counts, count, noCounts, scopeOf, standingOf } from './moved/counts.ts';
import type { Standing } from './moved/leg.ts';
import { percentage } from './percentage.ts';
import { byCodeNotKnownLast } from './scopes.ts';
import type { TrendRow } from './trend-row.ts';

export type TrendAsk = { readonly by: ScopeType; readonly denominator: Denominator };

/**
 * Trends over weeks, one for each ask, in one walk over the practices: rows by week, then by scope code,
 * the scope that is not known last. England has a row in every week; any other scope where a practice of
 * the denominator is, or stopped being live. The counts are those of the coverage of that day. Only what
 * changed from week to week is worked on.
 */
export function trendsOf(
  factsByPractice: ReadonlyMap<PracticeCode, readonly Fact[]>,
  weeks: WeeksAsk,
  asks: readonly TrendAsk[],
): readonly (readonly TrendRow[])[] {
  const trends = asks.map((ask) => ({ ask, changes: weeks.weeks.map(() => new Map()) as Changes }));
  for (const change of changesByPractice(factsByPractice, weeks)) {
    for (const { ask, changes } of trends) tally(change, ask, changes[change.at]!);
  }
  return trends.map(({ ask, changes }) => rowsOf(ask, weeks.weeks, changes));
}

/** What changed in one scope from a week to the next. */
type Change = Counts & { newlyLive: number; noLongerLive: number };
/** By week, then by scope. */
type Changes = readonly Map<string, Change>[];

function noChange(): Change {
  return { ...noCounts(), newlyLive: 0, noLongerLive: 0 };
}

function tally(
  { before, after }: WeeklyChange,
  { by, denominator }: TrendAsk,
  scopes: Map<string, Change>,
): void {
  const at = (standing: Standing) => changeIn(scopes, scopeOf(standing, by));
  const [was, is] = [standingOf(before, denominator), standingOf(after, denominator)];
  if (was !== null) count(at(was), was, -1);
  if (is !== null) count(at(is), is, 1);
  const [wasLive, isLive] = [was?.status === 'live', is?.status === 'live'];
  if (isLive && !wasLive) at(is!).newlyLive += 1;
  if (wasLive && !isLive) at(was!).noLongerLive += 1;
}

function changeIn(scopes: Map<string, Change>, code: string): Change {
  const found = scopes.get(code) ?? noChange();
  scopes.set(code, found);
  return found;
}

function rowsOf(
  { by, denominator }: TrendAsk,
  weeks: readonly Day[],
  changes: Changes,
): readonly TrendRow[] {
  const totals = new Map<string, Counts>();
  if (by === 'national') totals.set('ENGLAND', noCounts());
  return weeks.flatMap((week, at) => {
    for (const [code, change] of changes[at]!) {
      const total = totals.get(code) ?? noCounts();
      addCounts(total, change);
      totals.set(code, total);
    }
    const isShown = (code: string) =>
      by === 'national' ||
      totals.get(code)!.practices !== 0 ||
      (changes[at]!.get(code)?.noLongerLive ?? 0) !== 0;
    return [...totals.keys()]
      .filter(isShown)
      .sort(byCodeNotKnownLast)
      .map((code) => {
        const ends = at === 0 ? NO_WEEK_BEFORE : endsIn(changes[at]!.get(code));
        const scope = { week, scope_type: by, scope_code: code, denominator };
        return rowOf({ scope, total: totals.get(code)!, ends });
      });
  });
}

type Ends = Pick<TrendRow, 'newly_live' | 'no_longer_live'>;
type Scope = Pick<TrendRow, 'week' | 'scope_type' | 'scope_code' | 'denominator'>;

const NO_WEEK_BEFORE: Ends = { newly_live: null, no_longer_live: null };

function endsIn(change: Change | undefined): Ends {
  return { newly_live: change?.newlyLive ?? 0, no_longer_live: change?.noLongerLive ?? 0 };
}

function rowOf({ scope, total, ends }: { scope: Scope; total: Counts; ends: Ends }): TrendRow {
  const { byStatus, practices, patients, patientsLive } = total;
  return {
    ...scope,
    practices,
    live: byStatus.live,
    live_pct: percentage(byStatus.live, practices),
    opt_in: byStatus['opt-in'],
    scheduled: byStatus.scheduled,
    paused_by_letter: byStatus['paused-by-letter'],
    working_towards: byStatus['working-towards'],
    reverted: byStatus.reverted,
    incomplete: byStatus.incomplete,
    conflict: byStatus.conflict,
    no_evidence: byStatus['no-evidence'],
    ...ends,
    patients,
    patients_live: patientsLive,
    patients_live_pct: percentage(patientsLive, patients),
  };
}
