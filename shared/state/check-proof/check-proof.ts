import type { Fact } from '../../evidence/fact.ts';
import type { PolicyEntry } from '../../policy/entry.ts';
import { POLICY } from '../../policy/timeline.ts';
import type { Decision, DecisionInFull } from '../decision.ts';
import { objectionsToAnswer, objectionsToTried } from './against-answer.ts';
import { objectionsToFull } from './against-full.ts';
import { objectionsToLedger } from './against-ledger.ts';
import { objectionsToShape } from './against-shape.ts';
import { objectionsToFacts } from './against-statements.ts';

/**
 * Checks a decision by its own proof, without the rules that made it: takes a decision (also one that
 * was stored as JSON and read back), gives every objection to it in plain English, none if it holds.
 * From the facts that the proof carries the state is worked out again in a second way, written from the
 * specification alone; no code is shared with the rules (design rule "State": an independent checker).
 *
 * With `ledgerFacts` (all facts of the practice) it is also checked that nothing was left out, and that
 * each fact is in the ledger as the proof gives it. Never throws on a decision that has been tampered with.
 */
export function checkProof(
  decision: Decision | DecisionInFull,
  entries: readonly PolicyEntry[] = POLICY,
  ledgerFacts?: readonly Fact[],
): readonly string[] {
  const objections = [...objectionsToShape(decision)];
  if (objections.length > 0) return objections;
  objections.push(...objectionsToFacts(decision), ...objectionsToTried(decision));
  if ('seal' in decision) objections.push(...objectionsToFull(decision));
  // Facts that are not as they were received prove nothing, so nothing is worked out from them.
  if (objections.length > 0) return objections;
  objections.push(...objectionsToAnswer(decision, decision.proof.used, entries));
  if (ledgerFacts !== undefined) {
    objections.push(...objectionsToLedger(decision, ledgerFacts, entries));
  }
  return objections;
}
