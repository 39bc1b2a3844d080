import { type Gap, type Group, gapBetween } from './digit-groups.ts';
import { CELL_BORDER, PASSAGE_BORDER } from './marks.ts';
import { beforeNumber } from './number-names.ts';
import type { TenDigits } from './ten-digits.ts';

/** A country's prefix before a telephone number, with or without the 0 in brackets. */
const ABROAD = /(?:\+\d{1,3}|(?<!\d)00[1-9]\d{0,2})[\s().\-/]*(?:\(?0\)[\s.\-/]*)?$/;
const BORDER = new RegExp(`[${CELL_BORDER}${PASSAGE_BORDER}]`);
/** The same with the plus lost, or the 0 of a mobile number standing apart from it. */
const MOBILE = /(?<!\d)(?:44[\s().-]{1,3}|\(?0\)?[\s.-]?)$/;
const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** True where what stands around ten digits shows that they are something else: a telephone number with +44, a fraction, a piece of a hash. */
export function isPlainlyAnother(text: string, first: Group, last: Group): boolean {
  // Another cell or passage is no part of how a number is written.
  const before = beforeNumber(text, first.start).slice(-16).split(BORDER).at(-1)!;
  if (ABROAD.test(before)) return true;
  if (text[first.start] === '7' && MOBILE.test(before)) return true;
  return isFraction(text, first, last, before) || isInCode(text, first, last);
}

/** The decimals of 0.9434765919, or a number that is all of its text and has a fraction other than .0. */
function isFraction(text: string, first: Group, last: Group, before: string): boolean {
  if (/(?<!\d)0\.$/.test(before)) return true;
  const [ahead, behind] = [text.slice(0, first.start).trim(), text.slice(last.end).trim()];
  if (ahead === '') return /^\.(?!0+%?$)\d+%?$/.test(behind);
  return /^[-+]?\d+\.$/.test(ahead) && /^%?$/.test(behind);
}

/** So many changes between letters and digits has no word with a number next to it, and every hash. */
const CHANGES_IN_A_CODE = 5;
/** A hash is not longer than this on either side. */
const LONGEST_CODE = 160;

function isInCode(text: string, first: Group, last: Group): boolean {
  const from = Math.max(0, first.start - LONGEST_CODE);
  const before = /[0-9a-z]*$/i.exec(text.slice(from, first.start))![0];
  const after = /^[0-9a-z]*/i.exec(text.slice(last.end, last.end + LONGEST_CODE))![0];
  const token = `${before}0${after}`;
  if (token.length > 1 && (token.match(/[a-z]+|\d+/gi)?.length ?? 0) > CHANGES_IN_A_CODE) {
    return true;
  }
  const around = text.slice(Math.max(0, first.start - 36), last.end + 36);
  const at = first.start - Math.max(0, first.start - 36);
  return [...around.matchAll(GUID)].some(({ index }) => index <= at && at < index + 36);
}

/**
 * True where digits in several groups are only a piece of a longer row of groups, such as a card number
 * or a code in a list. A date, a year, a small number or another NHS number may stand next to them.
 */
export function isPartOfMore(text: string, groups: readonly Group[], ten: TenDigits): boolean {
  return [ten.first - 1, ten.last + 1].some((at) => {
    const beside = groups[at];
    if (beside === undefined) return false;
    const isBefore = at < ten.first;
    const gap = isBefore
      ? gapBetween(text, beside.end, groups[ten.first]!.start)
      : gapBetween(text, groups[ten.last]!.end, beside.start);
    return goesOn({ text, groups, ten, at, gap, isBefore });
  });
}

type Beside = {
  readonly text: string;
  readonly groups: readonly Group[];
  readonly ten: TenDigits;
  /** Which group stands beside, with what between, and on which side. */
  readonly at: number;
  readonly gap: Gap;
  readonly isBefore: boolean;
};

function goesOn({ text, groups, ten, at, gap, isBefore }: Beside): boolean {
  const { start, end } = groups[at]!;
  const size = end - start;
  if (gap === 'none' || isYear(text.slice(start, end))) return false;
  if (isLettered(text, groups[at]!)) return false;
  if (ten.form === 'boxes') return size === 1 && ten.gaps.includes(gap);
  if (gap === 'border' || gap === 'box') return false;
  if (isOfDate(text, groups[at]!, isBefore)) return false;
  if (ten.form === 'broken') return true;
  if (gap === 'mark')
    return text.slice(...between(groups, ten, isBefore)).length === 1 && ten.gaps.includes('mark');
  if (gap === 'line' || size < 3 || text[start] === '0' || size === 10) return false;
  return !isGroupedLikeIt(groups, at, isBefore);
}

function between(
  groups: readonly Group[],
  ten: TenDigits,
  isBefore: boolean,
): [from: number, to: number] {
  return isBefore
    ? [groups[ten.first - 1]!.end, groups[ten.first]!.start]
    : [groups[ten.last]!.end, groups[ten.last + 1]!.start];
}

/** True for the digits of a code such as A81002: a practice code next to a number says nothing of that number. */
function isLettered(text: string, { start, end }: Group): boolean {
  return /\p{L}/u.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`);
}

function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}

/** True where the group beside is the end of a date before, or the beginning of one after. */
function isOfDate(text: string, { start, end }: Group, isBefore: boolean): boolean {
  return isBefore
    ? /\d{1,4}([-/.])\d{1,2}\1\d{1,4}$/.test(text.slice(Math.max(0, end - 10), end))
    : /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}/.test(text.slice(start, start + 10));
}

/** True where the next three groups on that side are 3-3-4 as well: a list of such numbers. */
function isGroupedLikeIt(groups: readonly Group[], at: number, isBefore: boolean): boolean {
  const from = isBefore ? at - 2 : at;
  const sizes = groups.slice(Math.max(0, from), from + 3).map(({ start, end }) => end - start);
  return sizes.join() === '3,3,4';
}
