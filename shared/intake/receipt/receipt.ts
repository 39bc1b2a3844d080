import type { Day, Instant } from '../../calendar/day.ts';
import type { Sender } from '../../evidence/fact.ts';
import type { Checklist } from '../document/checklist.ts';
import type { PatientDataHit } from '../patient-data/hit.ts';
import type { About, FileKind, Problem, Warning } from '../read-result.ts';

/**
 * What is on record before the file is there: who will send it, from our own records and not from the
 * file. What only the object itself can tell is null.
 */
export type Announcement = Omit<Upload, 'sha256' | 'receivedAt'> & {
  readonly sha256: string | null;
  readonly receivedAt: Instant | null;
};

/** An upload as it arrived. A file name that holds patient data is withheld: it reads "(withheld)". */
export type Upload = {
  readonly uploadId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly sender: Sender;
  readonly receivedAt: Instant;
  /** The true time of recording, where receivedAt was backdated (one machine only). */
  readonly backfilledAt?: Instant;
  readonly asAt: Day | null;
  /** What the sender says a document is; absent for tables. */
  readonly about?: About;
};

export const SCAN_RESULTS = ['clean', 'threat', 'failed', 'none'] as const;
/** `failed`: the scan could not be made (GuardDuty: unsupported, access denied, failed), so the file is refused. */
export type ScanResult = (typeof SCAN_RESULTS)[number];

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
  /** What a malware scan said: `none` where none ran (one machine). */
  readonly scan: ScanResult;
  /** Set when the file was refused because it holds patient data: what and where, never the value. */
  readonly patientData: PatientDataHit | null;
  /** What screening found in a document; null for tables. */
  readonly checklist: Checklist | null;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
};
