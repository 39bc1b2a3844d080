/** A piece of a line: plain, set apart, something to type, or a link with what it says. */
export type Piece =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  | { readonly link: string; readonly says: string };

export type Line = readonly Piece[];

/** One practice with what is said of it, and its alerts beneath. */
export type Entry = {
  readonly block: 'entry';
  readonly title: string;
  readonly says: Line | null;
  readonly alerts: readonly { readonly title: Line; readonly lines: readonly Line[] }[];
};

export type CountRow = readonly [head: string, ...counts: number[]];

/** The first column heads its row; every other holds a count. */
export type Table = {
  readonly block: 'table';
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly CountRow[];
  /** What the rows add up to; null: there is one row only. */
  readonly total: CountRow | null;
};

export type Block =
  | { readonly block: 'heading'; readonly says: string }
  | { readonly block: 'paragraph'; readonly says: Line }
  | { readonly block: 'list'; readonly items: readonly Line[] }
  | { readonly block: 'commands'; readonly lines: readonly string[] }
  | Table
  | Entry;

/**
 * What a message says, before it is written as text or as HTML: both are written from the same sheet,
 * so that they cannot say different things.
 */
export type Sheet = {
  readonly title: string;
  /** What kind of message it is, on the line above the title. */
  readonly head: string;
  /** It speaks of made-up practices, and says so. */
  readonly madeUp: boolean;
  readonly blocks: readonly Block[];
  readonly footer: readonly Line[];
};

/** A paragraph of pieces. */
export function paragraph(...says: Line): Block {
  return { block: 'paragraph', says };
}

export function heading(says: string): Block {
  return { block: 'heading', says };
}

/** Said of made-up practices wherever they are named. */
export const MADE_UP = 'Made-up data: no practice, patient or place in this message is real.';

// White space, controls, and marks that nobody sees, such as those that turn the direction of writing.
const UNWANTED = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** A text on one line, without controls; what somebody typed cannot break a subject or forge a line. */
export function onOneLine(text: string): string {
  // Nearly every text is our own and tidy; only what may not be is written anew.
  if (TIDY.test(text)) return text;
  return text.toWellFormed().replace(UNWANTED, ' ').trim();
}

/** Printable signs with single spaces between them. */
const TIDY = /^[!-~’—–]+(?: [!-~’—–]+)*$/;
