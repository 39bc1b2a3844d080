import { type Day, longDay } from '../../calendar/day.ts';
import { daysIn, type SpokenDay } from './days-in-text.ts';
import type { Flow } from './flow.ts';
import { isNegative } from './negation.ts';
import { anyOf, has, matchesOf } from './phrase.ts';

/** What a day is said to be, by the words that stand before it: each part with its phrases. */
export type Cues<P extends string> = Readonly<Record<P, readonly string[]>>;

/** A date in a document, with what the words before it say that it is; null where they say nothing. */
export type CuedDay<P extends string> = SpokenDay & {
  readonly part: P | null;
  /** What stands between the end of the sentence or date before it and the date. */
  readonly lead: string;
  /** What comes after it in its sentence. */
  readonly tail: string;
  /** How far before the date the cue ends. */
  readonly distance: number;
};

/** So far before a date is its meaning looked for: a label, a cell, half a sentence. */
const LOOKED_BEHIND = 110;
const LOOKED_AHEAD = 160;
const SENTENCE_END = /[.;!?] |•/gu;

/**
 * Takes a document and what its days may be, gives every date with its part. The last cue before the
 * date counts, of two that end together the longer one ("review date" is not "date"), and none beyond
 * the end of the sentence or the date before it.
 */
export function cuedDays<P extends string>(flow: Flow, cues: Cues<P>): CuedDay<P>[] {
  const patterns = Object.entries<readonly string[]>(cues).map(
    ([part, phrases]) => [part as P, anyOf(phrases)] as const,
  );
  let last = 0;
  return daysIn(flow.text).map((spoken) => {
    const behind = flow.text.slice(Math.max(last, spoken.at - LOOKED_BEHIND), spoken.at);
    last = spoken.end;
    const lead = behind.slice(lastEnd(behind));
    const tail = tailOf(flow.text.slice(spoken.end, spoken.end + LOOKED_AHEAD));
    return { ...spoken, lead, tail, ...lastCue(lead, patterns) };
  });
}

type Cue<P> = { readonly part: P | null; readonly distance: number };

function lastCue<P extends string>(
  lead: string,
  patterns: readonly (readonly [P, RegExp])[],
): Cue<P> {
  let best: { part: P; at: number; end: number } | null = null;
  for (const [part, pattern] of patterns) {
    for (const { at, end } of matchesOf(pattern, lead)) {
      if (best === null || end > best.end || (end === best.end && at < best.at)) {
        best = { part, at, end };
      }
    }
  }
  if (best === null) return { part: null, distance: lead.length };
  const isDenied = !isLabel(lead, best.at) && isNegative(lead.slice(Math.max(0, best.at - 25)));
  return { part: isDenied ? null : best.part, distance: lead.length - best.end };
}

/** What stands before a label belongs to another line: "DPIA: not started. Agreed on: 15 January 2024". */
function isLabel(lead: string, at: number): boolean {
  return /^\p{Lu}[^.;]*:/u.test(lead.slice(at));
}

function lastEnd(text: string): number {
  const end = [...text.matchAll(SENTENCE_END)].at(-1);
  return end === undefined ? 0 : end.index + end[0].length;
}

function tailOf(after: string): string {
  const stop = after.search(/[.;!?] |[•\n]/u);
  return stop < 0 ? after : after.slice(0, stop);
}

/** A day that a document gives, and what the sender should know of how it was read. */
export type GivenDay = {
  readonly day: Day | null;
  readonly at: number | null;
  readonly time: string | null;
  readonly warnings: readonly string[];
};

export const NO_DAY: GivenDay = { day: null, at: null, time: null, warnings: [] };

/** Online record access for all is younger than this: an earlier day is a slip or speaks of something else. */
const EARLIEST = '2019-01-01';

/** How a day is to be taken. `what` names it to the sender: "the target date". */
export type DayRule = {
  readonly what: string;
  /** The London day of receipt for what must have happened by then; null for what may be to come. */
  readonly latest: Day | null;
};

/**
 * Takes the dates that speak of one thing, the most telling first, and gives the first that can be
 * taken. A month alone stands for its last day where the day may be to come, and is no date where
 * something has happened. Each one that is passed over is told, without repeating the text.
 */
export function givenDay(spoken: readonly SpokenDay[], rule: DayRule): GivenDay {
  const warnings: string[] = [];
  for (const each of spoken) {
    const read = taken(each, rule);
    if (read.why !== null) warnings.push(read.why);
    if (read.day === null) continue;
    const time = each.as === 'day' ? each.time : null;
    return { day: read.day, at: each.at, time, warnings };
  }
  return { ...NO_DAY, warnings: [...new Set(warnings)] };
}

type Read = { readonly day: Day | null; readonly why: string | null };

function taken(spoken: SpokenDay, { what, latest }: DayRule): Read {
  const no = (why: string): Read => ({ day: null, why: `${what} ${why}` });
  if (spoken.as === 'none') return no(`${spoken.why}: write it day first, such as 4 March 2024`);
  if (spoken.as === 'no-year') return no('has no year: write it in full, such as 4 March 2024');
  if (spoken.day < EARLIEST) return no('would be before 2019: check the year');
  if (latest !== null && spoken.day > latest) {
    return no(`would be ${longDay(spoken.day)}, after the day of receipt: it was not taken`);
  }
  if (spoken.as === 'day') return { day: spoken.day, why: null };
  if (latest !== null) {
    return no('is given as a month without a day: write it in full, such as 4 March 2024');
  }
  return {
    day: spoken.day,
    why: `${what} is given as a month without a day: its last day was taken, ${longDay(spoken.day)}`,
  };
}

/**
 * True for a day that others set: a contract, a deadline, NHS England. It is not the practice's own.
 * After a label only the label's own line is looked at.
 */
export function isOthersDay({ lead, tail, distance }: CuedDay<string>): boolean {
  return has(OTHERS, lead) || (distance > LABEL_DISTANCE && has(OTHERS, tail));
}

/** A colon, "is", "is by the end of": more stands between a word in running text and its date. */
const LABEL_DISTANCE = 18;

const OTHERS = anyOf([
  "nhs ?england('s)?",
  'nhse',
  'contract(ual|s)?',
  'deadlines?',
  'government',
  'bma',
  'regulations?',
  'legislation',
  'nationally',
  'national',
  'originally',
  'previously',
  'was (due|planned|scheduled|meant|supposed)',
]);
