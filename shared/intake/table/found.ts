import { isSupplier } from '../../practice/supplier.ts';
import { isKnownWord } from './words.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE_LIKE = new RegExp(
  `^(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|\\d{1,2}[- ]?${MONTH}[- ]?\\d{2,4})` +
    '(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?)?$',
  'i',
);
const NUMBER_LIKE = /^[-+]?\d[\d,.]*$/;
const CODE_LIKE = /^(?=.*\d)[a-z0-9]{1,12}$/i;
/** Short enough to pass for a code, and yet a person's: National Insurance number, postcode. */
const PERSONAL = /^(?:[a-z]{2}\d{6}[a-z]?|[a-z]{1,2}\d[a-z\d]?\d[a-z]{2})$/i;

/**
 * Takes a cell that was refused, gives what a message may show of it: the cell itself if it has a
 * harmless form (a date, a number or code with at most eight digits, a word of the fixed choices),
 * else its length. Free text is never repeated, nor any run of digits that could be an NHS number.
 * (Design: evidence keeps no free text; what was found is shown safely redacted.)
 */
export function found(text: string): string {
  const cell = text.trim();
  if (cell === '') return 'an empty cell';
  if (isHarmless(cell)) return cell;
  const { length } = [...cell];
  return `text of ${length} character${length === 1 ? '' : 's'}`;
}

function isHarmless(cell: string): boolean {
  if (cell.length > 24) return false;
  if (DATE_LIKE.test(cell) || isKnownWord(cell)) return true;
  if (/^[a-z ]+$/i.test(cell)) return isSupplier(cell);
  const digits = cell.replace(/\D/g, '').length;
  if (digits > 8) return false;
  return NUMBER_LIKE.test(cell) || (CODE_LIKE.test(cell) && !PERSONAL.test(cell));
}

/** Takes a column heading that is not ours, gives what a message may show of it, with its place. */
export function heading(text: string, index: number): string {
  const place = `column ${index + 1}`;
  const shown = label(text);
  return shown === undefined ? place : `${shown} (${place})`;
}

/** A heading in quotation marks; undefined for one that a message may not repeat. */
export function label(text: string): string | undefined {
  const name = text.trim().replace(/\s+/g, ' ');
  const isLabel = /^[\p{L}\d _\-/()&.?:]{1,40}$/u.test(name) && name.replace(/\D/g, '').length <= 8;
  return isLabel ? `"${name}"` : undefined;
}
