import { subjectOf } from '../../evidence/corrections.ts';
import type { Fact } from '../../evidence/fact.ts';
import { judgesOut } from '../../state/paper.ts';

/** How what is known of a practice differs between two instants. */
export type News = {
  /** Known at the later one only, and nothing had been said of the same before. */
  readonly late: readonly Fact[];
  /** Known at the later one only, and said otherwise before, or a judgement on a document that had counted. */
  readonly corrections: readonly Fact[];
  /** Known at the earlier one only: corrected, taken back, or (clocks turned back) not yet received. */
  readonly gone: readonly Fact[];
};

/**
 * Parts what came between two instants; takes what was known at each, by `knownFacts`. A correction: the
 * sender said something else of the same as at the same day, or says the same again after that, or a
 * review judges a document out or back in. What came and was itself corrected in between plays no part.
 */
export function newsBetween(then: readonly Fact[], now: readonly Fact[]): News {
  const [wasKnown, isKnown] = [new Set(then), new Set(now)];
  const came = now.filter((fact) => !wasKnown.has(fact));
  const gone = then.filter((fact) => !isKnown.has(fact));
  if (came.length === 0) return { late: came, corrections: came, gone };
  const answered = new Set(then.map(questionOf));
  const judgedOut = documentsJudgedOut([...then, ...came]);
  const isCorrection = (fact: Fact) =>
    answered.has(questionOf(fact)) || (fact.kind === 'review' && judgedOut.has(fact.values.of));
  const corrections = came.filter(isCorrection);
  return { late: came.filter((fact) => !isCorrection(fact)), corrections, gone };
}

/** An extract's row answers for settings, bookings and counts each by itself. */
function questionOf(fact: Fact): string {
  return `${fact.kind}\n${subjectOf(fact)}`;
}

function documentsJudgedOut(facts: readonly Fact[]): ReadonlySet<string> {
  const reviews = facts.filter((fact) => fact.kind === 'review').filter(judgesOut);
  return new Set(reviews.map(({ values }) => values.of));
}
