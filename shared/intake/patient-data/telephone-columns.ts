import type { TableRow } from '../table/table-reader.ts';
import { isNhsNumber } from './nhs-number.ts';
import { isTelephoneHeading } from './number-names.ts';

/** Fewer numbers tell nothing of a column. */
const FEWEST = 3;
const PHONE = /^(?:0\d{9,10}|(?:\+|00)?44\d{9,10}|[12358]\d{8,9})$/;

/**
 * Takes rows and what stands above their columns, gives whether a column holds telephone numbers: by its
 * heading, or because three in four of its numbers could be nothing else. In such a column ten digits from 7 on are a mobile number
 * that a spreadsheet took the first 0 from, and not an NHS number; one in eleven would pass for one.
 * Where half of them pass, and three at least, that is no chance: the heading is wrong.
 */
export function telephoneColumns(
  rows: readonly TableRow[],
  headings: () => readonly string[],
): (column: number) => boolean {
  const told = new Map<number, boolean>();
  return (column) => {
    const before = told.get(column);
    if (before !== undefined) return before;
    const numbers = rows.map(({ cells }) => bareNumber(cells[column] ?? ''));
    const named = isTelephoneHeading(headings()[column] ?? '');
    const is = (named || arePhones(numbers)) && !areNhsNumbers(numbers);
    told.set(column, is);
    return is;
  };
}

/** A cell that is one number, without what groups it; empty for any other. */
function bareNumber(cell: string): string {
  const bare = cell.replace(/[\s().\-/]/g, '');
  return /^\+?\d{9,14}$/.test(bare) ? bare : '';
}

function arePhones(numbers: readonly string[]): boolean {
  const given = numbers.filter((number) => number !== '');
  const phones = given.filter((number) => PHONE.test(number)).length;
  return phones >= FEWEST && phones * 4 >= given.length * 3;
}

function areNhsNumbers(numbers: readonly string[]): boolean {
  const mobiles = numbers.filter((number) => /^7\d{9}$/.test(number));
  const passing = mobiles.filter(isNhsNumber).length;
  return passing >= FEWEST && passing * 2 >= mobiles.length;
}
