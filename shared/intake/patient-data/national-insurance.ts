const FIRST = '[A-CEGHJ-PR-TW-Z]';
const SECOND = '[A-CEGHJ-NPR-TW-Z]';
const GAP = '[\\s\\p{Pd}\\u2212./_]{0,3}';
const DIGITS = `(\\d\\d)(${GAP})(\\d\\d)(${GAP})(\\d\\d)`;
/** A number may be glued to its label, else no letter or digit may touch it. */
const START = '(?<![a-z0-9]|[a-z0-9](?=ni))(?:nino|ni)?';
const NUMBER = new RegExp(
  `${START}(${FIRST}${SECOND})(${GAP})${DIGITS}(${GAP})([A-D])(?![a-z0-9])`,
  'giu',
);
const NAMED = new RegExp(
  `(?<![a-z])(?:n\\.?i\\.?(?:no)?|nino|national insurance)(?![a-z])[^\\d]{0,30}?(?<![a-z0-9])(${FIRST}${SECOND})(${GAP})${DIGITS}(?![a-z0-9])`,
  'giu',
);
/** Prefixes that are not given out, though their letters are. (HMRC, National Insurance Manual NIM39110.) */
const NEVER_GIVEN = new Set(['BG', 'GB', 'NK', 'KN', 'TN', 'NT', 'ZZ']);
const WORDS = new Set('AM AS AT BY MY NO ON OR PM RE TO WE'.split(' '));

/**
 * Takes text, gives where the first National Insurance number in it begins, or undefined: two letters of
 * those that are given out, three pairs of digits, and A, B, C or D; the last letter may be missing
 * where the words before say what it is. Small letters count if the number is not spread out, since
 * "on 31 10 22 a" is the same row of letters and digits.
 */
export function findNationalInsuranceNumber(text: string): number | undefined {
  for (const match of text.matchAll(NUMBER)) if (isOne(match)) return match.index;
  for (const match of text.matchAll(NAMED)) {
    if (!NEVER_GIVEN.has(match[1]!.toUpperCase())) return match.index;
  }
  return undefined;
}

function isOne(match: RegExpExecArray): boolean {
  const [, prefix = '', , first, gap, second, , third, , suffix = ''] = match;
  if (NEVER_GIVEN.has(prefix.toUpperCase())) return false;
  if (gap === '') return true;
  const isCapital = /^[A-Z]{3}$/.test(prefix + suffix);
  const readsAsDate = WORDS.has(prefix) && suffix === 'A' && isDayAndMonth(first, second, third);
  return isCapital && !readsAsDate;
}

function isDayAndMonth(...[day, month]: (string | undefined)[]): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}
