import type { Clocks } from '../../calendar/clocks.ts';
import type { Day } from '../../calendar/day.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { PolicyInForce } from '../../policy/entry.ts';
import { policyInForce } from '../../policy/timeline.ts';
import { groupByPractice, practicesOnDay } from '../../state/practice-on-day.ts';
import type { ScopeType } from '../coverage-row.ts';
import { DENOMINATOR_RULES } from '../denominators.ts';
import { placeNames } from '../names.ts';
import { byCodeNotKnownLast, CUTS, NOT_KNOWN } from '../scopes.ts';
import { targetToShow } from '../target.ts';
import { trendsOf } from '../trend.ts';
import { weeksOfHistory } from '../weeks-of-history.ts';
import { addedUp, type BackTest } from './back-test.ts';
import { type Forecast, forecastOf } from './forecast.ts';
import { historiesOf, lastWeekSeen } from './history.ts';

/** `target` null: the one in force; `deadline` null: its date. */
export type ForecastsAsk = {
  readonly by: ScopeType;
  readonly clocks: Clocks;
  readonly target: number | null;
  readonly deadline: Day | null;
};

export type ForecastOfScope = Forecast & {
  readonly scopeType: ScopeType;
  readonly code: string;
  readonly name: string | null;
};

export type Forecasts = {
  readonly target: number;
  readonly deadline: Day | null;
  /** The last week that extracts reach; null: no extract has shown a practice yet. */
  readonly upTo: Day | null;
  readonly scopes: readonly ForecastOfScope[];
  /** The back-tests of all scopes together. */
  readonly together: BackTest;
};

/** Where no threshold is in force. */
const QUIET_WEEKS = 8;

/**
 * The forecasts of every scope of a cut, by code, from all facts there are: the weekly history as known at
 * the clocks, each week under its own rules, of open practices. Extracts lag, so the weeks after the last
 * that they reach at half of the practices are left out: nothing shows yet who went live in them.
 * Null where no target is asked for and none is in force.
 */
export function forecastsOf(facts: readonly Fact[], ask: ForecastsAsk): Forecasts | null {
  const { by, clocks } = ask;
  const policy = policyInForce(clocks);
  const aim = aimOf(ask, policy);
  if (aim === null) return null;
  const { rows, upTo } = historyIn(facts, ask);
  const histories = upTo === undefined ? new Map<string, []>() : historiesOf(rows, upTo);
  const names = placeNames(facts, clocks);
  const { nameOf, notKnown } = CUTS[by];
  const quietWeeks = policy.thresholds['weeks-without-progress']?.change.value ?? QUIET_WEEKS;
  const scopes = [...histories]
    .filter(([, weeks]) => weeks.length > 0)
    .sort(([a], [b]) => byCodeNotKnownLast(a, b))
    .map(([code, weeks]) => ({
      ...forecastOf(weeks, { ...aim, quietWeeks }),
      scopeType: by,
      code,
      name: code === NOT_KNOWN ? notKnown : nameOf(code, names),
    }));
  const together = addedUp(scopes.map(({ backTest }) => backTest));
  return { ...aim, upTo: upTo ?? null, scopes, together };
}

function aimOf({ target, deadline }: ForecastsAsk, policy: PolicyInForce) {
  const { target_pct: share, target_date: by } = targetToShow(policy);
  const aimed = target ?? share;
  if (aimed === null) return null;
  return { target: aimed, deadline: deadline ?? (aimed === share ? by : null) };
}

function historyIn(facts: readonly Fact[], { by, clocks }: ForecastsAsk) {
  const grouped = groupByPractice(facts);
  const weeks = weeksOfHistory(facts, clocks);
  const ways = { weeks, knownAt: () => clocks.knownAt };
  const [rows] = trendsOf(grouped, ways, [{ by, denominator: 'open' }]);
  const seenOn = practicesOnDay(grouped, clocks, policyInForce(clocks))
    .filter(DENOMINATOR_RULES.open)
    .map(({ configurationSeenOn }) => configurationSeenOn);
  return { rows: rows!, upTo: lastWeekSeen(seenOn, weeks) };
}
