import { CELL_BORDER, PASSAGE_BORDER } from './marks.ts';

/** A run of digits: from `start` up to, but not including, `end`. */
export type Group = { readonly start: number; readonly end: number };

/**
 * What stands between two groups: white space; one mark as numbers are grouped with (a dash, dot,
 * slash); a line end; the border of a cell or passage; the lines of boxes; or what holds no number
 * together.
 */
export type Gap = 'space' | 'mark' | 'line' | 'border' | 'box' | 'none';

/** Every run of digits in a text. */
export function groupsOf(text: string): Group[] {
  return Array.from(text.matchAll(/\d+/g), ({ index, 0: digits }) => ({
    start: index,
    end: index + digits.length,
  }));
}

/** Indentation of the next line is part of a gap; anything wider is a column of its own. */
const WIDEST = 60;
const DASH = '\\p{Pd}\\u2212\\u00af\\u02d7\\u2043';
const MARK = new RegExp(`^\\s*[${DASH}./\\\\_()\\u00b7\\u2022\\u2027~]\\s*$`, 'u');
const LINE = new RegExp(`^\\s*[${DASH}]?\\s*$`, 'u');
const BOX = /^[\s|[\]()_.,]{1,6}$/;

/** What kind of gap lies between two places of a text that hold digits. */
export function gapBetween(text: string, from: number, to: number): Gap {
  if (to - from > WIDEST) return 'none';
  const gap = text.slice(from, to);
  if (gap === ' ') return 'space';
  if (gap.includes(CELL_BORDER) || gap.includes(PASSAGE_BORDER)) {
    return BOX.test(gap) ? 'border' : 'none';
  }
  if (/[\r\n]/.test(gap) && LINE.test(gap)) return 'line';
  if (/^\s+$/.test(gap)) return 'space';
  if (MARK.test(gap)) return 'mark';
  return BOX.test(gap) ? 'box' : 'none';
}
