import type { Day, Instant } from '../calendar/day.ts';
import type { Sender, Statement } from '../evidence/fact.ts';
import type { PracticeCode } from '../practice/code.ts';
import type { Checklist, DocumentKind } from './document/checklist.ts';
import type { Mapping } from './mapping/mapping.ts';

export const FILE_KINDS = [
  'epraccur',
  'list-size',
  'practice-map',
  'succession',
  'exemptions',
  'status-return',
  'supplier-extract',
  'pcn-membership',
  'letter',
  'plan',
  'dpia',
] as const;
/** What a file is, recognised by its content and never by its name. */
export type FileKind = (typeof FILE_KINDS)[number];

/** What is wrong with a row (or, at row 0, with the file), and how to mend it. `found` is redacted: never patient data, never free text. */
export type Problem = {
  readonly row: number;
  readonly column: string | null;
  readonly found: string | null;
  readonly problem: string;
  readonly remedy: string;
};

/** Something the sender should know that costs no row. */
export type Warning = {
  readonly row: number;
  readonly column: string | null;
  readonly warning: string;
};

/** What reading needs besides the bytes: who sent them, when they came, and what is known already. */
export type ReadContext = {
  readonly sender: Sender;
  readonly receivedAt: Instant;
  /** For files that carry no date (epraccur); defaults to the London day of receipt. */
  readonly asAt: Day | null;
  readonly isRegistered: (code: PracticeCode) => boolean;
  /** SHA-256 of the file: a document's facts name it. */
  readonly sha256: string;
  /** What the sender said that a document is; null for tables, and where nothing was said. */
  readonly about: About | null;
  /** The sender's saved column mapping, if there is one. */
  readonly mapping: Mapping | null;
};

/** What a sender says of a document: which practice it is for, and what it is. Null: to be found in the text. */
export type About = {
  readonly practice: PracticeCode | null;
  readonly document: DocumentKind | null;
};

/**
 * What a file says. `rows` counts data rows (not the header): every one is in `taken`, in
 * `duplicates` or among the rows of `problems`. When the file as a whole is refused, `refused` says
 * why, and nothing is taken. The header is row 1; a file without header starts at row 1.
 */
export type ReadResult = {
  readonly kind: FileKind | null;
  readonly rows: number;
  readonly taken: readonly { readonly row: number; readonly statements: readonly Statement[] }[];
  /** Rows that say again, word for word, what an earlier row of this file says. */
  readonly duplicates: readonly { readonly row: number; readonly of: number }[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
  readonly refused: Problem | null;
  /** What screening found in a document; null for tables. */
  readonly checklist: Checklist | null;
};
