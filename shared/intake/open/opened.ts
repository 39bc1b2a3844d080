import type { Problem, Warning } from '../read-result.ts';
import type { TableRow } from '../table/table-reader.ts';

/** Text that stands beside cells or passages: a comment, a header, a property, a form field. Screened, never read for facts. */
export type Aside = {
  /** What it is, in words that a message can use: "a comment", "the name of a sheet", "the document properties". */
  readonly where: string;
  readonly text: string;
};

/** Text of a sheet that is not in its rows: a row that could not be taken apart, or all that was left when nothing could be made of it. Screened, never read for facts. */
export type Unread = {
  /** Where the text begins, as a spreadsheet numbers rows. */
  readonly row: number;
  readonly text: string;
};

/** One sheet as cells; a CSV file is one sheet without a name. Cells are text: days as ISO, percentages as "85%". */
export type Sheet = {
  readonly name: string | null;
  readonly hidden: boolean;
  /** Rows that are not blank, numbered as a spreadsheet shows them. */
  readonly rows: readonly TableRow[];
  /** Rows that could not be taken apart (bad quotes), and why. */
  readonly broken: readonly Problem[];
  /** The text of those rows, and of a refused sheet what is not in `rows`; left out where there is none. */
  readonly unread?: readonly Unread[];
  /** Why nothing can be made of the sheet: too much of it, or broken throughout. */
  readonly refused: Problem | null;
  /** Cells that were read generously or look spoilt; told where this sheet is the one that is read. */
  readonly warnings?: readonly Warning[];
};

/** A piece of a document in reading order: a PDF has pages, a Word file paragraphs. Numbers begin at 1. */
export type Passage = {
  readonly page?: number;
  readonly paragraph?: number;
  readonly text: string;
};

export type OpenedSheets = {
  readonly as: 'sheets';
  readonly sheets: readonly Sheet[];
  readonly asides: readonly Aside[];
  readonly warnings: readonly Warning[];
};

export type OpenedDocument = {
  readonly as: 'document';
  readonly format: 'PDF' | 'DOCX';
  readonly passages: readonly Passage[];
  readonly asides: readonly Aside[];
  readonly warnings: readonly Warning[];
};

/** A file as opened: cells, or text by place; or why it cannot be opened, and what to do. */
export type Opened =
  | OpenedSheets
  | OpenedDocument
  | { readonly as: 'refused'; readonly refused: Problem };
