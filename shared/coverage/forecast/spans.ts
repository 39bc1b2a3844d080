import { changed, relativeChange } from './relative-change.ts';

/** A share, with the 80% interval around it; all three from 0 to 1, in order. */
export type Span = { readonly low: number; readonly point: number; readonly high: number };

/** How many weeks ahead are back-tested. */
export const LONGEST = 12;
/** Weekly changes that the first forecast needs. */
export const FEWEST_CHANGES = 12;

/** The pace is that of the last two months. */
const PACE_WEEKS = 8;
/** Changes before the first forecast whose miss counts. */
const FIRST_MISS = 4;
const LEVEL = 0.8;
/** The low end may lie as far down as twice the worst fall seen over as many weeks. */
const FALLS = 2;

/** What past weeks say of forecasts: how far each missed, by horizon, and how far the share ever fell. */
export type Past = {
  readonly shares: readonly number[];
  readonly paces: readonly number[];
  /** `misses[h - 1][i]`: of the forecast made in week `i + FIRST_MISS`, h weeks ahead. */
  readonly misses: readonly (readonly number[])[];
  readonly falls: readonly (readonly number[])[];
};

/** Works out the misses of every forecast that could have been made, once for all spans of a history. */
export function pastOf(shares: readonly number[]): Past {
  const paces = pacesOf(shares);
  const misses = Array.from({ length: LONGEST }, (_, i) => {
    const found: number[] = [];
    for (let t = FIRST_MISS; t + i + 1 < shares.length; t++) {
      const point = pointAt(shares[t]!, paces[t]!, i + 1);
      found.push(Math.abs(relativeChange(point, shares[t + i + 1]!)));
    }
    return found;
  });
  return { shares, paces, misses, falls: fallsIn(shares) };
}

/** The mean relative change of a week over the last two months, in each week. */
function pacesOf(shares: readonly number[]): readonly number[] {
  const changes = shares.slice(1).map((share, i) => relativeChange(shares[i]!, share));
  return shares.map((_, t) => {
    const last = changes.slice(Math.max(0, t - PACE_WEEKS), t);
    return last.length === 0 ? 0 : last.reduce((sum, change) => sum + change, 0) / last.length;
  });
}

function pointAt(share: number, pace: number, weeks: number): number {
  let point = share;
  for (let i = 0; i < weeks; i++) point = changed(point, pace);
  return point;
}

/**
 * The forecasts made in week `t` for 1 to 12 weeks ahead, from what was known of the past by then: the
 * pace goes on, and the interval is as wide as it had to be to hold 80% of the misses so far. Overlapping
 * weeks are not independent, so h weeks ahead n misses count as n / h, and with few the widest is taken.
 */
export function spansAt({ shares, paces, misses, falls }: Past, t: number): readonly Span[] {
  const spans: Span[] = [];
  const share = shares[t]!;
  let width = 0;
  for (let h = 1; h <= LONGEST; h++) {
    const known = misses[h - 1]!.slice(0, Math.max(0, t - h - FIRST_MISS + 1));
    // A forecast for further ahead is never the surer one.
    width = Math.max(width, widthOf(known, h));
    const point = pointAt(share, paces[t]!, h);
    const floor = share * Math.max(0, 1 - FALLS * falls[h - 1]![t]!);
    const low = Math.max(changed(point, -width), Math.min(point, floor));
    spans.push({ low, point, high: changed(point, width) });
  }
  return spans;
}

function widthOf(misses: readonly number[], h: number): number {
  if (misses.length === 0) return 0;
  const independent = Math.max(1, misses.length / h);
  return quantile(misses, Math.min(1, ((independent + 1) * LEVEL) / independent));
}

function quantile(values: readonly number[], level: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = level * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

/** `falls[h - 1][t]`: the worst relative fall within h weeks, up to week t; 0 where the share never fell. */
function fallsIn(shares: readonly number[]): readonly (readonly number[])[] {
  let shorter: readonly number[] = shares.map(() => 0);
  return Array.from({ length: LONGEST }, (_, i) => {
    let worst = 0;
    shorter = shorter.map((fall, t) => {
      const from = shares[t - i - 1];
      worst = Math.max(worst, fall, from === undefined ? 0 : -relativeChange(from, shares[t]!));
      return worst;
    });
    return shorter;
  });
}

/**
 * The span so many weeks ahead. Beyond twelve, each further twelve weeks go as the first twelve; but where
 * the share is expected to rise, its low end falls no further than it fell in those.
 */
export function spanAhead(spans: readonly Span[], share: number, weeks: number): Span {
  if (weeks === 0) return { low: share, point: share, high: share };
  if (weeks <= LONGEST) return spans[weeks - 1]!;
  const first = spans[LONGEST - 1]!;
  const before = spanAhead(spans, share, weeks - LONGEST);
  const on = (end: keyof Span) => changed(before[end], relativeChange(share, first[end]));
  const rises = first.point >= share;
  const low = rises && first.low < share ? Math.min(before.low, first.low) : on('low');
  return { low, point: on('point'), high: on('high') };
}
