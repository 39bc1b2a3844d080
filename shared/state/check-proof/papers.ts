import type { Day } from '../../calendar/day.ts';
import type { Fact, FactOf } from '../../evidence/fact.ts';
import { greatest, ofKind, ranked, word, wordNear } from './rank.ts';

type Paper = 'dpia' | 'plan' | 'bulk-104';

/** One field of a document: its value, who gave it last, and who first gave the same unbroken. */
export type Field<T> = { readonly is: T; readonly by: Fact; readonly first: Fact };

/** A document as all that was said of it gives it. */
export type Read<K extends Paper> = {
  readonly field: <P extends keyof FactOf<K>['values']>(
    name: P,
  ) => Field<NonNullable<FactOf<K>['values'][P]>> | undefined;
  /** The statements behind all its fields. */
  readonly by: readonly Fact[];
};

/** Reads a document field by field: an empty cell says nothing, the latest word that gave a field keeps it. */
export function readPaper<K extends Paper>(said: readonly FactOf<K>[], on: Day): Read<K> {
  const all: readonly Fact[] = said as readonly Fact[];
  const heard = ranked(
    all.filter((s) => s.effectiveOn <= on),
    wordNear(on),
  );
  const field = (name: string): Field<never> | undefined => {
    const given = heard.filter((s) => valueIn(s, name) !== null);
    const by = given[0];
    if (by === undefined) return undefined;
    const is = valueIn(by, name);
    const end = given.findIndex((s) => valueIn(s, name) !== is);
    const run = end === -1 ? given : given.slice(0, end);
    const startsOn = run.map((s) => s.effectiveOn).toSorted()[0];
    return { is: is as never, by, first: run.find((s) => s.effectiveOn === startsOn)! };
  };
  const names = heard[0] === undefined ? [] : Object.keys(heard[0].values);
  const fields = names.map(field).filter((f) => f !== undefined);
  return {
    field: field as Read<K>['field'],
    by: [...new Set(fields.flatMap((f) => [f.by, f.first]))],
  };
}

function valueIn(said: Fact, name: string): unknown {
  return (said.values as Readonly<Record<string, unknown>>)[name] ?? null;
}

/** The latest judgement of each document, by the document's hash. */
export function judgementsIn(facts: readonly Fact[]): ReadonlyMap<string, FactOf<'review'>> {
  const reviews = ofKind(facts, 'review');
  const documents = new Set(reviews.map((r) => r.values.of));
  const latest = [...documents].map((of) => {
    const ofOne = reviews.filter((r) => r.values.of === of);
    return [of, greatest(ofOne, word)!] as const;
  });
  return new Map(latest);
}

const LETS_IT_STAND: ReadonlySet<string> = new Set(['accepted', 'change-asked']);

/** True if the newest document among these, as seen from a day, is one of which a change was asked. */
export function isChangeAsked(
  said: readonly Document[],
  judgements: ReadonlyMap<string, FactOf<'review'>>,
  on: Day,
): boolean {
  const seen = said.filter((f) => f.values.document !== null && f.effectiveOn <= on);
  const newest = greatest(seen, wordNear(on))?.values.document;
  return judgements.get(newest ?? '')?.values.judgement === 'change-asked';
}

type Document = FactOf<'dpia'> | FactOf<'plan'> | FactOf<'pause-letter'>;

/**
 * The statements that fell with a document that was judged out: its own, and a return's word about the
 * same one (a letter: sent on the same day; a plan or DPIA: said up to the day of the judgement).
 */
export function fallen<F extends Document>(
  said: readonly F[],
  judgements: ReadonlyMap<string, FactOf<'review'>>,
): readonly F[] {
  const verdictOn = (f: F) => {
    const verdict = judgements.get(f.values.document ?? '');
    return verdict !== undefined && LETS_IT_STAND.has(verdict.values.judgement)
      ? undefined
      : verdict;
  };
  const documents = said.filter((f) => verdictOn(f) !== undefined);
  const isWordOf = (f: F, document: F) =>
    f.kind === 'pause-letter' && document.kind === 'pause-letter'
      ? f.values.sentOn === document.values.sentOn
      : f.asAt <= verdictOn(document)!.effectiveOn;
  return said.filter((f) =>
    f.values.document === null
      ? documents.some((document) => isWordOf(f, document))
      : documents.includes(f),
  );
}
