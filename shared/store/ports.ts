import type { Day, Instant } from '../calendar/day.ts';
import type { Fact } from '../evidence/fact.ts';
import type { Receipt, Upload } from '../intake/receipt.ts';
import type { PracticeCode } from '../practice/code.ts';
import type { DecisionInFull } from '../state/decision.ts';

/** Objects under keys: S3 in the cloud, a plain folder on one machine. Both pass the same contract tests. */
export type Objects = {
  get(
    key: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly modifiedAt: Instant } | undefined>;
  /** Writes only where nothing is; of several writers at once exactly one learns `stored`. */
  putIfAbsent(key: string, bytes: Uint8Array): Promise<'stored' | 'exists'>;
  /** Keys under a prefix, in code-unit order. */
  list(prefix: string): Promise<readonly string[]>;
};

/** The append-only ledger: one object an upload, `evidence/facts/<uploadId>.ndjson.gz`. */
export type Ledger = {
  /** All of an upload counts or none of it. `already`: this upload was committed before, and nothing was written. */
  commit(upload: Upload, facts: readonly Fact[]): Promise<'committed' | 'already'>;
  /** The facts of one upload as committed; undefined where none are. */
  of(uploadId: string): Promise<readonly Fact[] | undefined>;
  /** Every fact there is, upload by upload in the order of upload ids. */
  all(): Promise<readonly Fact[]>;
  /** Brings what this process knows of the ledger up to date: only objects not read before are fetched. */
  uploads(): Promise<readonly string[]>;
};

/** The index of the ledger by practice (table `facts`); it can be rebuilt at any time. */
export type FactsIndex = {
  /** Adds facts in repeatable batches; gives the number of items written. */
  add(facts: readonly Fact[]): Promise<number>;
  /** Every fact of a practice, by a consistent read, oldest receipt first. */
  of(practice: PracticeCode): Promise<readonly Fact[]>;
};

export type SavedState = {
  readonly decision: DecisionInFull;
  readonly icb: string | null;
  /** Facts that the decision was worked out from. */
  readonly factCount: number;
};

/** Current states (table `results`); they can be rebuilt at any time. */
export type States = {
  /**
   * `saved`: written. `unchanged`: the stored state says the same, nothing written. `stale`: the
   * stored one was worked out from more facts, or for a later day, so nothing was written.
   */
  save(state: SavedState): Promise<'saved' | 'unchanged' | 'stale'>;
  of(practice: PracticeCode): Promise<SavedState | undefined>;
  /** The states of one ICB's practices. */
  ofIcb(icb: string): Promise<readonly SavedState[]>;
};

/** Uploads and receipts (table `work`). */
export type Work = {
  /** Announces an upload before its object is there; the first announcement stays. */
  announce(upload: Upload): Promise<'announced' | 'known'>;
  upload(uploadId: string): Promise<Upload | undefined>;
  /** The first receipt of an upload stays. */
  saveReceipt(receipt: Receipt): Promise<'saved' | 'known'>;
  receipt(uploadId: string): Promise<Receipt | undefined>;
  /** Newest first. */
  receipts(limit: number): Promise<readonly Receipt[]>;
};

/** Tells the state step which practices have news, up to 50 codes a message. `validAt` missing: the day on which it is heard. */
export type StateMessages = {
  send(codes: readonly PracticeCode[], validAt?: Day): Promise<void>;
};

/** One state message's body. `validAt` missing: today, by the handler's clock. */
export type StateMessage = { readonly practices: readonly PracticeCode[]; readonly validAt?: Day };
