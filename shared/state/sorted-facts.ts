import type { Fact, FactKind, FactOf } from '../evidence/fact.ts';

/** The facts of one practice, by kind. */
export type SortedFacts = { readonly [K in FactKind]: readonly FactOf<K>[] };

/** Sorts one practice's facts by kind; nothing is dropped. */
export function sortFacts(facts: readonly Fact[]): SortedFacts {
  const sorted: { [K in FactKind]: Fact[] } = {
    listing: [],
    'list-size': [],
    membership: [],
    succession: [],
    'default-access': [],
    'switch-on-booked': [],
    'access-counts': [],
    'pause-letter': [],
    dpia: [],
    'opt-in-step': [],
    plan: [],
    'bulk-104': [],
    'declared-status': [],
    review: [],
    exemption: [],
    retraction: [],
  };
  for (const fact of facts) sorted[fact.kind].push(fact);
  return sorted as SortedFacts;
}

/**
 * Who is believed of two that speak of the same thing: the later date, then the practice's own word
 * before the word of another on its behalf, then the later receipt; the id settles what is left, so
 * that the order of arrival never does. Negative: `a` is believed.
 */
export function latestWordFirst(a: Fact, b: Fact): number {
  if (a.asAt !== b.asAt) return a.asAt > b.asAt ? -1 : 1;
  const [aOwn, bOwn] = [isOwnWord(a), isOwnWord(b)];
  if (aOwn !== bOwn) return aOwn ? -1 : 1;
  if (a.receivedAt !== b.receivedAt) return a.receivedAt > b.receivedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function isOwnWord(fact: Fact): boolean {
  return fact.source.onBehalfOf === undefined && fact.source.relayed === undefined;
}
