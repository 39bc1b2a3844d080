import { type CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '../read-result.ts';
import type { TableRow } from '../table/table-reader.ts';
import { whyTooMuch } from './file-limits.ts';
import type { Unread } from './opened.ts';

/** A file taken apart: blank rows are left out, and keep their number. */
export type CsvRecords = {
  readonly records: readonly TableRow[];
  /** Rows whose quotes make no sense. */
  readonly broken: readonly Problem[];
  /** The text of those rows, and of what was not taken apart at all: it is screened like the rest. */
  readonly unread: readonly Unread[];
  /** Too much to take apart, or so many rows broken that nothing can be made of it. */
  readonly refused: Problem | null;
};

/** Beyond this a file is damaged throughout, and going on would only cost time. */
const MOST_BROKEN = 5_000;
/** A cell with line feeds (a comment) is looked for over so many lines. */
const LINES_IN_A_ROW = 30;

/**
 * Takes the text of a CSV file, gives its records, numbered as a spreadsheet shows them: the first is
 * row 1, blank rows count, a row with line feeds inside quotes is one row. Line ends may be LF, CRLF,
 * CR or mixed. A row with bad quotes costs no other row: where the whole cannot be parsed, what stands
 * around the bad row is parsed without it. Never throws. (Issue: bad input.)
 */
export function readCsv(text: string): CsvRecords {
  const refused = whyTooMuch(text);
  if (refused !== undefined) {
    return { records: [], broken: [], unread: [{ row: 1, text }], refused };
  }
  const whole = parsed(text, { width: undefined });
  return whole.ok ? numbered(whole.records) : recovered(linesOf(text));
}

type Parsed =
  | { readonly ok: true; readonly records: readonly (readonly string[])[] }
  | { readonly ok: false; readonly why: Why };
type Why = 'quote-open' | 'text-after-quote' | 'quote-inside' | 'swallowed';
/** A row as cells, or its text and why it could not be taken apart. */
type Row = readonly string[] | { readonly why: Why; readonly text: string };

const WHY_BY_CODE: Readonly<Record<string, Why>> = {
  CSV_QUOTE_NOT_CLOSED: 'quote-open',
  CSV_INVALID_CLOSING_QUOTE: 'text-after-quote',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'text-after-quote',
  INVALID_OPENING_QUOTE: 'quote-inside',
};

/** Parses text that begins and ends with a row. `width`: cells in a row, by the first row if undefined. */
function parsed(text: string, { width }: { width: number | undefined }): Parsed {
  try {
    const records = parse(text, {
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      trim: true,
    });
    const cells = width ?? records[0]?.length ?? 0;
    const swallows = records.some((record) => hasSwallowed(record, cells));
    return swallows ? { ok: false, why: 'swallowed' } : { ok: true, records };
  } catch (error) {
    const why = WHY_BY_CODE[(error as CsvError).code];
    if (why === undefined) throw error;
    return { ok: false, why };
  }
}

/**
 * A quote left open takes in the rows below up to the next quote, and the parser cannot know. It shows
 * in a cell with line feeds: the row has not as many cells as the others, or a line inside the cell is
 * itself a whole row that begins with a practice code.
 */
function hasSwallowed(record: readonly string[], width: number): boolean {
  return record.some((cell) => {
    if (!/[\r\n]/.test(cell)) return false;
    if (record.length !== width) return true;
    const inner = cell.split(/[\r\n]+/).slice(1);
    return inner.some((line) => /^[A-Z]\d{5}\s*,/i.test(line) && line.split(',').length >= width);
  });
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n|\r(?!\n))/);
}

/**
 * Parses as many lines at once as hold together, halving down to the one row that does not and doubling
 * again after it: a few bad rows cost a few parses more, however long the file.
 */
function recovered(lines: readonly string[]): CsvRecords {
  const rows: Row[] = [];
  let width: number | undefined;
  let brokenRows = 0;
  let size = lines.length;
  for (let at = 0; at < lines.length; ) {
    const batch = parsed(lines.slice(at, at + size).join(''), { width });
    if (batch.ok) {
      for (const record of batch.records) rows.push(record);
      at += size;
      size *= 2;
    } else if (size > 1) {
      size = Math.ceil(size / 2);
      continue;
    } else {
      const one = oneRow(lines, at, { width, why: batch.why });
      rows.push(one.row);
      at += one.lines;
      if (!isRead(one.row)) brokenRows += 1;
      if (brokenRows > MOST_BROKEN) return tooBroken(rows, lines.slice(at).join(''));
    }
    width ??= rows.find(isRead)?.length;
  }
  return numbered(rows);
}

/** The row that begins on a line which is none by itself: it may go on over some lines, or be broken. */
function oneRow(
  lines: readonly string[],
  at: number,
  { width, why }: { width: number | undefined; why: Why },
): { row: Row; lines: number } {
  const broken = { row: { why, text: lines[at]! }, lines: 1 };
  if (why !== 'quote-open') return broken;
  for (let more = 2; more <= LINES_IN_A_ROW && at + more <= lines.length; more++) {
    const joined = parsed(lines.slice(at, at + more).join(''), { width });
    if (joined.ok) return { row: joined.records[0]!, lines: more };
    if (joined.why !== 'quote-open') break;
  }
  return broken;
}

function isRead(row: Row): row is readonly string[] {
  return !('why' in row);
}

function numbered(rows: readonly Row[]): CsvRecords {
  const records: TableRow[] = [];
  const broken: Problem[] = [];
  const unread: Unread[] = [];
  for (const [index, row] of rows.entries()) {
    if (!isRead(row)) {
      broken.push(brokenRow(index + 1, row.why));
      unread.push({ row: index + 1, text: row.text });
    } else if (row.some((cell) => cell !== '')) records.push({ row: index + 1, cells: row });
  }
  return { records, broken, unread, refused: null };
}

const SAID: Readonly<Record<Why, string>> = {
  'quote-open': 'a quotation mark is opened in this row and not closed',
  swallowed: 'a quotation mark is opened in this row and not closed',
  'text-after-quote': 'text follows a closing quotation mark',
  'quote-inside': 'a quotation mark stands inside a cell that is not in quotation marks',
};

function brokenRow(row: number, why: Why): Problem {
  return {
    row,
    column: null,
    found: null,
    problem: SAID[why],
    remedy:
      'Take the quotation mark out, or put the whole cell in quotation marks and double each one inside it, such as "the ""new"" plan".',
  };
}

function tooBroken(rows: readonly Row[], rest: string): CsvRecords {
  const so = numbered(rows);
  return {
    ...so,
    unread: [...so.unread, { row: rows.length + 1, text: rest }],
    refused: {
      row: 0,
      column: null,
      found: null,
      problem: `more than ${MOST_BROKEN} rows have quotation marks that make no sense: the file is damaged, or no CSV file`,
      remedy:
        'Export the file again from where it comes, such as with File > Save As > "CSV UTF-8 (comma delimited)", and send that.',
    },
  };
}
