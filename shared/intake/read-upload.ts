import { londonDay } from '../calendar/day.ts';
import { readDocument } from './document/read-document.ts';
import { applyMapping } from './mapping/apply-mapping.ts';
import type { Opened, OpenedSheets, Sheet } from './open/opened.ts';
import { openText } from './open/text.ts';
import type { FileKind, Problem, ReadContext, ReadResult, Warning } from './read-result.ts';
import { epraccur } from './readers/epraccur.ts';
import { exemptions } from './readers/exemptions.ts';
import { listSize } from './readers/list-size.ts';
import { pcnMembership } from './readers/pcn-membership.ts';
import { practiceMap } from './readers/practice-map.ts';
import { statusReturn } from './readers/status-return.ts';
import { succession } from './readers/succession.ts';
import { supplierExtract } from './readers/supplier-extract.ts';
import { ROWS_LOOKED_AT } from './table/columns.ts';
import { withoutDuplicates } from './table/duplicates.ts';
import type { Table, TableReader } from './table/table-reader.ts';
import { tableWithHeader, tableWithoutHeader } from './table/tables.ts';
import { unrecognised } from './table/unrecognised.ts';
import { NOTES_SHEET } from './template/template.ts';

/** Every kind of table that is taken in. */
const READERS: readonly TableReader[] = [
  statusReturn,
  supplierExtract,
  succession,
  exemptions,
  listSize,
  practiceMap,
  pcnMembership,
  epraccur,
];

/**
 * Takes a file as opened and what is known of its sender, gives what it says: the kind by the content
 * (never by the name), then each row. Every row of the result is taken, a duplicate or rejected; a file
 * that cannot be used is refused with the reason and the remedy. Pure: the same file and context give
 * the same answer. Never throws for what a file holds.
 */
export function readOpened(opened: Opened, context: ReadContext): ReadResult {
  if (opened.as === 'refused') return refusedFile({ refused: opened.refused });
  const read =
    opened.as === 'document' ? readDocument(opened, context) : readMapped(opened, context);
  return { ...read, warnings: [...opened.warnings, ...read.warnings] };
}

/** The same for the bytes of a text file. */
export function readUpload(bytes: Uint8Array, context: ReadContext): ReadResult {
  return readOpened(openText(bytes), context);
}

/** The kind of file by its content, as far as its header or first rows tell; null for a document and for none of ours. */
export function kindOf(opened: Opened): FileKind | null {
  if (opened.as !== 'sheets') return null;
  const recognised = opened.sheets.flatMap((sheet) => recognise(sheet) ?? []).sort(likeliestFirst);
  return recognised[0]?.reader.kind ?? null;
}

/** A sender's own tracker is brought under our headings first, where a mapping was saved for it. */
function readMapped(opened: OpenedSheets, context: ReadContext): ReadResult {
  const { mapping, asAt, receivedAt } = context;
  if (mapping === null) return readSheets(opened, context);
  const on = asAt ?? londonDay(receivedAt);
  const mapped = opened.sheets.map((sheet) => applyMapping(sheet, mapping, on));
  const read = readSheets({ ...opened, sheets: mapped.map(({ sheet }) => sheet) }, context);
  return { ...read, warnings: [...mapped.flatMap(({ warnings }) => warnings), ...read.warnings] };
}

function readSheets({ sheets }: OpenedSheets, context: ReadContext): ReadResult {
  const recognised = sheets.flatMap((sheet) => recognise(sheet) ?? []).sort(likeliestFirst);
  const [first] = recognised;
  const refused = sheets.find((sheet) => sheet.refused !== null);
  if (refused?.refused != null && (first === undefined || first.sheet === refused)) {
    const rows = refused.rows.length + refused.broken.length;
    return refusedFile({ kind: first?.reader.kind, rows, refused: refused.refused });
  }
  if (first === undefined) return refusedFile(whyNone(sheets));
  const read = withoutDuplicates(first.reader.read(first.table, context));
  const ofSheet = [...whichSheet(first, recognised, sheets), ...(first.sheet.warnings ?? [])];
  return { ...read, warnings: [...ofSheet, ...read.warnings] };
}

