/**
 * Phrases as the tables of this folder write them. A space is a space; a hyphen may be one or nothing
 * ("opt-in" is also "opt in"); " ... " is up to 80 characters of the same sentence. The rest is as in
 * a regular expression. A phrase begins and ends with a whole word, in any case of letters.
 */
const GAP = '[,:)]? (?:(?:[^.;!?\\n•]|\\.(?! )){0,80}? )?[("]?';

/** Each table is made into a pattern once. */
const patterns = new WeakMap<readonly string[], RegExp>();
const NEVER = /(?!)/gu;

/** Takes phrases, gives one pattern that finds any of them (global, so that every place can be asked for). */
export function anyOf(phrases: readonly string[]): RegExp {
  if (phrases.length === 0) return NEVER;
  const known = patterns.get(phrases);
  if (known !== undefined) return known;
  const each = phrases.map((phrase) => phrase.replaceAll('-', ' ?').replaceAll(' ... ', GAP));
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${each.join('|')})(?![\\p{L}\\d])`, 'giu');
  patterns.set(phrases, pattern);
  return pattern;
}

/** A piece of a text and where it stands. */
export type Match = { readonly at: number; readonly end: number; readonly text: string };

/** Every place where a pattern stands in a text. */
export function matchesOf(pattern: RegExp, text: string): Match[] {
  return [...text.matchAll(pattern)].map((m) => ({
    at: m.index,
    end: m.index + m[0].length,
    text: m[0],
  }));
}

/** True if one of the phrases stands in the text. */
export function has(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0;
}
