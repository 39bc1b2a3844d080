import { SUPPRESSED } from '../coverage-row.ts';
import { percentage } from '../percentage.ts';

/** Counts of people from 1 up to this many are not shown below national level. */
export const FEW = 7;
const NEAREST = 5;
/** From this (rounded) denominator on, a percentage has one decimal place. */
const ENOUGH_FOR_A_DECIMAL = 4_000;

/** What may be shown of a count or share of people: null where nothing is known. */
export type Shown = number | null | typeof SUPPRESSED;

/** True for a count of people that is too small to be shown below national level. */
export function isFew(count: number): boolean {
  return count >= 1 && count <= FEW;
}

/**
 * A count of people as it may be shown below national level: 1 to 7 is `[c]`, 0 stays, all else goes to
 * the nearest 5 (NHS England disclosure control for counts of people; GSS shorthand).
 */
export function shownCount(count: number | null): Shown {
  if (count === null) return null;
  return isFew(count) ? SUPPRESSED : toNearest(count);
}

/** The least and the greatest count that would be shown as this one is. Takes one that is shown. */
export function countsShownAs(count: number): readonly [least: number, greatest: number] {
  const shown = toNearest(count);
  if (shown === 0) return [0, 0];
  const reach = Math.floor(NEAREST / 2);
  return [Math.max(FEW + 1, shown - reach), shown + reach];
}

/**
 * The share in percent of two counts as they are shown: from the rounded numbers, with one decimal place
 * where the denominator is at least 4,000, else whole. `[c]` where either count is.
 */
export function shownShare(part: Shown, whole: Shown): Shown {
  if (part === SUPPRESSED || whole === SUPPRESSED) return SUPPRESSED;
  if (part === null || whole === null) return null;
  return hasDecimal(whole) ? percentage(part, whole) : wholePercentage(part, whole);
}

/** True where a share of this many people is written with its decimal place. */
export function hasDecimal(whole: Shown): boolean {
  return typeof whole === 'number' && whole >= ENOUGH_FOR_A_DECIMAL;
}

/** Rounded half up on whole numbers, like `percentage`. */
function wholePercentage(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((200 * part + whole) / (2 * whole));
}

function toNearest(count: number): number {
  return NEAREST * Math.round(count / NEAREST);
}
