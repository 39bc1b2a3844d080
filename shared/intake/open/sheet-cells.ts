import type { TableRow } from '../table/table-reader.ts';
import { MOST_CELLS, MOST_LETTERS, MOST_LINES, tooMany } from './file-limits.ts';
import { RefusedFile } from './refused-file.ts';
import { type CellContext, cellReader } from './sheet-cell.ts';
import { cellName, LAST_COLUMN, LAST_ROW } from './sheet-place.ts';
import { BETWEEN } from './sheet-texts.ts';
import { UnreadableXml, type XmlHandlers } from './sheet-xml.ts';

/** What may still come, in all sheets of a workbook together. */
export type Room = { rows: number; cells: number; letters: number };

export type SheetCells = {
  readonly rows: readonly TableRow[];
  /** What somebody typed into formulas, where it has a number in it: texts in quotes, and long numbers. */
  readonly formulas: readonly { readonly cell: string; readonly text: string }[];
};

/** So many comments, and formulas with long numbers in them, are looked through. */
export const MOST_ASIDES = 20_000;

/**
 * Collects the cells of a sheet as `readXml` walks its part. Blank rows, and blank cells behind the last
 * that says something, are left out; every row comes as wide as the widest, numbered as the program
 * shows it. Throws `RefusedFile` where there are too many cells.
 */
export function cellCollector(
  context: CellContext,
  room: Room,
): Required<XmlHandlers> & { take: () => SheetCells } {
  const rows: Row[] = [];
  const formulas: SheetCells['formulas'][number][] = [];
  const cell = cellReader(context);
  let [row, column] = [0, 0];
  let cells: string[] | undefined;
  const endOfCell = () => {
    if (cells === undefined) throw new UnreadableXml();
    const at = { row, column };
    const text = cell.end(at);
    if (text !== '') put(cells, column, text);
    room.letters -= text.length;
    if (room.letters < 0) throw new RefusedFile(tooMany(null, MOST_LETTERS, 'letters'));
    const typed = typedInto(cell.formula());
    if (typed !== undefined) formulas.push({ cell: cellName(at), text: typed });
    if (formulas.length > MOST_ASIDES) throw new RefusedFile(TOO_MANY_FORMULAS);
    column += 1;
  };
  return {
    opened: (name, attributes) => {
      if (name === 'row') {
        row = rowNumber(attributes['r'], row);
        [column, cells] = [0, []];
      } else if (name === 'c') {
        column = columnOf(attributes['r'], column);
        cell.begin(attributes);
      } else cell.opened(name);
    },
    text: cell.text,
    closed: (name) => {
      if (name === 'c') endOfCell();
      else if (name === 'row') {
        keep(rows, { row, cells: cells ?? [] }, room);
        cells = undefined;
      } else cell.closed(name);
    },
    take: () => ({ rows: asWideAsWidest(rows, room), formulas }),
  };
}

function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

type Row = { readonly row: number; readonly cells: string[] };

function keep(rows: Row[], row: Row, room: Room): void {
  if (row.cells.length === 0) return;
  room.rows -= 1;
  room.cells -= row.cells.length;
  if (room.rows < 0) throw new RefusedFile(tooMany(null, MOST_LINES, 'rows'));
  if (room.cells < 0) throw new RefusedFile(tooMany(null, MOST_CELLS, 'cells'));
  rows.push(row);
}

/** A spreadsheet leaves out the empty cells at the end of a row; a table has them. */
function asWideAsWidest(rows: readonly Row[], room: Room): readonly TableRow[] {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  room.cells -= rows.reduce((lacking, { cells }) => lacking + width - cells.length, 0);
  if (room.cells < 0) throw new RefusedFile(tooMany(null, MOST_CELLS, 'cells'));
  for (const { cells } of rows) while (cells.length < width) cells.push('');
  return rows;
}

/** Rows come in their order, each with its number or one more than the row before. */
function rowNumber(written: string | undefined, before: number): number {
  const row = written === undefined ? before + 1 : Number(written);
  if (!Number.isInteger(row) || row <= before || row > LAST_ROW) throw new UnreadableXml();
  return row;
}

/** The column of "AB12", counted from 0; without a name the cell stands behind the one before. */
function columnOf(name: string | undefined, next: number): number {
  if (name === undefined) return next;
  let column = 0;
  for (const letter of name.replace(/\d+$/, '')) column = column * 26 + letter.charCodeAt(0) - 64;
  if (!(column >= 1 && column <= LAST_COLUMN)) throw new UnreadableXml();
  return column - 1;
}

/** A reference such as $A$1:$D$6500 is no number that anybody typed. */
function typedInto(formula: string): string | undefined {
  if (!/\d{6}|"[^"]*\d/.test(formula)) return undefined;
  const typed = formula.match(/"[^"]*"|\d{6,}/g)?.filter((text) => /\d/.test(text));
  return typed?.join(BETWEEN);
}

const TOO_MANY_FORMULAS = tooMany(null, MOST_ASIDES, 'formulas with long numbers in them');
