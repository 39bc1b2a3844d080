import type { CellValue } from 'hucre/xlsx';
import { type Day, daysBetween } from '../../calendar/day.ts';
import type { Cell, Column, Holds } from '../../coverage/table.ts';

/** What stands in a cell for which there is no figure (GSS shorthand: not available). */
export const NOT_AVAILABLE = '[x]';

/** Day 0 of a workbook's calendar. */
const WORKBOOK_EPOCH = '1899-12-30' as Day;

/** How numbers and days are shown; the value beneath is a number either way. */
export const FORMATS: Readonly<Record<Holds, string>> = {
  code: '@',
  text: '@',
  day: 'd mmmm yyyy',
  count: '#,##0',
  change: '+#,##0;-#,##0;0',
  share: '0.0"%"',
  target: '0"%"',
  number: '#,##0.##',
};

/**
 * A cell as a workbook keeps it: a number, a day as a number of days, or a text. A text that a spreadsheet
 * would run as a formula, were it typed in again, gets an apostrophe in front, as in the CSV.
 */
export function sheetCell(cell: Cell, { holds }: Column): CellValue {
  if (cell === null) return NOT_AVAILABLE;
  if (typeof cell === 'number') return cell;
  return holds === 'day' ? daysBetween(WORKBOOK_EPOCH, cell as Day) : withoutFormula(cell);
}

/** The characters that csv-stringify escapes, so that both files say the same. */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}
