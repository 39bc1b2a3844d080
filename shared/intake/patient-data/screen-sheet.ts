import type { Sheet } from '../open/opened.ts';
import type { FileKind } from '../read-result.ts';
import { boxSearch } from './digit-boxes.ts';
import { findInText } from './find-in-text.ts';
import { headingsOf } from './headings.ts';
import type { PatientDataHit } from './hit.ts';
import type { LatestYear } from './plausible-birth.ts';
import { readings } from './readings.ts';
import { isRegisterRow } from './register-row.ts';
import { type SheetContext, screenRow } from './screen-row.ts';
import { rowsIn, screenUnread } from './screen-unread.ts';
import { telephoneColumns } from './telephone-columns.ts';

/** What is known of the file that a sheet stands in. */
export type FileContext = {
  readonly kind: FileKind | null;
  readonly latestYear: LatestYear;
};

/**
 * Takes a sheet and its number as messages call it (null for the only one of a CSV file), gives
 * the first patient data in its name, its rows or in what could not be made into rows; null for none.
 */
export function screenSheet(
  sheet: Sheet,
  number: number | null,
  file: FileContext,
): PatientDataHit | null {
  const named = readings(sheet.name ?? '').map((name) => findInText(name, file.latestYear));
  const inName = named.find((found) => found !== undefined);
  if (inName !== undefined) return { what: inName.what, where: `the name of sheet ${number ?? 1}` };
  const called = number === null ? '' : `sheet ${number}, `;
  const context = contextOf(sheet, file);
  return (
    screenRows(sheet, called, context) ?? screenUnread(sheet.unread ?? [], called, context) ?? null
  );
}

function screenRows(
  sheet: Sheet,
  called: string,
  context: SheetContext,
): PatientDataHit | undefined {
  const boxes = boxSearch();
  let above: readonly string[] = [];
  const where = (row: number, column: number) => `${called}row ${row}, column ${column + 1}`;
  for (const { row, cells: written } of sheet.rows) {
    const cells = apart(written);
    const found = screenRow(cells, context, above);
    above = cells;
    if (found !== undefined) return { what: found.what, where: where(row, found.column) };
    boxes.look(row, cells);
  }
  const boxed = boxes.found();
  return boxed && { what: 'an NHS number', where: where(boxed.row, boxed.column) };
}

/** Beyond this a cell is no row, and would come to too many cells. */
const LONGEST_ROW = 20_000;

/** A file with semicolons or tabs comes as one cell a row; a column's heading counts for its cells all the same. */
function apart(cells: readonly string[]): readonly string[] {
  const [only] = cells;
  if (cells.length !== 1 || only === undefined || only.length > LONGEST_ROW) return cells;
  const separator = [';', '\t', '|'].find((mark) => only.includes(mark));
  return separator === undefined ? cells : only.split(separator).map((cell) => cell.trim());
}

/** A file of which nothing could be taken apart has its headings in its first lines. */
const LINES_LOOKED_AT = 200;

function contextOf(sheet: Sheet, { kind, latestYear }: FileContext): SheetContext {
  const rows = sheet.rows.length > 0 ? sheet.rows : rowsIn(sheet.unread ?? [], LINES_LOOKED_AT);
  const isApart = rows.every(({ cells }) => cells.length > 1);
  const cut = isApart ? rows : rows.map(({ row, cells }) => ({ row, cells: apart(cells) }));
  let above: readonly string[] | undefined;
  const headings = () => {
    above ??= headingsOf(cut);
    return above;
  };
  return {
    headings,
    latestYear,
    isTelephone: telephoneColumns(cut, headings),
    isRegister: kind === 'epraccur' && isRegisterRow(cut[0]?.cells ?? []),
  };
}
