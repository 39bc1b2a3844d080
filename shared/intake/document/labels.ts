import type { Flow } from './flow.ts';

/**
 * A label of a form where it stands, and the text after it. What marks it as one: its colon or question
 * mark, a line or cell of its own, or (`none`) only its place and capital letter.
 */
export type Labelled = {
  readonly label: string;
  readonly at: number;
  readonly mark: 'colon' | 'line' | 'none';
  /** What the box right before the label says; null: there is none. */
  readonly box: 'ticked' | 'unticked' | null;
  /** From the end of the label to the next label, 400 characters at most. */
  readonly answer: string;
  readonly answerAt: number;
  /** Where the next label stands, or the text ends. */
  readonly until: number;
};

const LONGEST_ANSWER = 400;
/** What may stand after a label and still belong to it: "(name and role)", a colon, a dash, a bar. */
const TAIL = /(?: ?\([^()\n]{0,80}\))?(?<mark> ?[:?|]| ?-(?= )| ?(?=\.\.\.|__)|\s*\n)?/y;
/** What may stand before a label: nothing, the end of something, or the number of a heading. */
const HEAD = /(?:^|[\n.:;?!•|)\]_☐☑☒✓✔"]|[ \n]-|(?<!\p{L})\d{1,2})[ .)]*$/u;
const OPENS_ANSWER = /^ (?:[\p{Lu}\d✓✔☑☒☐_.[<("£]|(?:yes|no|tb[ac]|n\/a|none)\b)/u;

/**
 * Takes a document and the labels that its form may have, gives each place where one stands as a label,
 * with the answer: the rest of the line, the next paragraph or the next cell, up to the next label. In
 * running text ("our target date is ...") a label is only a word, and is left to the phrases.
 */
export function labelsIn({ text }: Flow, labels: readonly string[]): Labelled[] {
  const marked = [...text.matchAll(anyLabel(labels))].flatMap((match) => markOf(text, match) ?? []);
  return marked.map(({ end, ...label }, index) => {
    const until = marked[index + 1]?.at ?? text.length;
    const answer = text.slice(end, Math.min(until, end + LONGEST_ANSWER));
    return { ...label, answer, answerAt: end, until };
  });
}

type Marked = Pick<Labelled, 'label' | 'at' | 'box' | 'mark'> & { readonly end: number };

function markOf(text: string, match: RegExpExecArray): Marked | undefined {
  const at = match.index;
  TAIL.lastIndex = at + match[0].length;
  const tail = TAIL.exec(text);
  const mark = tail?.groups?.['mark'];
  const end = at + match[0].length + (tail?.[0].length ?? 0);
  const opens = HEAD.test(text.slice(Math.max(0, at - 8), at));
  const isCapital = /^\p{Lu}/u.test(match[0]);
  const label = { label: labelKey(match[0]), at, end, box: boxBefore(text, at) };
  if (mark !== undefined && !mark.includes('\n')) return { ...label, mark: 'colon' };
  if (!opens && !isCapital) return undefined;
  if (mark !== undefined || end >= text.length) return { ...label, mark: opens ? 'line' : 'none' };
  return OPENS_ANSWER.test(text.slice(end, end + 6)) ? { ...label, mark: 'none' } : undefined;
}

function boxBefore(text: string, at: number): Labelled['box'] {
  const box = /([☐☑☒✓✔])\s*$/u.exec(text.slice(Math.max(0, at - 4), at))?.[1];
  return box === undefined ? null : box === '☐' ? 'unticked' : 'ticked';
}

/** A label as its table and a document both have it: lower case without spaces and hyphens. */
export function labelKey(label: string): string {
  return label.toLowerCase().replace(/[ \n-]/g, '');
}

/** The longest first, so that "review date" is not read as "date". */
function anyLabel(labels: readonly string[]): RegExp {
  const longestFirst = [...new Set(labels)].sort((a, b) => b.length - a.length);
  const sources = longestFirst.map(sourceOf);
  return new RegExp(`(?<![\\p{L}\\d])(?:${sources.join('|')})(?![\\p{L}\\d])`, 'giu');
}

/** "Subject/title of DPO" also stands as "Subject / title of DPO". */
function sourceOf(label: string): string {
  return label
    .replace(/[?.()]/g, '\\$&')
    .replace(/[ -]/g, ' ?')
    .replace(/\//g, ' ?/ ?');
}

/** The first paragraph or cell of an answer that holds anything. */
export function firstPart(answer: string): string {
  return answer.split('\n').find((part) => part.trim() !== '') ?? '';
}
