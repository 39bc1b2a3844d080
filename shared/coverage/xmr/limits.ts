/**
 * What the limits of one phase are worked out from, in whole numbers: comparing these and not the
 * rounded limits, no binary fraction can tip a week that lies exactly on a line.
 */
export type Spread = {
  readonly sum: number;
  readonly count: number;
  /** The moving ranges that count (differences from week to week), added up. */
  readonly moved: number;
  readonly moves: number;
};

export type Limits = { readonly mean: number; readonly lower: number; readonly upper: number };

/**
 * Takes the values of a phase in the order of their weeks (whole numbers, at least two), gives what its
 * limits rest on. A moving range of 3.267 times the mean moving range or more is left out, once, so that
 * one freak week does not widen the limits. The mean of the values keeps every week (Making Data Count, as
 * in NHSRplotthedots, after Nelson 1982).
 */
export function spreadOf(values: readonly number[]): Spread {
  const ranges = values.slice(1).map((value, i) => Math.abs(value - values[i]!));
  const all = total(ranges);
  const usual = ranges.filter((range) => 1000 * range * ranges.length < 3267 * all);
  // Where the few ranges that are not 0 are all freaks, leaving them out would put every week outside.
  const kept = total(usual) === 0 ? ranges : usual;
  return { sum: total(values), count: values.length, moved: total(kept), moves: kept.length };
}

/**
 * Mean, and mean plus and minus 2.66 times the mean moving range. The lower limit of a count may come out
 * below 0 and is left so, as in the NHS tools: no week can cross it, and nothing is read into a 0.
 */
export function limitsOf({ sum, count, moved, moves }: Spread): Limits {
  const mean = sum / count;
  const reach = (266 * moved) / (100 * moves);
  return { mean, lower: mean - reach, upper: mean + reach };
}

/** 1 above the mean of the phase, -1 below it, 0 on it. */
export function sideOf(value: number, { sum, count }: Spread): -1 | 0 | 1 {
  const off = value * count - sum;
  return off > 0 ? 1 : off < 0 ? -1 : 0;
}

/** Beyond the upper or the lower limit; a value on the limit is not. */
export function isOutside(value: number, spread: Spread): boolean {
  return isBeyondThirds(value, spread, 3);
}

/** In the outer third: beyond two thirds of the way from the mean to a limit, and not outside it. */
export function isNearLimit(value: number, spread: Spread): boolean {
  return isBeyondThirds(value, spread, 2) && !isOutside(value, spread);
}

function isBeyondThirds(value: number, { sum, count, moved, moves }: Spread, thirds: 2 | 3) {
  return 300 * Math.abs(value * count - sum) * moves > thirds * 266 * moved * count;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
