import type { DecisionInFull } from '../state/decision.ts';
import { shownCount } from './suppression.ts';

/**
 * A decision as it may be shown outside: in the facts of its proof, counts of 1 to 7 people become
 * `[c]`. All else stays, so the ids of such facts and the seal speak of the counts that are not shown.
 */
export function shownDecision(decision: DecisionInFull) {
  const used = decision.proof.used.map((fact) => {
    if (fact.kind !== 'access-counts') return fact;
    const { supplier, ...counts } = fact.values;
    const shown = Object.entries(counts).map(([name, count]) => [name, shownCount(count)]);
    return { ...fact, values: { supplier, ...Object.fromEntries(shown) } };
  });
  return { ...decision, proof: { ...decision.proof, used } };
}
