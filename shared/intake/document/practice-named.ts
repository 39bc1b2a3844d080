import { isPracticeCode, type PracticeCode } from '../../practice/code.ts';
import { tidied } from './answer.ts';
import type { Flow } from './flow.ts';
import { anyOf, has } from './phrase.ts';

/** A practice code and where it stands. */
export type CodeAt = { readonly code: PracticeCode; readonly at: number };

const CODE = /(?<![\p{L}\d])[A-HJ-NP-WY]\d{5}(?![\p{L}\d])/gu;
/** After these words a code may also be in lower case or have a space in it. */
const LABELLED_CODE =
  /\b(?:practice|ods|national|nacs|surgery|organisation) ?code\W{0,4}([a-z] ?\d{2} ?\d{3})(?![\p{L}\d])/giu;

/**
 * Takes a document, gives every practice code in it once, in reading order. U and five digits is a
 * PCN's, unless the register knows it as a practice's.
 */
export function codesIn({ text }: Flow, isRegistered: (code: PracticeCode) => boolean): CodeAt[] {
  const labelled = [...text.matchAll(LABELLED_CODE)].map((m) => ({ text: m[1]!, at: m.index }));
  const plain = [...text.matchAll(CODE)].map((m) => ({ text: m[0], at: m.index }));
  const codes = new Map<PracticeCode, CodeAt>();
  for (const { text: spelt, at } of [...plain, ...labelled].sort((a, b) => a.at - b.at)) {
    const code = spelt.replaceAll(' ', '').toUpperCase();
    if (!isPracticeCode(code) || codes.has(code)) continue;
    if (!code.startsWith('U') || isRegistered(code)) codes.set(code, { code, at });
  }
  return [...codes.values()];
}

const NAME =
  /(?<!\p{L})(?:(?:\p{Lu}[\p{L}'&]+|St|of|the|and|&|on|upon|in) ){1,5}(?:Surgery|SURGERY|Surgeries|(?:Medical|MEDICAL|Health|HEALTH|Family|Healthcare|Primary Care) (?:Centre|CENTRE|Center|Practice|PRACTICE|Group|GROUP|Partnership|Partners)|(?:Group |GROUP )?(?:Practice|PRACTICE)|Doctors|Clinic)(?!\p{L})/gu;
/** Words that stand before "practice" and name none. */
const NAMELESS = anyOf([
  '(the|this|our|your|each|every|all|any|gp|general|medical|name of|insert|a|in|of|for|and|on|family|group|best|good|clinical|working|practice|that|by|at|from|to|dear|as|nhs|primary|care|which|health|lead|following|other|local)',
]);

/** Where the name of a surgery or practice stands, or null. Whether it is this practice's, only a reader can tell. */
export function nameAt({ text }: Flow): number | null {
  const named = [...text.matchAll(NAME)].find(([name]) => {
    const words = tidied(name).split(' ').slice(0, -1);
    return words.some((word) => /^\p{Lu}/u.test(word) && !has(NAMELESS, word));
  });
  return named?.index ?? null;
}
