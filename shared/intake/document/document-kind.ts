import type { DocumentKind } from './checklist.ts';
import type { Flow } from './flow.ts';
import { KIND_WORDS, type KindWords } from './kind-words.ts';
import { anyOf, has } from './phrase.ts';

/** How much a document looks like each kind; 0: not at all. */
export type Likeness = Readonly<Record<DocumentKind, number>>;

/** A title stands in the first lines. */
const TITLE_LENGTH = 250;
const TITLE_WORTH = 5;
const STRONG_WORTH = 2;

const PATTERNS = Object.entries(KIND_WORDS).map(([kind, words]) => ({
  kind: kind as DocumentKind,
  ...patternsOf(words),
}));

function patternsOf({ titles, strong, weak }: KindWords) {
  const each = (phrases: readonly string[]) => phrases.map((phrase) => anyOf([phrase]));
  return { titles: anyOf(titles), strong: each(strong), weak: each(weak) };
}

/** Takes a document, gives how much it looks like a letter, a plan and a DPIA: five for a title, two or one for each word of its form. */
export function likenessOf({ text }: Flow): Likeness {
  const likeness = { letter: 0, plan: 0, dpia: 0 };
  const top = text.slice(0, TITLE_LENGTH);
  for (const { kind, titles, strong, weak } of PATTERNS) {
    const count = (patterns: readonly RegExp[]) =>
      patterns.filter((pattern) => has(pattern, text)).length;
    const title = has(titles, top) ? TITLE_WORTH : 0;
    likeness[kind] = title + STRONG_WORTH * count(strong) + count(weak);
  }
  return likeness;
}

/** Less than this is chance. */
const ENOUGH = 4;
/** The likeliest kind must be so much ahead of the next. */
const AHEAD = 1.4;
/** To doubt what the sender said takes more. */
const CLEARLY_AHEAD = 2.5;

/** Takes how much a document looks like each kind, gives what it is; null where that is not sure. */
export function kindFrom(likeness: Likeness): DocumentKind | null {
  return leader(likeness, AHEAD);
}

/** The kind that a document clearly looks like although it was said to be another; null: none. */
export function clearlyOther(likeness: Likeness, told: DocumentKind): DocumentKind | null {
  const kind = leader(likeness, CLEARLY_AHEAD);
  return kind === told ? null : kind;
}

function leader(likeness: Likeness, ahead: number): DocumentKind | null {
  const [[kind, most], [, next]] = (Object.entries(likeness) as [DocumentKind, number][]).sort(
    ([, a], [, b]) => b - a,
  ) as [[DocumentKind, number], [DocumentKind, number]];
  return most >= ENOUGH && most >= next * ahead ? kind : null;
}
