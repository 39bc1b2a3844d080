import type { Clocks } from '../../calendar/clocks.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { PolicyEntry } from '../../policy/entry.ts';
import { policyInForce } from '../../policy/timeline.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Decision } from '../../state/decision.ts';
import { practicesOnDay } from '../../state/practice-on-day.ts';
import { byCodeUnits } from '../by-code-units.ts';
import type { PracticeOnDay } from '../practice-on-day.ts';

type Grouped = ReadonlyMap<PracticeCode, readonly Fact[]>;

/** `before`, `after`: whole timelines. `assumed`: facts that only the second of them has. */
export type ImpactAsk = {
  readonly grouped: Grouped;
  readonly at: Clocks;
  readonly before: readonly PolicyEntry[];
  readonly after: readonly PolicyEntry[];
  readonly assumed?: readonly Fact[];
};

/** A practice whose status, label or signal is another. */
export type Flip = { readonly before: PracticeOnDay; readonly after: PracticeOnDay };

export type Impact = {
  /** Every practice of the day, as it is and as it would be. */
  readonly before: readonly PracticeOnDay[];
  readonly after: readonly PracticeOnDay[];
  /** By practice code. */
  readonly flips: readonly Flip[];
};

/**
 * What another policy, or facts assumed beside those that are known, would make of a day. Pure: nothing is
 * kept. Facts of practices that nothing is known of are left out. (Design: what-if.)
 */
export function impactOf({ grouped, at, before, after, assumed = [] }: ImpactAsk): Impact {
  const is = practicesOnDay(grouped, at, policyInForce(at, before));
  const wouldBe = practicesOnDay(withFacts(grouped, assumed), at, policyInForce(at, after));
  const byCode = new Map(wouldBe.map((practice) => [practice.decision.practice, practice]));
  const flips = is.flatMap((practice) => {
    const other = byCode.get(practice.decision.practice);
    if (other === undefined || isSame(practice.decision, other.decision)) return [];
    return [{ before: practice, after: other }];
  });
  flips.sort((a, b) => byCodeUnits(a.before.decision.practice, b.before.decision.practice));
  return { before: is, after: wouldBe, flips };
}

function withFacts(grouped: Grouped, assumed: readonly Fact[]): Grouped {
  if (assumed.length === 0) return grouped;
  const all = new Map(grouped);
  for (const fact of assumed) {
    const facts = all.get(fact.practice);
    if (facts !== undefined) all.set(fact.practice, [...facts, fact]);
  }
  return all;
}

function isSame(a: Decision, b: Decision): boolean {
  return (
    a.status === b.status && isSameList(a.labels, b.labels) && isSameList(a.signals, b.signals)
  );
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

/** How one practice changes, in a few words: `working-towards to live; no longer past-contractual-date`. */
export function flipInWords({ before, after }: Flip): string {
  const [was, is] = [before.decision, after.decision];
  const gained = [...newIn(was.labels, is.labels), ...newIn(was.signals, is.signals)];
  const lost = [...newIn(is.labels, was.labels), ...newIn(is.signals, was.signals)];
  return [
    ...(was.status === is.status ? [`stays ${is.status}`] : [`${was.status} to ${is.status}`]),
    ...gained.map((one) => `now ${one}`),
    ...lost.map((one) => `no longer ${one}`),
  ].join('; ');
}

function newIn(was: readonly string[], is: readonly string[]): readonly string[] {
  return is.filter((one) => !was.includes(one));
}

/** How many practices change in the same way, the most frequent first. */
export function flipCounts(
  flips: readonly Flip[],
): readonly { readonly how: string; readonly practices: number }[] {
  const counts = new Map<string, number>();
  for (const flip of flips) {
    const how = flipInWords(flip);
    counts.set(how, (counts.get(how) ?? 0) + 1);
  }
  return [...counts]
    .map(([how, practices]) => ({ how, practices }))
    .sort((a, b) => b.practices - a.practices || byCodeUnits(a.how, b.how));
}
