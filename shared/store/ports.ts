import type { Day, Instant } from '../calendar/day.ts';
import type { Fact, Sender } from '../evidence/fact.ts';
import type { Mapping } from '../intake/mapping/mapping.ts';
import type { PatientDataHit } from '../intake/patient-data/hit.ts';
import type { Announcement, Receipt, Upload } from '../intake/receipt/receipt.ts';
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

/** What a plain form needs to send one file: fields go first, the file last, in a field named `file`. */
export type UploadGrant = {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** What a grant allows: this one upload, of this type, at most so many bytes, for so many seconds. */
export type GrantConditions = {
  readonly uploadId: string;
  readonly contentType: string;
  readonly mostBytes: number;
  readonly seconds: number;
  /** Where a browser goes once the file is there; left out: nowhere. */
  readonly thenTo?: string;
};

/** Files as sent, before they are known to be clean: `uploads/<uploadId>`. The only place from which anything is removed. */
export type Quarantine = {
  /** One version of an upload's object, by default the current one. `version` is null where the store keeps only one. */
  get(
    uploadId: string,
    version?: string,
  ): Promise<
    | { readonly bytes: Uint8Array; readonly modifiedAt: Instant; readonly version: string | null }
    | undefined
  >;
  putIfAbsent(uploadId: string, bytes: Uint8Array): Promise<'stored' | 'exists'>;
  /** A permission that anybody who holds it can use, from a plain HTML form. */
  uploadGrant(conditions: GrantConditions): Promise<UploadGrant>;
  /** Removes an object for good; one that is not there is no error. */
  remove(uploadId: string, version?: string): Promise<void>;
  /** Uploads whose object had come by an instant and still lies here, in the order of their ids. One that was sent twice came when the first of its versions did. */
  waiting(by: Instant): Promise<readonly WaitingUpload[]>;
};

/** An upload that lies in quarantine, and when it came. */
export type WaitingUpload = { readonly uploadId: string; readonly modifiedAt: Instant };

/** That an original was erased: what stays of it. */
export type Tombstone = {
  readonly sha256: string;
  readonly erasedAt: Instant;
  readonly reason: string;
};

/** Clean originals under their hash, write-once: `evidence/originals/<sha256>`. */
export type Originals = {
  /** `erased`: this file was erased before and is not kept again. */
  keep(sha256: string, bytes: Uint8Array): Promise<'stored' | 'exists' | 'erased'>;
  get(sha256: string): Promise<Uint8Array | undefined>;
  tombstone(sha256: string): Promise<Tombstone | undefined>;
};

/** Erasing an original: only an information-governance officer holds this. The tombstone is laid first. */
export type Erasure = { erase(tombstone: Tombstone): Promise<'erased' | 'was-erased' | 'nothing'> };

/** What the information-governance officer is told: no content, no file name. */
export type PatientDataNotice = {
  readonly uploadId: string;
  readonly sha256: string;
  readonly receivedAt: Instant;
  readonly sender: Receipt['sender'];
  readonly kind: Receipt['kind'];
  readonly hit: PatientDataHit;
};

/** Tells the information-governance officer; the same notice again is no second one where the store can tell. */
export type Notices = { patientData(notice: PatientDataNotice): Promise<void> };

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
  announce(upload: Announcement): Promise<'announced' | 'known'>;
  announcement(uploadId: string): Promise<Announcement | undefined>;
  /** Takes an announced upload's file name out, since it may name a patient. */
  withholdName(uploadId: string): Promise<void>;
  /** Claims an upload for the object that arrived first; gives the claim that stands. */
  claim(arrived: Arrived): Promise<Arrived>;
  /** The claim that stands; undefined: no object has come yet. */
  arrived(uploadId: string): Promise<Arrived | undefined>;
  /** The first receipt of an upload stays. */
  saveReceipt(receipt: Receipt): Promise<'saved' | 'known'>;
  receipt(uploadId: string): Promise<Receipt | undefined>;
  /** Newest first; those of one role, or of one sender, where that is asked for. */
  receipts(limit: number, from?: Partial<Sender>): Promise<readonly Receipt[]>;
  /** A sender's mapping for a kind of file; the latest saved counts. */
  saveMapping(mapping: Mapping): Promise<void>;
  mapping(sender: Mapping['sender'], kind: Mapping['kind']): Promise<Mapping | undefined>;
  mappings(): Promise<readonly Mapping[]>;
  removeMapping(sender: Mapping['sender'], kind: Mapping['kind']): Promise<void>;
};

/** The object that counts for an upload: the first one that came. */
export type Arrived = Pick<Upload, 'uploadId' | 'sha256' | 'receivedAt'> & {
  readonly version: string | null;
};

/** Tells the state step which practices have news, up to 50 codes a message. `validAt` missing: the day on which it is heard. */
export type StateMessages = {
  send(codes: readonly PracticeCode[], validAt?: Day): Promise<void>;
};

/** One state message's body. `validAt` missing: today, by the handler's clock. */
export type StateMessage = { readonly practices: readonly PracticeCode[]; readonly validAt?: Day };

/**
 * One message to the release step. By the schedule: the moment that it meant, which falls on the week's
 * Monday. On demand: the Monday; `amend` where the week has a release, with the reason and what was known;
 * `without` names uploads that are still in process and are not waited for.
 */
export type ReleaseMessage = {
  /** Minutes for which it has waited for uploads in process; missing: none. */
  readonly waited?: number;
} & (
  | { readonly scheduledTime: Instant }
  | {
      readonly week: Day;
      readonly amend?: { readonly note: string; readonly knownAt: Instant };
      readonly without?: readonly string[];
    }
);

/** The release step's messages to itself, to come after some minutes (15 at most). */
export type ReleaseMessages = {
  sendLater(message: ReleaseMessage, minutes: number): Promise<void>;
};
