import type { Day } from '../calendar/day.ts';
import type { Fact, FactKind, FactOf } from '../evidence/fact.ts';
import { latestWordFirst, type SortedFacts } from './sorted-facts.ts';

/**
 * A value that a folded document gives, the statement that gives it, the first that gave the same
 * unbroken, and the one with another value that marks where that begins (null: there is none).
 */
export type Said<T, F extends Fact = Fact> = {
  readonly value: T;
  readonly by: F;
  readonly first: F;
  readonly brokenBy: F | null;
};

type ValuesIn<K extends FactKind> = FactOf<K>['values'];
/** A document put together field by field; a field that nobody gave is absent. */
export type Folded<K extends FactKind> = {
  readonly [P in keyof ValuesIn<K>]?: Said<NonNullable<ValuesIn<K>[P]>, FactOf<K>>;
};

/**
 * Folds statements about one document field by field: an empty cell says nothing, so each field keeps
 * the latest word that gave it. Statements as at the day or before come first; a later one only adds
 * what none of those say. Only statements effective by the day count.
 */
export function foldOn<K extends FactKind>(said: readonly FactOf<K>[], on: Day): Folded<K> {
  if (said.length === 0) return {};
  const counting = said.filter((s) => s.effectiveOn <= on).sort(byClosenessTo(on));
  const folded: Record<string, Run<FactOf<K>>> = {};
  for (const by of counting) {
    for (const [field, value] of Object.entries(by.values)) {
      const known = folded[field];
      if (value === null || (known !== undefined && known.brokenBy !== null)) continue;
      if (known === undefined) folded[field] = { value, by, first: by, brokenBy: null };
      else if (known.value !== value) known.brokenBy = by;
      else if (by.effectiveOn < known.first.effectiveOn) known.first = by;
    }
  }
  return folded as Folded<K>;
}

type Run<F> = { readonly value: unknown; readonly by: F; first: F; brokenBy: F | null };

function byClosenessTo(on: Day) {
  return (a: Fact, b: Fact): number => {
    const [aPast, bPast] = [a.asAt <= on, b.asAt <= on];
    if (aPast !== bPast) return aPast ? -1 : 1;
    return aPast || a.asAt === b.asAt ? latestWordFirst(a, b) : a.asAt < b.asAt ? -1 : 1;
  };
}

/** The latest judgement on each document that stands, by its SHA-256: the review of one withdrawn falls with it. */
export function judgements(facts: SortedFacts): ReadonlyMap<string, FactOf<'review'>> {
  const latest = new Map<string, FactOf<'review'>>();
  if (facts.review.length === 0) return latest;
  const papers = [...facts['pause-letter'], ...facts.dpia, ...facts.plan];
  const documents = new Set(papers.map(({ values }) => values.document));
  for (const review of [...facts.review].sort(latestWordFirst)) {
    const { of } = review.values;
    if (documents.has(of) && !latest.has(of)) latest.set(of, review);
  }
  return latest;
}

/** Statements about documents, parted by the reviewer's word. */
export type Judged<F> = { readonly standing: readonly F[]; readonly out: readonly F[] };

/**
 * Parts what still counts from what fell with a document that was judged out: the document's own
 * statements, and a return's word about the same document (`isSame` says which that is).
 */
export function byJudgement<F extends FactOf<'dpia' | 'plan' | 'pause-letter'>>(
  said: readonly F[],
  judged: ReadonlyMap<string, FactOf<'review'>>,
  isSame: (word: F, judgedOut: F, review: FactOf<'review'>) => boolean,
): Judged<F> {
  if (judged.size === 0) return { standing: said, out: [] };
  const reviewOf = (fact: F) => judged.get(fact.values.document ?? '');
  const judgedOut = said.filter((fact) => judgesOut(reviewOf(fact)));
  const isFallen = (fact: F) =>
    fact.values.document === null
      ? judgedOut.some((other) => isSame(fact, other, reviewOf(other)!))
      : judgesOut(reviewOf(fact));
  return { standing: said.filter((fact) => !isFallen(fact)), out: said.filter(isFallen) };
}

/** A return's word about a plan or DPIA up to the judgement is about the one judged; a later one is new. */
export function isUpToReview(word: Fact, _judgedOut: Fact, review: FactOf<'review'>): boolean {
  return word.asAt <= review.effectiveOn;
}

/** A return's word about a letter is about the one sent on the same day. */
export function isSameLetter(word: FactOf<'pause-letter'>, other: FactOf<'pause-letter'>): boolean {
  return word.values.sentOn === other.values.sentOn;
}

/** A document that was accepted counts, and so does one of which a change was asked; every other judgement judges it out. */
export function judgesOut(review: FactOf<'review'> | undefined): boolean {
  const judgement = review?.values.judgement ?? 'accepted';
  return judgement !== 'accepted' && judgement !== 'change-asked';
}

/** The newest document of a kind on a day: what a reviewer's word about an older one no longer touches. */
export function newestDocumentOn<F extends FactOf<'dpia' | 'plan' | 'pause-letter'>>(
  said: readonly F[],
  on: Day,
): F | undefined {
  const seen = said.filter((s) => s.values.document !== null && s.effectiveOn <= on);
  return seen.sort(byClosenessTo(on))[0];
}
