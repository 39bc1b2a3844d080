/**
 * A share in percent with one decimal place, rounded half up, or null where there is nothing to
 * divide by. Takes whole numbers and works on whole tenths, so that no binary fraction tips a half:
 * 1 of 16 is 6.25% and gives 6.3. Exact up to 4,500,000,000,000, far over any count of people.
 */
export function percentage(part: number, whole: number): number | null {
  if (whole === 0) return null;
  return Math.floor((2000 * part + whole) / (2 * whole)) / 10;
}
