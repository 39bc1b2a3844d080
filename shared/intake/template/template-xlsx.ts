import {
  type CellStyle,
  type CellValue,
  type ColumnDef,
  colToLetter,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import type { Holds } from '../readers/column.ts';
import type { ReturnKind } from '../readers/return-columns.ts';
import {
  NOTES_HEADER,
  NOTES_SHEET,
  notesOf,
  rulesOf,
  type TemplateColumn,
  templateColumns,
} from './template.ts';

/** Rows that have the formats and drop-down lists: more than any ICB has practices. */
const ROWS_TO_FILL = 500;
/** The writer would take the wall clock, and the same template would have other bytes each day. */
const WRITTEN_AT = new Date('2023-10-31T00:00:00Z');

/**
 * A template as XLSX: a sheet to fill in, with the headings that the reader of this kind checks, formats
 * and drop-down lists; and notes with one row for each column. No example stands on the sheet to fill
 * in, since one left there by mistake would be read. The same bytes each time on one machine.
 */
export async function templateXlsx(kind: ReturnKind): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [toFillIn(kind), notes(kind)],
    properties: {
      title: `Template: ${kind}`,
      creator: 'Record Access Rollout',
      created: WRITTEN_AT,
      modified: WRITTEN_AT,
    },
    defaultFont: FONT,
  });
}

function toFillIn(kind: ReturnKind): WriteSheet {
  const columns = templateColumns(kind);
  return {
    name: kind,
    columns: columns.map(columnFormat),
    rows: [columns.map(({ name }) => name), ...emptyRows(columns.length)],
    cells: new Map(
      columns.map(({ isRequired }, at) => [`0,${at}`, { style: isRequired ? REQUIRED : OPTIONAL }]),
    ),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(dropDown),
    pageSetup: { orientation: 'landscape', paperSize: 'a4', printTitlesRow: '$1:$1' },
  };
}

/** A format belongs to a cell, so the cells are there, empty. */
function emptyRows(width: number): CellValue[][] {
  return Array.from({ length: ROWS_TO_FILL }, () => Array.from({ length: width }, () => null));
}

const FONT = { name: 'Arial', size: 11 };
const BLUE = { rgb: 'FF005EB8' };
const PALE = { rgb: 'FFE8EDEE' };
const REQUIRED: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: BLUE },
};
const OPTIONAL: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: PALE },
};

const FORMATS: Readonly<Record<Holds, string>> = {
  code: '@',
  day: 'dd/mm/yyyy',
  'day and time': 'dd/mm/yyyy hh:mm',
  choice: '@',
  supplier: '@',
  count: 'General',
  given: '@',
  comment: '@',
};

function columnFormat({ name, holds }: TemplateColumn): ColumnDef {
  return { width: Math.max(name.length + 3, 14), numFmt: FORMATS[holds] };
}

function dropDown({ choices }: TemplateColumn, at: number): DataValidation[] {
  if (choices.length === 0) return [];
  const letter = colToLetter(at);
  return [
    {
      type: 'list',
      values: [...choices],
      range: `${letter}2:${letter}${ROWS_TO_FILL + 1}`,
      allowBlank: true,
      showErrorMessage: true,
      // Other spellings are read too, so they are questioned and not forbidden.
      errorStyle: 'warning',
      errorTitle: 'Not in the list',
      errorMessage: `The list has: ${choices.join(', ')}.`,
    },
  ];
}

const TITLE: CellStyle = { font: { ...FONT, bold: true, size: 14 } };
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
const WIDTHS = [30, 11, 54, 52, 26];
const LINE = 15;
/** Widths are measured in digits, and letters are narrower: so many go into the width of one digit. */
const LETTERS_IN_A_DIGIT = 1.15;

function notes(kind: ReturnKind): WriteSheet {
  const above: CellValue[][] = [
    [`How to fill in: ${kind}`],
    ...rulesOf(kind).map((rule) => [rule]),
  ];
  const header = above.length;
  const table = notesOf(kind).map((row) => [...row]);
  const styles = new Map<string, { style: CellStyle }>([['0,0', { style: TITLE }]]);
  for (const at of NOTES_HEADER.keys()) styles.set(`${header},${at}`, { style: REQUIRED });
  for (const row of table.keys()) {
    for (const at of NOTES_HEADER.keys()) {
      styles.set(`${header + 1 + row},${at}`, { style: WRAPPED });
    }
  }
  return {
    name: NOTES_SHEET,
    columns: WIDTHS.map((width) => ({ width, numFmt: '@' })),
    rows: [...above, [...NOTES_HEADER], ...table],
    rowDefs: new Map(table.map((row, at) => [header + 1 + at, { height: LINE * linesOf(row) }])),
    cells: styles,
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToHeight: 0 },
  };
}

/** Not every program makes a row as high as its wrapped text. */
function linesOf(row: readonly string[]): number {
  const lines = row.map((text, at) => text.length / (WIDTHS[at]! * LETTERS_IN_A_DIGIT));
  return Math.ceil(Math.max(...lines));
}
