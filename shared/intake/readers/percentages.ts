/** A percentage as it is written; undefined for a cell that is none. */
function percentageIn(text: string): number | undefined {
  const written = /^(\d{1,3}(?:\.\d{1,6})?)\s?(?:%|per ?cent)$/i.exec(text);
  return written === null ? undefined : Number(written[1]);
}

/** True for "85%", "85.5 %" and "85 per cent", and for such with a sign or a comma in them. */
export function isPercentage(text: string): boolean {
  return /^[-+]?[\d.,]+\s?(?:%|per ?cent)$/i.test(text);
}

/**
 * Takes a percentage and the count it is of, gives the part as a whole number and how it came about, in
 * words; undefined where the text is no percentage from 0 to 100. Example: "85%" of 1,000 is 850.
 */
export function partOf(
  text: string,
  whole: number,
): { readonly part: number; readonly says: string } | undefined {
  const percentage = percentageIn(text);
  if (percentage === undefined || percentage > 100) return undefined;
  const exact = (whole * percentage) / 100;
  const part = Math.round(exact);
  const rounded = Math.abs(part - exact) < 1e-6 ? '' : ', rounded';
  const says = `${percentage}% of ${NUMERALS.format(whole)} was read as ${NUMERALS.format(part)}${rounded}`;
  return { part, says };
}

const NUMERALS = new Intl.NumberFormat('en-GB');
