import { type Limits, limitsOf, type Spread, spreadOf } from './limits.ts';
import {
  basisOf,
  type KnownChange,
  type LimitsFrom,
  type Phase,
  phasesOf,
  SETTLED,
  type XmrPoint,
} from './phases.ts';
import { type Break, breaksIn, type Rule } from './rules.ts';
import { summaryOf } from './summary.ts';

export type Variation = 'common cause' | 'improvement' | 'concern';

/** `trial`: limits from fewer than 12 weeks; `none`: fewer than 6 weeks, which are not judged. */
export type LimitsKind = 'none' | 'trial' | 'settled';

/** One week as an XmR chart shows it; mean and limits are null where the phase has too few weeks. */
export type JudgedWeek = XmrPoint & {
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly limits: LimitsKind;
  /** 1, 2, …: each has a mean and limits of its own. */
  readonly phase: number;
  readonly variation: Variation;
  readonly rule: Rule | null;
  /** In the first week of a later phase: why it begins. */
  readonly newPhase: string | null;
};

export type Xmr = { readonly weeks: readonly JudgedWeek[]; readonly says: string };

export type XmrOptions = {
  /** What may have changed the process, such as an announcement of policy. */
  readonly changes?: readonly KnownChange[];
  /**
   * Limits rest on every week of the phase, or (locked once they are settled) on its first 12, so that a
   * change is not measured by limits that it has moved itself. NHSRplotthedots: `fix_after_n_points`.
   */
  readonly limitsFrom?: LimitsFrom;
  /** What is counted, after the number: `practices newly live`. */
  readonly counted: string;
};

const FEWEST = 6;

/**
 * An XmR chart by the rules of Making Data Count (NHS England), more being better. Takes whole numbers, one a
 * week, in any order; gives each week with the mean and limits of its phase and what the four rules say, in
 * the order of the weeks, and one sentence on the latest. Throws a RangeError on two values for one week.
 * Means and limits are not rounded.
 */
export function xmr(points: readonly XmrPoint[], options: XmrOptions): Xmr {
  const { changes = [], limitsFrom = 'whole phase', counted } = options;
  const phases = phasesOf(inOrderOfWeeks(points), { changes, limitsFrom });
  const weeks = phases.flatMap((phase, i) => judged(phase, i + 1, limitsFrom));
  return { weeks, says: summaryOf(weeks, counted) };
}

function inOrderOfWeeks(points: readonly XmrPoint[]): readonly XmrPoint[] {
  const sorted = points.toSorted((a, b) => (a.week < b.week ? -1 : 1));
  const twice = sorted.find(({ week }, i) => week === sorted[i - 1]?.week);
  if (twice !== undefined) throw new RangeError(`the week of ${twice.week} has two values`);
  return sorted;
}

function judged({ points, because }: Phase, phase: number, from: LimitsFrom): JudgedWeek[] {
  const limits = limitsKind(points.length);
  const values = points.map(({ value }) => value);
  const basis = basisOf(points, from).map(({ value }) => value);
  const spread = limits === 'none' ? null : spreadOf(basis);
  const lines = linesOf(spread);
  const breaks = spread === null ? [] : breaksIn(values, spread);
  return points.map(({ week, value }, i) => ({
    ...{ week, value, ...lines, limits, phase },
    variation: variationOf(breaks[i] ?? null),
    rule: breaks[i]?.rule ?? null,
    newPhase: i === 0 ? because : null,
  }));
}

function limitsKind(weeks: number): LimitsKind {
  if (weeks < FEWEST) return 'none';
  return weeks < SETTLED ? 'trial' : 'settled';
}

function linesOf(spread: Spread | null): Limits | Record<keyof Limits, null> {
  return spread === null ? { mean: null, lower: null, upper: null } : limitsOf(spread);
}

/** More newly live practices is better: high and rising is improvement. */
function variationOf(broken: Break | null): Variation {
  if (broken === null) return 'common cause';
  return broken.side === 1 ? 'improvement' : 'concern';
}
