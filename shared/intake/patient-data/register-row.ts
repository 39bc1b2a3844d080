import { isRegisterCode } from '../../practice/code.ts';

/** The register's files have 27 columns without headings; the telephone number stands in the 18th. (ODS specifications of epraccur and its like.) */
const WIDTH = 27;
const OPENED_ON = 10;
const TELEPHONE = 17;

/** True for a row of a register file: an organisation's code first, and the day in its place on which it opened. */
export function isRegisterRow(cells: readonly string[]): boolean {
  if (cells.length !== WIDTH || !/^\d{8}$/.test(cells[OPENED_ON]!)) return false;
  return isRegisterCode(cells[0]!.trim().toUpperCase());
}

/** True for the cell of such a row that holds the telephone number. */
export function isRegisterTelephone(cells: readonly string[], column: number): boolean {
  return column === TELEPHONE && isRegisterRow(cells);
}
