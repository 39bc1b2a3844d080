import type { Fact } from '../../evidence/fact.ts';
import type { PolicyEntry } from '../../policy/entry.ts';
import { CLAUSES, type Decision } from '../decision.ts';
import { answerTo } from './answer.ts';
import { flagsBeside, labelsBeside, signalsBeside } from './beside.ts';
import { readingOf } from './reading.ts';
import { rulesRestedOn } from './rested-on.ts';
import { rulesInForce } from './rules-in-force.ts';

type Words = Readonly<Record<string, string | null>>;

/** All that is worked out again, as text that compares: lists sorted and joined. */
function wordsFrom(decision: Decision, facts: readonly Fact[], entries: readonly PolicyEntry[]) {
  const { practice, clocks } = decision;
  const rules = rulesInForce(entries, clocks);
  const reading = readingOf(facts, practice, { on: clocks.validAt, rules });
  const answer = answerTo(reading);
  const signals = signalsBeside(reading, answer);
  const words: Words = {
    status: answer.status,
    clause: answer.clause,
    'direction of the evidence': answer.towards,
    'day since when': answer.since,
    signals: listed(signals),
    flags: listed(flagsBeside(reading, answer)),
    labels: listed(labelsBeside(reading, answer)),
    'statements that decide': listed(new Set(answer.by.map((fact) => fact.id))),
    'rules rested on': listed(rulesRestedOn(reading, answer, signals)),
  };
  return { words, rules };
}

function wordsOf(decision: Decision): Words {
  const { proof } = decision;
  return {
    status: decision.status,
    clause: decision.clause,
    'direction of the evidence': decision.towards,
    'day since when': decision.since,
    signals: listed(decision.signals),
    flags: listed(decision.flags),
    labels: listed(decision.labels),
    'statements that decide': listed(proof.decidedBy),
    'rules rested on': listed(proof.policy),
  };
}

function listed(words: Iterable<string>): string {
  return [...words].toSorted().join(', ');
}

/**
 * Objections to what a decision says, by what follows from these facts under its clocks: the facts of
 * the proof, or all that were known.
 */
export function objectionsToAnswer(
  decision: Decision,
  facts: readonly Fact[],
  entries: readonly PolicyEntry[],
): readonly string[] {
  const { words, rules } = wordsFrom(decision, facts, entries);
  const objections: string[] = [];
  for (const [name, given] of Object.entries(wordsOf(decision))) {
    const found = words[name] ?? null;
    if (given !== found) {
      objections.push(`Its ${name}: ${given || 'none'} is given, ${found || 'none'} follows.`);
    }
  }
  for (const id of decision.proof.policy) {
    const isKnown = entries.some((entry) => entry.id === id);
    if (!isKnown) objections.push(`There is no rule with the id ${id}.`);
    else if (!rules.ids.has(id)) objections.push(`The rule ${id} was not in force.`);
  }
  return objections;
}

/** What follows from facts on another day under the same knowledge and the same announced rules. */
export function statusAndWords(
  decision: Decision,
  facts: readonly Fact[],
  entries: readonly PolicyEntry[],
) {
  const { status, signals, labels } = wordsFrom(decision, facts, entries).words;
  return { status, said: `${signals}/${labels}` };
}

/** Objections to the clauses tried: all before the deciding one, in order, each with what it lacked. */
export function objectionsToTried({ clause, proof }: Decision): readonly string[] {
  const objections: string[] = [];
  if (proof.clause !== clause) {
    objections.push(`The proof is of the clause ${proof.clause}, the decision by ${clause}.`);
  }
  const before = CLAUSES.slice(0, Math.max(0, CLAUSES.indexOf(clause)));
  if (proof.tried.map((tried) => tried.clause).join() !== before.join()) {
    objections.push(`The clauses tried are not those before ${clause}, in their order.`);
  }
  for (const tried of proof.tried) {
    const isSaid = tried.lacked.length > 0 && tried.lacked.every((lack) => lack.trim() !== '');
    if (!isSaid) objections.push(`It is not said what the clause ${tried.clause} lacked.`);
  }
  return objections;
}
