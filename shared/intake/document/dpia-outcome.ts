import {
  CONDITION,
  DECIDED,
  ONCE,
  OTHERS,
  OUTCOME_LABELS,
  type Outcome,
  STATED,
  WEIGHED,
} from './dpia-outcome-words.ts';
import type { Searched } from './evidence.ts';
import { firstPart, type Labelled, labelKey } from './labels.ts';
import { isDenied } from './negation.ts';
import { anyOf, has, type Match, matchesOf } from './phrase.ts';

/** What a DPIA says that the practice will do, and where; `both`: it states the one and the other. */
export type StatedOutcome =
  | { readonly outcome: Outcome; readonly at: number }
  | { readonly outcome: null; readonly both: boolean };

const LABELS = new Set(OUTCOME_LABELS.map(labelKey));

/** What comes after these words is what was not chosen. */
const RATHER_THAN =
  /\b(?:rather than|instead of|as opposed to|in place of|and not|not|against|ruled out|rejected|stop|cease|end)\b/i;

const OPT_IN = /\bopt ?in\b|on request/i;
const AUTOMATIC =
  /\bautomatic(?:ally)?\b|\bprospective access for all\b|\bopt ?out\b|\bby default\b/i;

/**
 * Takes a DPIA, its labels and where its last step begins, gives the outcome that it states: after a
 * label first, then in the last step, then anywhere. A text that weighs both and states neither has
 * none; one that states both has none either. (Design, evidence table: dpia, outcome.)
 */
export function statedOutcome({ flow, labelled }: Searched, signOff: number | null): StatedOutcome {
  const ticked = tickedOutcome(flow.text);
  if (ticked !== null) return ticked;
  const answers = labelled
    .filter(
      ({ label, at }) => LABELS.has(label) && !PROPOSED.test(flow.text.slice(0, at).slice(-14)),
    )
    .flatMap(answeredOutcome);
  const stated = STATED.flatMap(([outcome, phrases]) =>
    matchesOf(anyOf(phrases), flow.text)
      .filter((match) => isStated(flow.text, match))
      .map(({ at }) => ({ outcome, at })),
  );
  const inSignOff = stated.filter(({ at }) => signOff !== null && at >= signOff);
  const best = [answers, inSignOff, stated].find((each) => each.length > 0) ?? [];
  const [first] = best;
  if (first === undefined) return { outcome: null, both: false };
  const isOne = best.every(({ outcome }) => outcome === first.outcome);
  return isOne ? first : { outcome: null, both: true };
}

/** "Proposed outcome: opt-in" */
const PROPOSED =
  /\b(?:proposed|draft|suggested|preferred|provisional|possible|expected|previous) $/i;

function answeredOutcome({ answer, at }: Labelled): { outcome: Outcome; at: number }[] {
  const [chosen = ''] = firstPart(answer)
    .split(/[.;!?] /)[0]!
    .split(RATHER_THAN);
  if (has(CONDITION, chosen) || has(WEIGHED, chosen) || has(OTHERS, chosen)) return [];
  const [optIn, automatic] = [OPT_IN.test(chosen), AUTOMATIC.test(chosen)];
  if (optIn === automatic) return [];
  return [{ outcome: optIn ? 'opt-in' : 'automatic', at }];
}

/** "☒ Opt-in ☐ Automatic": two boxes, each right before its model, or each right after it. */
const BOXES =
  /(?:([☐☑☒✓✔])\s*)?(?:an? )?(opt ?in|automatic|opt ?out)(?: (?:access|model|approach))*(?:\s*([☐☑☒✓✔]))?[\s,/|]*(?:or )?(?:([☐☑☒✓✔])\s*)?(?:an? )?(opt ?in|automatic|opt ?out)(?: (?:access|model|approach))*(?:\s*([☐☑☒✓✔]))?/iu;

/** The model whose box alone is ticked. */
function tickedOutcome(text: string): { outcome: Outcome; at: number } | null {
  const match = BOXES.exec(text);
  if (match === null) return null;
  const [, before, first, between, beforeSecond, second, after] = match;
  const boxes = before === undefined ? [between, after] : [before, between ?? beforeSecond];
  const ticked = [first, second].filter((_, index) => /[☑☒✓✔]/u.test(boxes[index] ?? ''));
  if (ticked.length !== 1 || boxes.includes(undefined)) return null;
  return { outcome: OPT_IN.test(ticked[0]!) ? 'opt-in' : 'automatic', at: match.index };
}

const SENTENCE_END = /[.;!?] |[•\n]/gu;

/** Neither denied nor only weighed, and not what was turned down. */
function isStated(text: string, match: Match): boolean {
  const { at, end, text: said } = match;
  if (isDenied(text, at, end) || RATHER_THAN.test(said)) return false;
  const lead = text
    .slice(Math.max(0, at - 100), at)
    .split(SENTENCE_END)
    .at(-1)!;
  const after = text.slice(end, end + 30).split(SENTENCE_END)[0]!;
  if (has(CONDITION, lead + said) || FOR_SOME.test(after)) return false;
  if (IF_EVER.test(after) || TAKEN_BACK.test(text.slice(end, end + 200))) return false;
  if (has(ONCE, lead + said) || ONLY_FOR.test(lead)) return false;
  const clause = lead.split(', ').at(-1)!;
  if (has(OTHERS, clause + said)) return false;
  const decided = matchesOf(DECIDED, said).at(-1);
  return !has(WEIGHED, decided === undefined ? clause + said : said.slice(decided.at));
}

/** "For patients under 16, the practice will ..." */
const ONLY_FOR =
  /\bfor (?:patients|children|young people|those|anyone)(?: who are)?(?: aged)? (?:under|below|younger)\b|\bfor (?:children|young people|proxies)\b/i;

const FOR_SOME =
  /^ ?(?:for|to) (?:some|notifications?|reminders?|messages?|texts?|marketing|newsletters?|research|proxy|high ?risk|vulnerable|at ?risk|certain|those|patients (?:who|with|at))/i;

/** "... will adopt an opt-in model if the software allows it" */
const IF_EVER = /^ ?(?:if|once|when|provided|subject to|unless)\b/i;

/** "That decision was revoked" */
const TAKEN_BACK =
  /\b(?:this|that|the|which)(?: (?:decision|model|outcome|approach|policy))? (?:was|were|has|have|is)(?: been)?(?: now| since| later| then)? (?:revoked|reversed|withdrawn|superseded|overturned|rescinded|replaced|abandoned|dropped|ended)\b/i;
