import type { Fact, FactOf } from '../evidence/fact.ts';
import type { DecisionInFull } from '../state/decision.ts';
import { sealOf } from '../state/seal.ts';
import { SUPPRESSED } from './coverage-row.ts';
import { shownCount } from './disclosure/shown-count.ts';

export type ShownDecision = ReturnType<typeof shownDecision>;

/**
 * A decision as it may be shown outside. In the facts of its proof that count people, counts of accounts
 * become `[c]`, since those of single practices would undo what the tables hide; counts of patients with a
 * code, which no table gives, are shown as below England: 1 to 7 as `[c]`, others to the nearest 5.
 *
 * An id is a hash of what was said: whoever tries some hundreds of counts finds the true one. So such facts
 * are named by where they come from, and the seal is of what is shown. The digest of all ids is `[c]` whatever
 * the proof rests on: it covers facts that are known and were not used. Check the proof before, not after.
 */
export function shownDecision(decision: DecisionInFull) {
  const { proof, seal: _, ...rest } = decision;
  const names = namesOf(proof.used);
  const named = (id: string): string => names.get(id) ?? id;
  const used = proof.used.map((fact) =>
    fact.kind === 'access-counts'
      ? { ...fact, id: named(fact.id), values: shownValues(fact) }
      : fact,
  );
  const considered = { ...proof.considered, digest: SUPPRESSED };
  const shown = {
    ...rest,
    proof: { ...proof, used, considered, decidedBy: proof.decidedBy.map(named) },
  };
  return { ...shown, seal: sealOf(shown as unknown as DecisionInFull) };
}

/** What each count of people is called in place of its id: `access-counts 1 of upload …`. */
function namesOf(used: readonly Fact[]): ReadonlyMap<string, string> {
  const counts = used.filter((fact) => fact.kind === 'access-counts');
  return new Map(
    counts.map(({ id, kind, source }, i) => [id, `${kind} ${i + 1} of upload ${source.uploadId}`]),
  );
}

function shownValues({ values }: FactOf<'access-counts'>) {
  const { supplier, onlineAccounts, accountsWithAccess, patients104, patients106 } = values;
  return {
    supplier,
    onlineAccounts: onlineAccounts === null ? null : SUPPRESSED,
    accountsWithAccess: accountsWithAccess === null ? null : SUPPRESSED,
    patients104: shownCount(patients104),
    patients106: shownCount(patients106),
  };
}
