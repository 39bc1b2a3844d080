import { addDays, type Day, longDay } from '../../calendar/day.ts';
import { oneDecimal } from './one-decimal.ts';

/** One week's value: a whole number. */
export type XmrPoint = { readonly week: Day; readonly value: number };

/** Something that may have changed how practices go live: a day, and what it was in a few words. */
export type KnownChange = { readonly on: Day; readonly says: string };

/** A stretch of weeks with a mean and limits of its own. */
export type Phase = {
  readonly points: readonly XmrPoint[];
  /** Why it begins, in words; null for the first. */
  readonly because: string | null;
};

/** A phase is judged against no fewer weeks than this; under it limits are trial limits. */
export const SETTLED = 12;
const RUN_AFTER_CHANGE = 8;
const DAYS_AFTER_CHANGE = 28;

/** Which weeks of a phase its mean and limits rest on. */
export type LimitsFrom = 'whole phase' | 'first 12 weeks';

export type PhaseRules = {
  readonly changes: readonly KnownChange[];
  readonly limitsFrom: LimitsFrom;
};

/** The weeks of a phase that its mean and limits rest on. */
export function basisOf(points: readonly XmrPoint[], from: LimitsFrom): readonly XmrPoint[] {
  return from === 'whole phase' ? points : points.slice(0, SETTLED);
}

/**
 * Takes points in the order of their weeks, gives the phases. Making Data Count leaves re-baselining to
 * judgement; so that two people get the same chart, ours is a rule, and a slow one. A new phase begins in a
 * week when (1) the phase so far has at least 12 weeks; (2) from that week on, 12 weeks in a row lie on one
 * side both of the mean and of the median of the phase so far (of the weeks that its limits rest on), or 8
 * in a row where a known change lies no more than 28 days before that week. The median keeps one bulk
 * switch-on, which lifts the mean over every ordinary week, from making a phase. Weeks still to come never
 * move the beginning of a phase.
 */
export function phasesOf(points: readonly XmrPoint[], rules: PhaseRules): readonly Phase[] {
  const phases: Phase[] = [];
  let begin = 0;
  let because: string | null = null;
  for (let at = SETTLED; at < points.length; at++) {
    if (at - begin < SETTLED) continue;
    const before = points.slice(begin, at);
    const reason = whyNewPhase(before, points.slice(at, at + SETTLED), rules);
    if (reason === null) continue;
    phases.push({ points: before, because });
    [begin, because] = [at, reason];
  }
  return [...phases, { points: points.slice(begin), because }];
}

function whyNewPhase(
  before: readonly XmrPoint[],
  after: readonly XmrPoint[],
  { changes, limitsFrom }: PhaseRules,
): string | null {
  const change = changeBefore(after[0]!.week, changes);
  const length = change === undefined ? SETTLED : RUN_AFTER_CHANGE;
  const run = after.slice(0, length).map(({ value }) => value);
  if (run.length < length) return null;
  const values = basisOf(before, limitsFrom).map(({ value }) => value);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const median = medianOf(values);
  const isAbove = run.every((value) => value > mean && value > median);
  if (!isAbove && !run.every((value) => value < mean && value < median)) return null;
  return `${length} weeks in a row ${isAbove ? 'above' : 'below'} the mean of the phase before, ${oneDecimal(mean)}${inTimeOf(change)}`;
}

/** The last change known in the 28 days up to a week, whatever their order; of one day, the first by its words. */
function changeBefore(week: Day, changes: readonly KnownChange[]): KnownChange | undefined {
  return changes
    .filter(({ on }) => on <= week && on >= addDays(week, -DAYS_AFTER_CHANGE))
    .toSorted((a, b) => (a.on === b.on ? (a.says < b.says ? -1 : 1) : a.on > b.on ? -1 : 1))[0];
}

/** Says what came shortly before, not that it was the cause. */
function inTimeOf(change: KnownChange | undefined): string {
  return change === undefined
    ? ''
    : `, begun within 4 weeks of ${longDay(change.on)}: ${change.says}`;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
