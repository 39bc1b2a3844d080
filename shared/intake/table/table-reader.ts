import type { FileKind, Problem, ReadContext, ReadResult } from '../read-result.ts';

/** One record of a file: `row` is its number as a spreadsheet shows it (the header is row 1), cells as written. */
export type TableRow = { readonly row: number; readonly cells: readonly string[] };

/** A file that has been taken apart into cells, whatever it came as (CSV now, sheets later). */
export type Table = {
  /** Null for a file without a header (epraccur). */
  readonly header: readonly string[] | null;
  /** The row that the header stands in, where titles stand above it; else it is row 1. */
  readonly headerRow?: number;
  readonly rows: readonly TableRow[];
  /** Rows that could not be taken apart (ragged, unterminated quote): they count as rejected. */
  readonly broken: readonly Problem[];
};

/** Reads one kind of table. One module a kind; `read-upload.ts` holds the list of them. */
export type TableReader = {
  readonly kind: FileKind;
  /** True if the first record (the header, or in a file without one the first row) is of this kind. */
  readonly recognises: (firstRecord: readonly string[]) => boolean;
  /** Files of this kind have no header row. */
  readonly headerless?: true;
  /** Pure; `rows` in the result counts `table.rows` and `table.broken`. */
  readonly read: (table: Table, context: ReadContext) => ReadResult;
};
