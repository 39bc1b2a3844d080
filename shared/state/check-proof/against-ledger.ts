import { hash } from 'node:crypto';
import { addDays } from '../../calendar/day.ts';
import type { Fact, FactOf } from '../../evidence/fact.ts';
import { canonical } from '../../evidence/statement-id.ts';
import type { PolicyEntry } from '../../policy/entry.ts';
import type { Decision, DecisionInFull } from '../decision.ts';
import { objectionsToAnswer, statusAndWords } from './against-answer.ts';
import { short } from './against-statements.ts';
import { lastWordsOf } from './last-words.ts';

/** Objections to a decision by the whole ledger of its practice: facts that differ, are missing or were left out. */
export function objectionsToLedger(
  decision: Decision | DecisionInFull,
  ledgerFacts: readonly Fact[],
  entries: readonly PolicyEntry[],
): readonly string[] {
  const known = standingFacts(ledgerFacts, decision);
  const objections: string[] = [];
  for (const fact of decision.proof.used) {
    const kept = known.get(fact.id);
    if (kept === undefined) {
      objections.push(`Statement ${short(fact.id)} was not in the ledger, or no longer stood.`);
    } else if (canonical(kept) !== canonical(fact)) {
      objections.push(`Statement ${short(fact.id)} is kept otherwise in the ledger.`);
    }
  }
  const { count, digest } = decision.proof.considered;
  if (count !== known.size || digest !== digestOfIds(known.keys())) {
    objections.push(`The facts considered are not the ${known.size} that the ledger holds.`);
  }
  const all = [...known.values()];
  const fromAll = objectionsToAnswer(decision, all, entries);
  objections.push(...fromAll.map((objection) => `From all facts known: ${objection}`));
  if ('nextChange' in decision) {
    objections.push(...objectionsToNextChange(decision, all, entries));
  }
  return objections;
}

/** On the day named all must be as it says, and something else than today; on the day before, as today. */
function objectionsToNextChange(
  decision: DecisionInFull,
  known: readonly Fact[],
  entries: readonly PolicyEntry[],
): readonly string[] {
  const { nextChange, clocks } = decision;
  if (nextChange === null) return [];
  const on = (validAt: typeof nextChange.on) =>
    statusAndWords({ ...decision, clocks: { ...clocks, validAt } }, known, entries);
  const [now, before] = [on(clocks.validAt), on(addDays(nextChange.on, -1))];
  const then = on(nextChange.on);
  const isOther = then.status !== now.status || then.said !== now.said;
  const isFirst = before.status === now.status && before.said === now.said;
  if (isOther && isFirst && then.status === nextChange.status) return [];
  return [`The next change is not one to ${nextChange.status} on ${nextChange.on}.`];
}

/** What the ledger held and what stood at that instant, by id: not taken back, and its sender's last word. */
function standingFacts(
  ledgerFacts: readonly Fact[],
  { practice, clocks }: Decision,
): ReadonlyMap<string, Fact> {
  const heard = ledgerFacts.filter(
    (fact) => fact.practice === practice && fact.receivedAt <= clocks.knownAt,
  );
  const retractions = heard.filter((fact) => fact.kind === 'retraction');
  return lastWordsOf(
    heard.filter(
      (fact) => fact.kind !== 'retraction' && !retractions.some((r) => takesBack(r, fact)),
    ),
  );
}

/**
 * A retraction by the sender itself, or a national one, acts on what was received up to its own receipt;
 * one that names an upload acts only on what that upload said.
 */
function takesBack({ source, values, receivedAt }: FactOf<'retraction'>, fact: Fact): boolean {
  const [by, from] = [source.sender, fact.source.sender];
  const isEntitled = by.role === 'national' || (by.role === from.role && by.org === from.org);
  const isMeant =
    values.of === fact.id && [undefined, fact.source.uploadId].includes(values.upload);
  return isEntitled && isMeant && receivedAt >= fact.receivedAt;
}

function digestOfIds(ids: Iterable<string>): string {
  return hash('sha256', [...ids].toSorted().join('\n'), 'hex');
}
