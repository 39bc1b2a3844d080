import type { Day, Instant } from '../calendar/day.ts';
import type { Sender } from '../evidence/fact.ts';
import type { FileKind, Problem, Warning } from './read-result.ts';

/** An upload as it waits for intake: who sent it and when, from our own records and not from the file. */
export type Upload = {
  readonly uploadId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly sender: Sender;
  readonly receivedAt: Instant;
  /** The true time of recording, where receivedAt was backdated (one machine only). */
  readonly backfilledAt?: Instant;
  readonly asAt: Day | null;
};

/** What the sender gets back: rows = accepted + unchanged + duplicate + rejected. */
export type Receipt = {
  readonly uploadId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly sender: Sender;
  readonly receivedAt: Instant;
  readonly kind: FileKind | null;
  readonly rows: number;
  /** Rows that said something new. */
  readonly accepted: number;
  /** Rows of which every statement had been said before. */
  readonly unchanged: number;
  /** Rows that repeat another row of the same file. */
  readonly duplicate: number;
  readonly rejected: number;
  /** Statements added to the ledger. */
  readonly facts: number;
  /** Practices of which something new was said. */
  readonly practices: number;
  readonly refused: boolean;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
};
