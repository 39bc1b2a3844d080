import { counted } from '../../coverage/figure-words.ts';
import type { Episode } from '../episode.ts';
import { onOneLine } from './sheet.ts';

/** What mail programs show of a subject, and some more. */
const LONGEST = 120;

/**
 * A subject on one line of at most 120 characters: of what is too long the name in its middle is
 * shortened, never the counts. `madeUp`: said first.
 */
export function subjectLine(
  [before, name, after]: readonly [before: string, name: string, after: string],
  { madeUp }: { readonly madeUp: boolean },
): string {
  const start = `${madeUp ? 'Made-up data: ' : ''}${before}`;
  return `${start}${shortened(name, LONGEST - start.length - after.length)}${after}`;
}

/** A text on one line, of at most so many characters; what was cut off shows as three dots. */
export function shortened(text: string, most: number): string {
  const line = onOneLine(text);
  if (line.length <= most) return line;
  return `${line
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()}…`;
}

/** A place as a subject has room for it: `NHS Example Integrated Care Board (QHM)` is `Example ICB (QHM)`. */
export function placeInShort(cover: string): string {
  return onOneLine(cover)
    .replace(/^NHS /, '')
    .replace(/ Integrated Care Board\b/i, ' ICB');
}

/** `MADE-UP SURGERY (A81001)`, and for a code that no register names only what is known. */
export function practiceInWords(code: string, name: string | null): string {
  return name === null ? `Practice ${code}` : `${shortened(name, 80)} (${code})`;
}

/** The same of the practice of an episode. */
export function practiceOf({ alert, about }: Episode): string {
  return practiceInWords(alert.practice, about.name);
}

/** `1 alert`, `1,200 alerts`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${counted(count)} ${count === 1 ? one : many}`;
}
