import type { Fact, FactKind, FactOf } from '../evidence/fact.ts';

/** The facts of one practice, by kind. */
export type SortedFacts = { readonly [K in FactKind]: readonly FactOf<K>[] };

const NONE: readonly Fact[] = [];

/** Sorts one practice's facts by kind; nothing is dropped. Most practices have facts of few kinds. */
export function sortFacts(facts: readonly Fact[]): SortedFacts {
  const sorted: { [K in FactKind]: readonly Fact[] } = {
    listing: NONE,
    'list-size': NONE,
    membership: NONE,
    succession: NONE,
    'default-access': NONE,
    'switch-on-booked': NONE,
    'access-counts': NONE,
    'pause-letter': NONE,
    dpia: NONE,
    'opt-in-step': NONE,
    plan: NONE,
    'bulk-104': NONE,
    'declared-status': NONE,
    review: NONE,
    reply: NONE,
    exemption: NONE,
    retraction: NONE,
  };
  for (const fact of facts) {
    const those = sorted[fact.kind];
    if (those === NONE) sorted[fact.kind] = [fact];
    else (those as Fact[]).push(fact);
  }
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
