import type { Clocks } from '../calendar/clocks.ts';
import type { Fact } from '../evidence/fact.ts';
import { knownFacts } from '../evidence/known.ts';
import type { PolicyEntry } from '../policy/entry.ts';
import { POLICY, policyInForce } from '../policy/timeline.ts';
import { codeOf, decisionOn, viewOf } from './decide.ts';
import type { DecisionInFull } from './decision.ts';
import { explain } from './explanation.ts';
import { nearestBetterOf } from './nearest-better.ts';
import { nextChangeOf } from './next-change.ts';
import { sealOf } from './seal.ts';

/**
 * A decision with all that a reader of one practice asks for: the paragraph, the next change by
 * itself, the nearest better state, and the seal. `facts`: all facts of one practice, at least one;
 * throws a RangeError on none.
 */
export function decideInFull(
  facts: readonly Fact[],
  at: Clocks,
  entries: readonly PolicyEntry[] = POLICY,
): DecisionInFull {
  const code = codeOf(facts);
  const known = knownFacts(facts, at.knownAt);
  const view = viewOf(code, known, at, policyInForce(at, entries));
  const now = decisionOn(view, () => known, at);
  const nextChange = nextChangeOf({ code, known, at, entries, now });
  const nearestBetter = nearestBetterOf(view, now);
  const explanation = explain(view, now, { nextChange, nearestBetter });
  const full = { ...now, explanation, nextChange, nearestBetter };
  return { ...full, seal: sealOf(full) };
}
