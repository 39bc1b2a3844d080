import type { Flow } from './flow.ts';
import type { LetterPart } from './letter-parts.ts';
import {
  ACKNOWLEDGES,
  ASKS_NOT_TO,
  ASKS_NOTHING,
  ASKS_TO,
  FOR_SOME_ONLY,
  LATER,
  TOLD,
  WITHDRAWS,
} from './letter-words.ts';
import { isDenied, isNegative } from './negation.ts';
import { anyOf, has, type Match, matchesOf } from './phrase.ts';

/** What a letter or message does, and where it says so. */
export type Request = {
  readonly does: 'asks not to' | 'withdraws' | 'acknowledges' | 'nothing';
  readonly at: number;
};

const NOT_TO = anyOf(ASKS_NOT_TO);
const BACK = anyOf(WITHDRAWS);
const TO = anyOf(ASKS_TO);
const ACK = anyOf(ACKNOWLEDGES);
const NOT_YET = anyOf(LATER);
const NO_REQUEST = anyOf(ASKS_NOTHING);
const PARTLY = anyOf(FOR_SOME_ONLY);
const SENTENCE_END = /[.;!?] |[•\n]/gu;

/**
 * Takes one letter or message, gives what it does. Taking an earlier letter back goes before asking;
 * what was asked before and is only told again asks nothing. A supplier who writes can only acknowledge.
 */
export function requestOf(flow: Flow, part: LetterPart, bySupplier: boolean): Request {
  const text = flow.text.slice(part.from, part.to);
  const all = (pattern: RegExp) => matchesOf(pattern, text);
  const at = (match: Match | undefined) => part.from + (match?.at ?? 0);
  const acknowledged = all(ACK).find((each) => !isDenied(text, each.at, each.end));
  if (bySupplier) {
    return acknowledged === undefined
      ? { does: 'nothing', at: part.from }
      : { does: 'acknowledges', at: at(acknowledged) };
  }
  const back = all(BACK).find(
    (each) => !isNegative(opening(text, each)) && !has(NOT_YET, opening(text, each)),
  );
  if (back !== undefined) return { does: 'withdraws', at: at(back) };
  const notTo = all(NOT_TO).find((each) => isAsked(text, each));
  if (notTo !== undefined) return { does: 'asks not to', at: at(notTo) };
  const to = all(TO).find(
    (each) => !isDenied(text, each.at, each.end) && !has(NOT_YET, opening(text, each)),
  );
  if (to !== undefined) return { does: 'withdraws', at: at(to) };
  if (acknowledged !== undefined) return { does: 'acknowledges', at: at(acknowledged) };
  return { does: 'nothing', at: part.from };
}

/** Asked here and now, of this practice's access as a whole. */
function isAsked(text: string, match: Match): boolean {
  if (isTold(text, match) || isDoublyDenied(text, match)) return false;
  const sentence = opening(text, match) + restOfSentence(text, match);
  return !has(NO_REQUEST, opening(text, match)) && !has(PARTLY, sentence);
}

function restOfSentence(text: string, { end }: Match): string {
  return text.slice(end, end + 80).split(SENTENCE_END)[0]!;
}

/** The sentence up to a match, and the match. */
function opening(text: string, { at, end }: Match): string {
  return clauseBefore(text, { at, end, text: '' }) + text.slice(at, end);
}

function clauseBefore(text: string, { at }: Match): string {
  return text
    .slice(Math.max(0, at - 120), at)
    .split(SENTENCE_END)
    .at(-1)!;
}

/** "This does not stop patients from asking": the words that ask are themselves denied. */
function isDoublyDenied(text: string, { at, text: said }: Match): boolean {
  return !isNegative(said) && isDenied(text, at, at);
}

const BEFORE = anyOf(TOLD);

/** True where words are told of what was asked before: "we wrote to EMIS and asked them not to". */
export function isTold(text: string, match: Match): boolean {
  return has(BEFORE, clauseBefore(text, match));
}
