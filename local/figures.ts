import type { Clocks } from '../shared/calendar/clocks.ts';
import { coverage, placeNames } from '../shared/coverage/coverage.ts';
import type { CoverageRow, Denominator, ScopeType } from '../shared/coverage/coverage-row.ts';
import { accountsShown } from '../shared/coverage/disclosure/accounts-shown.ts';
import type { Fact } from '../shared/evidence/fact.ts';
import { policyInForce } from '../shared/policy/timeline.ts';
import { groupByPractice, practicesOnDay } from '../shared/state/practice-on-day.ts';

/** What a table of figures is asked for. */
export type Cut = { readonly by: ScopeType; readonly denominator: Denominator };

/** Takes all facts there are and the three clocks, gives the figures of each cut asked for; the states are worked out once. */
export function figuresAt(
  facts: readonly Fact[],
  at: Clocks,
): (cut: Cut) => readonly CoverageRow[] {
  const policy = policyInForce(at);
  const practices = practicesOnDay(groupByPractice(facts), at, policy);
  const names = placeNames(facts, at);
  const accounts = accountsShown(practices);
  return (cut) => coverage(practices, { ...cut, policy, names, accounts });
}
