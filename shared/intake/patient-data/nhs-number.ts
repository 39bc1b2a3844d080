import { type Group, gapBetween, groupsOf } from './digit-groups.ts';
import {
  beforeNumber,
  isNamedAsOther,
  isNamedAsTelephone,
  isNamedNhsNumber,
} from './number-names.ts';
import { isPartOfMore, isPlainlyAnother } from './number-surroundings.ts';
import { type TenDigits, tenDigitsFrom } from './ten-digits.ts';

const FIRST_DIGITS = '4679';

/**
 * True for ten digits that pass as an NHS number: first digit 4, 6 or 7 (issued in England and Wales)
 * or 9 (numbers for tests, used as examples), and the check digit by Modulus 11: weights 10 down to 2;
 * what lacks to the next multiple of 11 is the last digit, where 11 counts as 0 and 10 as no number.
 * (NHS Data Dictionary, NHS number.)
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || !FIRST_DIGITS.includes(digits[0]!)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += (digits.charCodeAt(i) - 48) * (10 - i);
  const check = 11 - (sum % 11);
  return check !== 10 && check % 11 === digits.charCodeAt(9) - 48;
}

/** What is known of the place where a text stands. */
export type Place = {
  /** True where the column holds telephone numbers. */
  readonly isTelephone?: () => boolean;
  /** True where only numbers behind the words "NHS number" count, since the rest was looked at by itself. */
  readonly onlyNamed?: true;
};

/**
 * Takes text, gives where the first NHS number in it begins, or undefined. Found are ten digits in one
 * (also with letters next to them), as 3-3-4 with spaces, dashes, dots or slashes, as single digits in
 * boxes, broken over a line, and grouped in any way behind the words "NHS number". Ten digits within
 * more of them are none, and so is a mobile number that lost its first 0, where it is called a telephone number.
 */
export function findNhsNumber(text: string, place: Place = {}): number | undefined {
  const groups = groupsOf(text);
  for (const [first, { start }] of groups.entries()) {
    if (!FIRST_DIGITS.includes(text[start]!) || isWithinRow(text, groups, first)) continue;
    const ten = tenDigitsFrom(text, groups, first);
    if (ten !== undefined && isNhsNumber(ten.digits) && counts({ text, groups, ten, place })) {
      return start;
    }
  }
  return findAsSpreadsheetNumber(text);
}

/** True for a single digit that another one stands before: ten in boxes begin with the first of their row. */
function isWithinRow(text: string, groups: readonly Group[], at: number): boolean {
  const [before, own] = [groups[at - 1], groups[at]!];
  if (before === undefined || before.end - before.start > 1 || own.end - own.start > 1)
    return false;
  const gap = gapBetween(text, before.end, own.start);
  return gap !== 'none' && gap !== 'line';
}

type Candidate = {
  readonly text: string;
  readonly groups: readonly Group[];
  readonly ten: TenDigits;
  readonly place: Place;
};

function counts({ text, groups, ten, place }: Candidate): boolean {
  const before = beforeNumber(text, groups[ten.first]!.start);
  if (isNamedNhsNumber(before)) return true;
  if (ten.form === 'odd' || place.onlyNamed === true) return false;
  if (isPlainlyAnother(text, groups[ten.first]!, groups[ten.last]!)) return false;
  if (ten.form !== 'solid') return !isPartOfMore(text, groups, ten);
  if (isNamedAsOther(before)) return false;
  // No other telephone number can look like this one: with its 0 back it would begin 04, 06 or 09.
  const mayBeMobile = ten.digits.startsWith('7');
  return !mayBeMobile || !(isNamedAsTelephone(text, groups[ten.first]!) || place.isTelephone?.());
}

/** 9,434,765,919 as a formatted number, 9.434765919E9 as programs write it. */
const THOUSANDS = /(?<!\d|\d[,.])\d,\d{3},\d{3},\d{3}(?!,?\d)/g;
const EXPONENT = /(?<!\d|\d\.)\d\.\d{6,9}E\+?0?9(?!\d)/gi;

function findAsSpreadsheetNumber(text: string): number | undefined {
  for (const { 0: number, index } of [...text.matchAll(THOUSANDS), ...text.matchAll(EXPONENT)]) {
    if (isNhsNumber(String(Number(number.replaceAll(',', ''))))) return index;
  }
  return undefined;
}
