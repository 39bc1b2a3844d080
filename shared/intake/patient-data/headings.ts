import type { TableRow } from '../table/table-reader.ts';

/** A header is looked for so far down: titles may stand above it. */
const ROWS_LOOKED_AT = 30;
const LONG_NUMBER = /\d{5}|\d[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2}/;

/**
 * Takes the rows of a sheet, gives what stands above the data in each column: the cells of all rows
 * before the first that holds data, put together, so that a header of two rows counts as one. Data are
 * three filled cells or more (two in a sheet of two columns) with a date or a number of five digits among
 * them, which no header has; such a cell is no heading in any row.
 */
export function headingsOf(rows: readonly TableRow[]): readonly string[] {
  const looked = rows.slice(0, ROWS_LOOKED_AT);
  const widest = Math.max(0, ...looked.map(({ cells }) => filled(cells).length));
  const firstData = looked.findIndex(({ cells }) => isData(cells, Math.min(3, widest)));
  const above = looked.slice(0, firstData === -1 ? looked.length : firstData);
  const width = Math.max(0, ...above.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) =>
    above
      .map(({ cells }) => cells[column] ?? '')
      .filter((cell) => !LONG_NUMBER.test(cell))
      .join(' ')
      .trim(),
  );
}

function isData(cells: readonly string[], least: number): boolean {
  return filled(cells).length >= least && cells.some((cell) => LONG_NUMBER.test(cell));
}

function filled(cells: readonly string[]): string[] {
  return cells.filter((cell) => cell !== '');
}
