/**
 * The change from one share to another, from -1 to 1: a rise as a part of what could still rise, a fall
 * as a part of what could still fall. Only practices that are not live can go live, so a pace measured
 * so slows down by itself as fewer are left, and carried on it never leads above 100% or below none.
 */
export function relativeChange(from: number, to: number): number {
  if (to >= from) return from === 1 ? 0 : (to - from) / (1 - from);
  return (to - from) / from;
}

/** The share after such a change; `changed(from, relativeChange(from, to))` is `to`. */
export function changed(share: number, by: number): number {
  const to = by >= 0 ? share + by * (1 - share) : share + by * share;
  return Math.min(1, Math.max(0, to));
}
