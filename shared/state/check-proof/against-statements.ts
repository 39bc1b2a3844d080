import { type Fact, FactSchema } from '../../evidence/fact.ts';
import { statementId } from '../../evidence/statement-id.ts';
import type { Decision } from '../decision.ts';

/** Objections to the facts that a proof carries: each must be whole, of the practice, known by then and there once. */
export function objectionsToFacts({ practice, clocks, proof }: Decision): readonly string[] {
  const { used, decidedBy, considered } = proof;
  const objections = used.flatMap((fact) => objectionsTo(fact, practice, clocks.knownAt));
  const ids = used.map((fact) => fact.id);
  for (const id of repeated(ids)) objections.push(`Statement ${short(id)} is used twice.`);
  for (const id of repeated(decidedBy)) objections.push(`Statement ${short(id)} decides twice.`);
  for (const id of decidedBy) {
    if (!ids.includes(id)) {
      objections.push(`Statement ${short(id)} is said to decide and is not among those used.`);
    }
  }
  if (considered.count < used.length) {
    objections.push(
      `${considered.count} facts are said to have been considered and ${used.length} were used.`,
    );
  }
  if (!/^[0-9a-f]{64}$/.test(considered.digest)) {
    objections.push('The digest of the facts considered is no SHA-256.');
  }
  return objections;
}

function objectionsTo(fact: Fact, practice: string, knownAt: string): string[] {
  const name = `Statement ${short(fact.id)}`;
  if (!FactSchema.safeParse(fact).success) return [`${name} is not written as a fact is.`];
  const objections: string[] = [];
  if (statementId(fact, fact.source.sender) !== fact.id) {
    objections.push(`${name} was changed: its content gives another id.`);
  }
  if (fact.practice !== practice) {
    objections.push(`${name} is about practice ${fact.practice}, the decision about ${practice}.`);
  }
  if (fact.receivedAt > knownAt) {
    objections.push(`${name} was received at ${fact.receivedAt}, after ${knownAt}.`);
  }
  if (fact.kind === 'retraction') {
    objections.push(`${name} is a retraction, which proves nothing by itself.`);
  }
  return objections;
}

/** Enough of an id to find the statement by. */
export function short(id: string): string {
  return id.slice(0, 8);
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}
