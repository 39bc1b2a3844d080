import { parse } from 'csv-parse/sync';
import type { Cell, Column, Table } from '../../coverage/table.ts';
import { ReleaseJsonSchema } from '../files/json.ts';
import { NOT_AVAILABLE, withoutFormula } from '../files/sheet-cells.ts';
import { linesAbove, sheetNameOf } from '../files/table-sheet.ts';
import { workbookTables } from '../files/workbook-tables.ts';
import { cellOf } from '../page/cell-words.ts';
import { type PageTable, pageTables } from '../page/page-tables.ts';
import { IN_CSV_ONLY, type Release, type ReleaseFile, TABLE_NAMES } from '../release.ts';

/**
 * Reads the files of a release back and holds every cell against its tables; each file that says anything
 * else is named in a sentence. Of the page all figures, codes and days are held; its words may be shorter.
 * (Issue: CSV = JSON = XLSX = HTML.)
 */
export function brokenFiles(release: Release, files: readonly ReleaseFile[]): readonly string[] {
  const bytesOf = (name: string) => files.find((file) => file.name === name)?.bytes;
  // One kind of file after the other: read back all at once they would fill 100 MB.
  return [
    ...brokenCsv(release, bytesOf),
    ...brokenJson(release, bytesOf),
    ...brokenWorkbook(release, bytesOf),
    ...brokenPage(release, bytesOf),
  ];
}

type BytesOf = (name: string) => Uint8Array | undefined;

function brokenCsv({ tables }: Release, bytesOf: BytesOf): string[] {
  return TABLE_NAMES.flatMap((name) => {
    const file = `${name}.csv`;
    const [header, ...rows] = parse(textOf(bytesOf(file))) as string[][];
    const keys = tables[name].columns.map(({ key }) => key);
    if (String(header) !== String(keys)) return [`${file} has other columns than the release`];
    return differs(file, rows, cellsOf(tables[name], csvCell));
  });
}

function brokenJson(release: Release, bytesOf: BytesOf): string[] {
  const json = ReleaseJsonSchema.parse(JSON.parse(textOf(bytesOf('coverage.json'))));
  return inAllFiles(release).flatMap((table) =>
    differs(
      `coverage.json, ${table.name}`,
      jsonCells(json.tables[table.name]),
      cellsOf(table, asItIs),
    ),
  );
}

function brokenWorkbook(release: Release, bytesOf: BytesOf): string[] {
  const sheets = workbookTables(bytesOf('report.xlsx')!, linesAbove(release.head));
  return inAllFiles(release)
    .filter(({ rows }) => rows.length > 0)
    .flatMap((table) => {
      const sheet = sheets.get(sheetNameOf(table.name)) ?? [];
      return differs(`report.xlsx, ${table.name}`, sheet, cellsOf(table, sheetText));
    });
}

function brokenPage(release: Release, bytesOf: BytesOf): string[] {
  return pageTables(textOf(bytesOf('report.html'))).flatMap((shown) => strayRows(shown, release));
}

function inAllFiles({ tables }: Release): readonly Table[] {
  return TABLE_NAMES.filter((name) => !IN_CSV_ONLY.has(name)).map((name) => tables[name]);
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

type Cells = readonly (readonly (Cell | string)[])[];

function cellsOf(table: Table, write: (cell: Cell, column: Column) => Cell): Cells {
  return table.rows.map((row) =>
    table.columns.map((column) => write(row[column.key] ?? null, column)),
  );
}

function asItIs(cell: Cell): Cell {
  return cell;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : withoutFormula(cell);
}

function sheetText(cell: Cell, { holds }: Column): string {
  if (cell === null) return NOT_AVAILABLE;
  return typeof cell === 'string' && holds !== 'day' ? withoutFormula(cell) : String(cell);
}

function jsonCells(
  table:
    | { columns: readonly { key: string }[]; rows: readonly Readonly<Record<string, Cell>>[] }
    | undefined,
): Cells {
  if (table === undefined) return [];
  return table.rows.map((row) => table.columns.map(({ key }) => row[key] ?? null));
}

/** The first difference is enough to stop a release. */
function differs(where: string, is: Cells, should: Cells): string[] {
  if (is.length !== should.length)
    return [`${where} has ${is.length} rows, the release ${should.length}`];
  for (const [at, cells] of should.entries()) {
    if (is[at]!.length !== cells.length) {
      return [`${where}, row ${at + 1} has ${is[at]!.length} cells instead of ${cells.length}`];
    }
    for (const [column, cell] of cells.entries()) {
      const there = is[at]![column] ?? null;
      if (there !== cell) return [`${where}, row ${at + 1}: “${there}” instead of “${cell}”`];
    }
  }
  return [];
}

/** What is shown of a table must be rows of that table: by its codes, days and figures. */
function strayRows({ name, keys, rows }: PageTable, release: Release): string[] {
  const table = (release.tables as Readonly<Record<string, Table>>)[name];
  if (table === undefined) return [];
  const held = keys.flatMap((key, at) => {
    const column = table.columns.find((one) => one.key === key);
    return column === undefined || column.holds === 'text' ? [] : [{ at, column }];
  });
  const known = new Set(
    table.rows.map((row) => held.map(({ column }) => cellOf(row, column)).join('|')),
  );
  const stray = rows.find((cells) => !known.has(held.map(({ at }) => cells[at]).join('|')));
  return stray === undefined
    ? []
    : [`report.html, ${name}: no row of the release reads “${stray.join(', ')}”`];
}
