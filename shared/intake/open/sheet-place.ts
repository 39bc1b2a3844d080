/** A cell's place: rows as a spreadsheet numbers them, columns counted from 0. */
export type Place = { readonly row: number; readonly column: number };

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** "AB12", as a spreadsheet names a cell. */
export function cellName({ row, column }: Place): string {
  return `${columnLetters(column)}${row}`;
}

/** "AB" for 27: the letters above a column. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
