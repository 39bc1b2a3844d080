import { isPercentage } from '../readers/percentages.ts';
import { bad, type CellReader, type Unread, unlessEmpty } from './cells.ts';
import { ROUNDED_CODE_REMEDY, roundedCode } from './rounded-codes.ts';

/** More than any practice has patients; also longer numbers are somebody's, not a count. */
const MOST_PATIENTS = 1_000_000;
const COUNT = 'Write a whole number, such as 1234 or 1,234.';
/** "1,234", "1 234" and "1'234"; the same sign throughout. */
const IN_THOUSANDS = /^\d{1,3}([, \u00a0\u202f'’])\d{3}(?:\1\d{3})*$/u;

/** A whole number of accounts or patients; "1,234", "1 234", "1'234" and "1234.0" are 1234. */
export const countCell: CellReader<number | null> = unlessEmpty((text) => {
  const whole = text.replace(/\.0{1,2}$/, '');
  const digits = IN_THOUSANDS.test(whole) ? whole.replace(/\D/g, '') : whole;
  if (!/^\d{1,9}$/.test(digits)) return noCount(text);
  const value = Number(digits);
  return value > MOST_PATIENTS ? TOO_MANY : { ok: true, value };
});

const TOO_MANY = bad('is more than any practice has patients', COUNT);
const HOW_MANY = 'Write how many patients have the code, such as 120, and not the code itself.';

function withoutRemedy(rounded: string): string {
  return rounded.replace(`. ${ROUNDED_CODE_REMEDY}`, '');
}

function noCount(text: string): Unread {
  const rounded = roundedCode(text);
  if (rounded !== null) return bad(withoutRemedy(rounded), HOW_MANY);
  if (isPercentage(text)) return A_PERCENTAGE;
  if (/^\d{10,}$/.test(text)) return TOO_MANY;
  if (/^[-−–]\s?[\d,.]+$/u.test(text)) return bad('is a negative count', COUNT);
  if (/^[\d,]+\.\d+$/.test(text)) return bad('is not a whole number', COUNT);
  return bad('is not a count', COUNT);
}

const A_PERCENTAGE = bad(
  'is a percentage, and a count is asked for',
  'Write the count itself, such as 850. (accounts_with_access alone may be a percentage, such as 85%, beside a count of online_accounts.)',
);
