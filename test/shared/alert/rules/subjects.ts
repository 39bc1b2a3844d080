import type { Subject, WholeExtracts } from '../../../../shared/alert/rules/subject.ts';
import type { Clocks } from '../../../../shared/calendar/clocks.ts';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import { policyInForce } from '../../../../shared/policy/timeline.ts';
import { practiceInView } from '../../../../shared/state/practice-on-day.ts';
import { clocks } from '../../builders.ts';

/** What the rules look at, of one practice; null where nothing of it was known. */
export function subjectAt(
  facts: readonly Fact[],
  at: Clocks,
  extracts: WholeExtracts = new Map(),
): Subject | null {
  const seen = practiceInView(facts, { clocks: at, policy: policyInForce(at) }, undefined);
  return seen === null ? null : { ...seen, extracts };
}

/** The same on a day by its own rules, of a practice that is known. */
export function subjectOn(facts: readonly Fact[], on: string, extracts?: WholeExtracts): Subject {
  return subjectAt(facts, clocks(on), extracts)!;
}
