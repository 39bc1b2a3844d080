import type { Column } from '../readers/column.ts';
import { label } from '../table/found.ts';
import { saysNothing } from '../table/words.ts';
import { wordKey } from './apply-mapping.ts';

/** A word of a tracker that we do not know by itself: in how many rows it stands, and what it might mean. */
export type UnknownWord = {
  readonly column: string;
  /** Null for a text that no message may repeat. */
  readonly word: string | null;
  readonly rows: number;
  readonly guess: string | null;
};

/** Takes the cells of a column with a fixed choice, gives each word in them that is not one of ours, the most frequent first. */
export function unknownWords(
  name: string,
  column: Column,
  cells: readonly string[],
): readonly UnknownWord[] {
  const alike = new Map<string, { word: string; rows: number }>();
  for (const cell of cells) {
    const word = cell.trim().replace(/\s+/g, ' ');
    if (word === '' || saysNothing(word) || column.isChoice(word)) continue;
    const same = alike.get(wordKey(word));
    if (same === undefined) alike.set(wordKey(word), { word, rows: 1 });
    else same.rows += 1;
  }
  return [...alike.values()]
    .sort((a, b) => b.rows - a.rows || (a.word < b.word ? -1 : 1))
    .map(({ word, rows }) => ({
      column: name,
      word: label(word) === undefined ? null : word,
      rows,
      guess: name === 'declared_status' ? guessedStatus(word) : null,
    }));
}

const STATUSES: readonly (readonly [RegExp, string])[] = [
  [/\bnot (yet )?(started|begun)\b/, 'not started'],
  [/\b(working towards|in progress|planning)\b/, 'working towards'],
  [/\b(live|switched on)\b/, 'live'],
  [/\b(paused?|deferred|postponed|on hold)\b/, 'paused'],
  [/\bopt(ed)? in\b/, 'opt-in'],
];
const DENIES = /\b(not|no|non|never|un\w+|without|yet|pre|before|until|was|previously|formerly)\b/;

/**
 * What a word for a status might mean; null where it could be one of two, or denies something ("not live
 * yet"). A colour is never guessed at: each tracker has its own.
 */
export function guessedStatus(word: string): string | null {
  const plain = word
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  const [begun, ...others] = STATUSES;
  if (begun![0].test(plain)) return begun![1];
  if (DENIES.test(plain)) return null;
  const said = others.filter(([spelling]) => spelling.test(plain)).map(([, status]) => status);
  // "Working towards go-live" names live as what is to come.
  const now = said.includes('working towards') ? said.filter((status) => status !== 'live') : said;
  return now.length === 1 ? now[0]! : null;
}
