import { longDay } from '../../calendar/day.ts';
import { knownFacts } from '../../evidence/known.ts';
import { holdingOn } from '../../state/register-on-day.ts';
import { latestWordFirst } from '../../state/sorted-facts.ts';
import type { Change, Moment } from '../../state/weeks.ts';
import type { Denominator } from '../coverage-row.ts';
import { verdictOn } from '../denominators.ts';
import { counted } from '../figure-words.ts';
import type { PracticeOnDay } from '../practice-on-day.ts';
import { factInShort } from './fact-words.ts';
import type { Standing } from './leg.ts';

/** Why a practice came into the denominator: where it stood before. */
export function becauseEntered(before: PracticeOnDay | null, denominator: Denominator): string {
  if (before === null) return 'Nothing was known of it before';
  return `Before this ${inThePast(whyOut(before, denominator))}`;
}

/** Why a practice left the denominator. */
export function becauseLeft(after: PracticeOnDay | null, denominator: Denominator): string {
  if (after === null) return 'Nothing is known of it any more';
  const { status, since } = after.decision;
  const from = status === 'out-of-scope' && since !== null ? ` from ${longDay(since)} on` : '';
  const why = whyOut(after, denominator);
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}${from}`;
}

/** As a sentence: the words for "out" say what the practice is or has, those for "unknown" are whole. */
function whyOut(practice: PracticeOnDay, denominator: Denominator): string {
  const { is, because } = verdictOn(practice, denominator);
  return is === 'out' ? `it ${because}` : because;
}

const PAST: readonly (readonly [RegExp, string])[] = [
  [/\bis\b/, 'was'],
  [/\bhas\b/, 'had'],
  [/\blists\b/, 'listed'],
  [/\bholds\b/, 'held'],
];

function inThePast(sentence: string): string {
  return PAST.reduce((text, [now, then]) => text.replace(now, then), sentence);
}

/** The list that gives the later number of patients, and both numbers; these are published list sizes. */
export function becauseOfList({ facts, before, after }: Change, { clocks }: Moment): string {
  const numbers = `${counted(before!.patients)} to ${counted(after!.patients)} patients`;
  const lists = knownFacts(facts, clocks.knownAt).filter((fact) => fact.kind === 'list-size');
  const list = holdingOn(lists.sort(latestWordFirst), clocks.validAt);
  if (list === undefined || !after!.listed) return `No longer in the list file: ${numbers}`;
  return `${factInShort(list)}: ${numbers}`;
}

const PARTS = [
  ['region', 'region'],
  ['icb', 'ICB'],
  ['subIcb', 'sub-ICB'],
  ['pcn', 'PCN'],
] as const;

/** From where to where: only the parts of the address that differ, and the supplier. */
export function becauseTransferred(from: Standing, to: Standing): string {
  const places = PARTS.map(([part, word]) => [word, from.place[part], to.place[part]] as const);
  const differing = [...places, ['supplier', from.supplier, to.supplier] as const].filter(
    ([, was, is]) => was !== is,
  );
  const moves = differing.map(
    ([word, was, is]) => `${word} ${was ?? 'not known'} to ${is ?? 'not known'}`,
  );
  return `From ${moves.join(', ')}`;
}
