import { type CsvRecords, readCsv } from './csv.ts';
import { decode } from './decode.ts';
import { withoutDuplicates } from './duplicates.ts';
import { epraccur } from './epraccur.ts';
import { exemptions } from './exemptions.ts';
import { listSize } from './list-size.ts';
import { practiceMap } from './practice-map.ts';
import type { FileKind, Problem, ReadContext, ReadResult } from './read-result.ts';
import { statusReturn } from './status-return.ts';
import { succession } from './succession.ts';
import { supplierExtract } from './supplier-extract.ts';
import type { Table, TableReader } from './table-reader.ts';
import { tableWithHeader, tableWithoutHeader } from './tables.ts';
import { unrecognised } from './unrecognised.ts';

/** Every kind of file that is taken in. */
const READERS: readonly TableReader[] = [
  statusReturn,
  supplierExtract,
  succession,
  exemptions,
  listSize,
  practiceMap,
  epraccur,
];

/** So many rows are looked at for the first good one of a file without a header. */
const ROWS_LOOKED_AT = 20;

/**
 * Takes a file as it was sent and what is known of its sender, gives what it says: bytes to text, text
 * to cells, the kind by the content (never by the name), then each row. Every row of the result is
 * taken, a duplicate or rejected; a file that cannot be used is refused with the reason and the remedy.
 * Pure: the same bytes and context give the same answer. Never throws for what a file holds.
 */
export function readUpload(bytes: Uint8Array, context: ReadContext): ReadResult {
  const decoded = decode(bytes);
  if (!decoded.ok) return refusedFile({ refused: decoded.refused });
  const csv = readCsv(decoded.text);
  const read = withoutDuplicates(readRecords(csv, context));
  return { ...read, warnings: [...decoded.warnings, ...read.warnings] };
}

function readRecords(csv: CsvRecords, context: ReadContext): ReadResult {
  const recognised = recognise(csv);
  if (csv.refused !== null) {
    const rows = csv.records.length + csv.broken.length;
    return refusedFile({ kind: recognised?.reader.kind, rows, refused: csv.refused });
  }
  if (recognised === undefined) return refusedFile(whyNone(csv));
  return recognised.reader.read(recognised.table, context);
}

/** The reader of a file's kind, and the file as it wants it. */
function recognise(csv: CsvRecords): { reader: TableReader; table: Table } | undefined {
  const [first] = csv.records;
  const headed = READERS.find((r) => r.headerless !== true && r.recognises(first?.cells ?? []));
  if (headed !== undefined && first !== undefined && !hasBrokenBefore(csv, first.row)) {
    return { reader: headed, table: tableWithHeader(csv) };
  }
  for (const { cells } of csv.records.slice(0, ROWS_LOOKED_AT)) {
    const reader = READERS.find((r) => r.headerless === true && r.recognises(cells));
    if (reader !== undefined) return { reader, table: tableWithoutHeader(csv, cells.length) };
  }
  return undefined;
}

function hasBrokenBefore({ broken }: CsvRecords, row: number): boolean {
  return broken[0] !== undefined && broken[0].row < row;
}

/** A file of no known kind: its header is broken, or is another. */
function whyNone({ records, broken }: CsvRecords): { rows: number; refused: Problem } {
  const [first] = records;
  const headerIsBroken = broken[0] !== undefined && broken[0].row < (first?.row ?? Infinity);
  const rows = records.length + broken.length - 1;
  return { rows, refused: headerIsBroken ? broken[0]! : unrecognised(first?.cells ?? []) };
}

function refusedFile(what: {
  kind?: FileKind | undefined;
  rows?: number;
  refused: Problem;
}): ReadResult {
  const { kind = null, rows = 0, refused } = what;
  return { kind, rows, taken: [], duplicates: [], problems: [], warnings: [], refused };
}
