import type { Clocks } from '../calendar/clocks.ts';
import type { Day } from '../calendar/day.ts';
import { coverage, type PlaceNames, placeNames } from '../coverage/coverage.ts';
import type { CoverageRow, Denominator, ScopeType } from '../coverage/coverage-row.ts';
import { type AccountsShown, accountsShown } from '../coverage/disclosure/accounts-shown.ts';
import type { Leg } from '../coverage/moved/leg.ts';
import { whoMoved } from '../coverage/moved/who-moved.ts';
import type { PracticeOnDay } from '../coverage/practice-on-day.ts';
import { trendsOf } from '../coverage/trend.ts';
import type { TrendRow } from '../coverage/trend-row.ts';
import { weeksOfHistory } from '../coverage/weeks-of-history.ts';
import type { Fact } from '../evidence/fact.ts';
import type { PolicyEntry, PolicyInForce } from '../policy/entry.ts';
import { PUBLISHED_COUNTS } from '../policy/published-counts.ts';
import { policyInForce } from '../policy/timeline.ts';
import type { PracticeCode } from '../practice/code.ts';
import { groupByPractice, practicesOnDay } from '../state/practice-on-day.ts';
import { practicesByWeek } from '../state/weeks.ts';
import type { OurFigures } from './tables/published.ts';

/** What a release is worked out from. */
export type WorkAsk = {
  /** All facts there are; those received after `clocks.knownAt` play no part. */
  readonly facts: readonly Fact[];
  readonly entries: readonly PolicyEntry[];
  readonly clocks: Clocks;
  readonly comparedWith: Clocks;
};

/** All that the releases of one week are cut from: worked out once for England. */
export type WorkedOut = {
  readonly ask: WorkAsk;
  readonly policy: PolicyInForce;
  /** The policy of the release that this one is compared with. */
  readonly earlier: PolicyInForce;
  readonly names: PlaceNames;
  readonly practices: readonly PracticeOnDay[];
  readonly before: readonly PracticeOnDay[];
  /** What may be shown of people with accounts: decided once for all files of the week. */
  readonly accounts: AccountsShown;
  readonly legs: readonly Leg[];
  readonly trend: readonly TrendRow[];
  readonly onPublishedDay: OurFigures;
};

type Grouped = ReadonlyMap<PracticeCode, readonly Fact[]>;

/**
 * Works out everything that the releases of a week show. Pure: the same facts, in any order, and the
 * same clocks give the same. (Design: weekly release.)
 */
export function workOut(ask: WorkAsk): WorkedOut {
  const { facts, entries, clocks, comparedWith } = ask;
  const grouped = groupByPractice(facts);
  const policy = policyInForce(clocks, entries);
  const earlier = policyInForce(comparedWith, entries);
  const practices = practicesOnDay(grouped, clocks, policy);
  return {
    ask,
    policy,
    earlier,
    names: placeNames(facts, clocks),
    practices,
    accounts: accountsShown(practices),
    before: practicesOnDay(grouped, comparedWith, earlier),
    legs: whoMoved(grouped, { from: comparedWith, to: clocks, denominator: 'open', entries }),
    trend: trendUpTo(grouped, ask),
    onPublishedDay: onPublishedDays(grouped, ask),
  };
}

/** Every week since the first extract, as known now, each under the rules of its own day. */
function trendUpTo(grouped: Grouped, { facts, entries, clocks }: WorkAsk): readonly TrendRow[] {
  const weeks = weeksOfHistory(facts, clocks);
  const ways = { weeks, knownAt: () => clocks.knownAt, entries };
  const asks = (['national', 'icb'] as const).map((by) => ({ by, denominator: 'open' }) as const);
  return trendsOf(grouped, ways, asks).flat();
}

/** Our figures on the days of published ones, as known now and under the rules of those days. */
function onPublishedDays(grouped: Grouped, { facts, entries, clocks }: WorkAsk): OurFigures {
  const days = [...new Set(PUBLISHED_COUNTS.map(({ on }) => on))].sort();
  const weeks = days.filter((on) => on <= clocks.validAt);
  const rows = new Map<string, CoverageRow>();
  const knownAt = () => clocks.knownAt;
  for (const { week, policy, practices } of practicesByWeek(grouped, { weeks, knownAt, entries })) {
    const names = placeNames(facts, { validAt: week, knownAt: clocks.knownAt });
    const wanted = PUBLISHED_COUNTS.filter(({ on }) => on === week).map(({ scope }) => scope.type);
    for (const by of new Set<ScopeType>(wanted)) {
      for (const denominator of ['open', 'listed', 'programme'] as const) {
        const ask = { by, denominator, policy, names };
        for (const row of coverage(practices, ask)) {
          rows.set(keyOf(week, String(row.scope_code), denominator), row);
        }
      }
    }
  }
  return (on, scope, denominator) => rows.get(keyOf(on, scope.code, denominator));
}

function keyOf(on: Day, code: string, denominator: Denominator): string {
  return `${on} ${code} ${denominator}`;
}
