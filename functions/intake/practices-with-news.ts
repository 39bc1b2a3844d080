import type { Fact } from '../../shared/evidence/fact.ts';

/**
 * The practices whose state may have changed, sorted. A national register file lists thousands of codes
 * that never were English GP practices; of one that nothing else is known of there is no state to update.
 */
export function practicesWithNews(
  newFacts: readonly Fact[],
  known: readonly Fact[],
): readonly Fact['practice'][] {
  const practices = new Set<Fact['practice']>();
  for (const facts of [newFacts, known]) {
    for (const fact of facts) if (!isListingElsewhere(fact)) practices.add(fact.practice);
  }
  return [...new Set(newFacts.map((fact) => fact.practice))].filter((p) => practices.has(p)).sort();
}

function isListingElsewhere(fact: Fact): boolean {
  return fact.kind === 'listing' && !(fact.values.gpPractice && fact.values.country === 'england');
}
