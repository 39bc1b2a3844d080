import type { CsvRecords } from '../open/csv.ts';
import type { Problem } from '../read-result.ts';
import type { Table, TableRow } from './table-reader.ts';

type Records = Pick<CsvRecords, 'records' | 'broken'>;

/**
 * Takes the records of a file whose first one is the header, gives them as a table. A row with more or
 * fewer cells than the header is broken, since nobody can tell which cell is missing; empty cells
 * beyond the last column, as spreadsheets write them, do no harm.
 */
export function tableWithHeader({ records, broken }: Records): Table {
  const [first, ...rest] = records;
  const header = first?.cells ?? [];
  const least = header.findLastIndex((name) => name.trim() !== '') + 1;
  const headerRow = first?.row ?? 1;
  return { header, headerRow, ...evenRows(rest, broken, { least, most: header.length }) };
}

/** The same for a kind of file without a header: every row has `width` cells. */
export function tableWithoutHeader({ records, broken }: Records, width: number): Table {
  return { header: null, ...evenRows(records, broken, { least: width, most: width }) };
}

type Width = { readonly least: number; readonly most: number };

function evenRows(
  records: readonly TableRow[],
  broken: readonly Problem[],
  width: Width,
): Pick<Table, 'rows' | 'broken'> {
  const rows: TableRow[] = [];
  const uneven: Problem[] = [];
  for (const record of records) {
    if (record.cells.some(hasNul)) uneven.push(nulRow(record));
    else if (isEven(record.cells, width)) rows.push(record);
    else uneven.push(unevenRow(record, width));
  }
  return { rows, broken: [...broken, ...uneven].sort((a, b) => a.row - b.row) };
}

function hasNul(cell: string): boolean {
  return cell.includes('\0');
}

function nulRow({ row }: TableRow): Problem {
  return {
    row,
    column: null,
    found: null,
    problem: 'the row holds a NUL byte, which no text has',
    remedy:
      'Type the row anew, such as A81001,04/12/2023,live, or save the file again as "CSV UTF-8 (comma delimited)".',
  };
}

function isEven(cells: readonly string[], { least, most }: Width): boolean {
  return cells.length >= least && cells.slice(most).every((cell) => cell === '');
}

function unevenRow({ row, cells }: TableRow, { least }: Width): Problem {
  const than = cells.length < least ? 'fewer' : 'more';
  return {
    row,
    column: null,
    found: null,
    problem: `the row has ${cells.length} cells, ${than} than the ${least} of this file`,
    remedy:
      'Look for a missing or an extra comma: a cell with a comma in it stands in quotation marks, and an empty cell keeps its comma, such as in A81001,04/12/2023,,live.',
  };
}
