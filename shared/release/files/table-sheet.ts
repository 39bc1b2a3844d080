import {
  type CellStyle,
  type CellValue,
  colToLetter,
  type Cell as SheetCell,
  type WriteSheet,
} from 'hucre/xlsx';
import type { Column, Table } from '../../coverage/table.ts';
import type { ReleaseHead } from '../release.ts';
import { isWholeShare } from '../whole-share.ts';
import type { Note } from './notes-sheet.ts';
import { FORMATS, sheetCell } from './sheet-cells.ts';

export const FONT = { name: 'Arial', size: 11 };
const MADE_UP = 'Made-up data: these figures are not about real practices.';

const TITLE: CellStyle = { font: { ...FONT, bold: true, size: 15 } };
const HEADING: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FF005EB8' } },
  alignment: { wrapText: true, vertical: 'top' },
};
const WARNING: CellStyle = { font: { ...FONT, bold: true } };
const LINK: CellStyle = { font: { ...FONT, underline: true, color: { rgb: 'FF005EB8' } } };
const WHOLE: CellStyle = { numFmt: FORMATS.target, alignment: { horizontal: 'right' } };
/** Wide enough for its words, and narrow enough that several fit a screen. */
const WIDEST = 44;
/** Three lines: not every program makes a row as high as its wrapped text. */
const HEADING_HEIGHT = 48;
const NARROWEST = 11;
/** “27 September 2023”. */
const DAY_WIDTH = 20;
/** So many digits side by side can be read on A4 across. */
const PAGE_WIDTH = 190;

type Context = { readonly head: ReleaseHead; readonly notes: readonly Note[] };
type Cells = Map<string, Partial<SheetCell>>;

/** The sheet of a table of the release: title, what it says, then the one table. */
export function tableSheet(table: Table, { head, notes }: Context): WriteSheet {
  const headings = headingsOf(table.columns, notes);
  const rows = table.rows.map((row) =>
    table.columns.map((column) => sheetCell(row[column.key] ?? null, column)),
  );
  const sheet = laidOut(head, { ...table, headings, rows });
  for (const [row, cells] of table.rows.entries()) {
    for (const [at, column] of table.columns.entries()) {
      if (!isWholeShare(cells, column)) continue;
      sheet.cells!.set(`${linesAbove(head) + 1 + row},${at}`, { style: WHOLE });
    }
  }
  for (const [at, { holds }] of table.columns.entries()) {
    const alignment = { ...HEADING.alignment, horizontal: sideOf(holds) } as const;
    sheet.cells!.set(`${linesAbove(head)},${at}`, { style: { ...HEADING, alignment } });
  }
  const widths = headings.map((heading, at) =>
    widthOf(heading, rows, {
      at,
      narrowest: table.columns[at]!.holds === 'day' ? DAY_WIDTH : NARROWEST,
    }),
  );
  const across = Math.ceil(widths.reduce((sum, width) => sum + width, 0) / PAGE_WIDTH);
  return {
    ...sheet,
    columns: table.columns.map(({ holds }, at) => ({
      width: widths[at]!,
      style: { numFmt: FORMATS[holds], alignment: { horizontal: sideOf(holds) } },
    })),
    pageSetup: { ...sheet.pageSetup, fitToWidth: across },
  };
}

/** Figures end at the right, `[c]` and `[x]` among them; words and days begin at the left. */
function sideOf(holds: Column['holds']): 'left' | 'right' {
  return holds === 'text' || holds === 'code' || holds === 'day' ? 'left' : 'right';
}

type Plain = {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly headings: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** The first cell of each row names a sheet. */
  readonly linked?: boolean;
};

/** A sheet of texts: cover, contents, notes. */
export function plainSheet(head: ReleaseHead, plain: Plain): WriteSheet {
  const sheet = laidOut(head, { ...plain, rows: plain.rows.map((row) => [...row]) });
  if (plain.linked) {
    const first = above(head, plain).length + 1;
    for (const [at, [name]] of plain.rows.entries()) {
      const link = { target: '', location: `'${name}'!A1`, display: name! };
      sheet.cells!.set(`${first + at},0`, { style: LINK, hyperlink: link });
    }
  }
  return { ...sheet, columns: plain.widths.map((width) => ({ width, numFmt: '@' })) };
}

/**
 * Sheets are named as the files and tables are. Excel wants a name with a hyphen in quotes wherever it is
 * referred to, and no hyphen in the name of a table at all.
 */
export function sheetNameOf(name: string): string {
  return name.slice(0, 31).replaceAll('-', '_');
}

/** Lines above the table: no blank row between, so that a reader by ear loses no place. */
function above(head: ReleaseHead, { title, says }: Pick<Plain, 'title' | 'says'>): string[] {
  return [title, ...(head.madeUp ? [MADE_UP] : []), says];
}

/** How many lines stand over the heading of every sheet. */
export function linesAbove(head: ReleaseHead): number {
  return above(head, { title: '', says: '' }).length;
}

type Laid = Pick<Plain, 'name' | 'title' | 'says' | 'headings'> & { readonly rows: CellValue[][] };

function laidOut(head: ReleaseHead, { name, title, says, headings, rows }: Laid): WriteSheet {
  const lines = above(head, { title, says });
  const header = lines.length;
  const cells: Cells = new Map([['0,0', { style: TITLE }]]);
  if (head.madeUp) cells.set('1,0', { style: WARNING });
  for (const at of headings.keys()) cells.set(`${header},${at}`, { style: HEADING });
  const last = `${colToLetter(headings.length - 1)}${header + 1 + rows.length}`;
  const row = header + 1;
  return {
    name: sheetNameOf(name),
    rows: [...lines.map((line) => [line]), [...headings], ...rows],
    cells,
    tables: [
      {
        name: `table_${sheetNameOf(name)}`,
        range: `A${row}:${last}`,
        columns: headings.map((heading) => ({ name: heading })),
        style: 'TableStyleLight1',
      },
    ],
    rowDefs: new Map([[header, { height: HEADING_HEIGHT }]]),
    freezePane: { rows: row },
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'a4',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${row}:$${row}`,
    },
    headerFooter: {
      oddFooter: `&L${head.madeUp ? 'Made-up data. ' : ''}${head.scope.code}, week of ${head.week}, version ${head.version}&RPage &P of &N`,
    },
  };
}

function headingsOf(columns: readonly Column[], notes: readonly Note[]): readonly string[] {
  return columns.map(({ heading, note }) => {
    const number = notes.find(({ text }) => text === note)?.number;
    return number === undefined ? heading : `${heading} [note ${number}]`;
  });
}

function widthOf(
  heading: string,
  rows: readonly CellValue[][],
  { at, narrowest }: { at: number; narrowest: number },
): number {
  let longest = Math.max(...heading.split(' ').map((word) => word.length), heading.length / 3);
  for (const row of rows) {
    const { length } = String(row[at] ?? '');
    if (length > longest) longest = length;
  }
  return Math.min(WIDEST, Math.max(narrowest, Math.ceil(longest) + 3));
}