type Recognised = { readonly sheet: Sheet; readonly reader: TableReader; readonly table: Table };

/** A sheet that people see comes before a hidden one, and one with rows before one with a header alone. */
function likeliestFirst(a: Recognised, b: Recognised): number {
  const unlikely = ({ sheet, table }: Recognised): number =>
    (sheet.hidden ? 2 : 0) + (table.rows.length + table.broken.length === 0 ? 1 : 0);
  return unlikely(a) - unlikely(b);
}

/** The reader of a sheet's kind, and the sheet as it wants it. */
function recognise(sheet: Sheet): Recognised | undefined {
  const looked = sheet.rows.slice(0, ROWS_LOOKED_AT);
  for (const [index, { row, cells }] of looked.entries()) {
    if (hasBrokenBefore(sheet, row)) break;
    const reader = READERS.find((r) => r.headerless !== true && r.recognises(cells));
    if (reader === undefined) continue;
    const below = { records: sheet.rows.slice(index), broken: sheet.broken };
    return { sheet, reader, table: tableWithHeader(below) };
  }
  for (const { cells } of looked) {
    const reader = READERS.find((r) => r.headerless === true && r.recognises(cells));
    if (reader === undefined) continue;
    const all = { records: sheet.rows, broken: sheet.broken };
    return { sheet, reader, table: tableWithoutHeader(all, cells.length) };
  }
  return undefined;
}

function hasBrokenBefore({ broken }: Sheet, row: number): boolean {
  return broken[0] !== undefined && broken[0].row < row;
}

/** In a workbook of several sheets one is read; that is said, and which others would have done. */
function whichSheet(
  read: Recognised,
  recognised: readonly Recognised[],
  sheets: readonly Sheet[],
): Warning[] {
  if (sheets.every((sheet) => sheet === read.sheet || isNotes(sheet, recognised))) return [];
  const others = recognised.filter((other) => other !== read);
  const also = others.map(({ sheet, reader }) => `"${sheet.name}" (${reader.kind})`).join(', ');
  const more =
    others.length === 0 ? '' : `; not read: ${also}: send each of these as a file of its own`;
  const hidden = read.sheet.hidden ? ', which is hidden,' : '';
  const warning = `the sheet "${read.sheet.name}"${hidden} was read, out of ${sheets.length}${more}`;
  return [{ row: 0, column: null, warning }];
}

/** Our own templates have notes beside the sheet to fill in: nobody needs to hear that those were not read. */
function isNotes(sheet: Sheet, recognised: readonly Recognised[]): boolean {
  return sheet.name === NOTES_SHEET && !recognised.some((other) => other.sheet === sheet);
}

/** A file of no known kind: its header is broken, or is another. */
function whyNone(sheets: readonly Sheet[]): { rows: number; refused: Problem } {
  const sheet = sheets.find(({ hidden, rows }) => !hidden && rows.length > 0) ?? sheets[0];
  const { rows = [], broken = [] } = sheet ?? {};
  const [first] = rows;
  const headerIsBroken = broken[0] !== undefined && broken[0].row < (first?.row ?? Infinity);
  const count = Math.max(0, rows.length + broken.length - 1);
  const top = rows.slice(0, ROWS_LOOKED_AT);
  return { rows: count, refused: headerIsBroken ? broken[0]! : unrecognised(top) };
}

function refusedFile(what: {
  kind?: FileKind | undefined;
  rows?: number;
  refused: Problem;
}): ReadResult {
  const { kind = null, rows = 0, refused } = what;
  const nothing = { taken: [], duplicates: [], problems: [], warnings: [], checklist: null };
  return { kind, rows, ...nothing, refused };
}
