import { newsIn } from '../../evidence/corrections.ts';
import type { Fact } from '../../evidence/fact.ts';
import { knownFacts } from '../../evidence/known.ts';
import { factFrom } from '../../evidence/statements-to-facts.ts';
import type { ReadResult } from '../read-result.ts';
import type { Receipt, Upload } from './receipt.ts';

/** What an upload adds to the ledger, and what its sender is told. */
export type Reconciled = { readonly newFacts: readonly Fact[]; readonly receipt: Receipt };

type Rows = readonly (readonly Fact[])[];

/**
 * Sets what a file says against what was known when it was received. A statement was *said before* if
 * another upload, received no later, said it and it has not been retracted or corrected since; the
 * earliest receipt counts, so one that is known only from a later receipt is new. What this upload itself
 * added does not count as said before: working it out again gives the same receipt.
 */
export function reconcile(asked: {
  readonly read: ReadResult;
  readonly upload: Upload;
  /** All facts known of the practices in the file; those of others do no harm. */
  readonly known: readonly Fact[];
}): Reconciled {
  const { read, upload, known } = asked;
  const rows = factsByRow(read, upload);
  const said = rows.flat();
  const bearing = bearingOn(said, known, upload);
  const news = newsIn(said, knownFacts(bearing, upload.receivedAt));
  return account({ read, upload, rows, isNew: (fact) => news.has(fact.id) });
}

/** What other uploads said of the same practices as at the same days, and what was taken back. */
function bearingOn(said: readonly Fact[], known: readonly Fact[], upload: Upload): readonly Fact[] {
  const days = new Set(said.map(({ asAt }) => asAt));
  const practices = new Set(said.map(({ practice }) => practice));
  return known.filter(
    ({ kind, asAt, practice, source }) =>
      source.uploadId !== upload.uploadId &&
      (kind === 'retraction' || days.has(asAt)) &&
      practices.has(practice),
  );
}

/**
 * The same for an upload that is in the ledger already: what was new is what was committed, whatever
 * has become known since. Healing after a crash gives the receipt that the first run would have given.
 */
export function reconcileCommitted(asked: {
  readonly read: ReadResult;
  readonly upload: Upload;
  readonly committed: readonly Fact[];
}): Reconciled {
  const { read, upload, committed } = asked;
  const added = new Set(committed.map((fact) => fact.id));
  const rows = factsByRow(read, upload);
  const { receipt } = account({ read, upload, rows, isNew: (fact) => added.has(fact.id) });
  return { newFacts: committed, receipt };
}

function factsByRow(read: ReadResult, upload: Upload): Rows {
  return read.taken.map((row) => row.statements.map((statement) => factFrom(statement, upload)));
}

function account(asked: {
  read: ReadResult;
  upload: Upload;
  rows: Rows;
  isNew: (fact: Fact) => boolean;
}): Reconciled {
  const { read, upload, rows, isNew } = asked;
  const added = new Map<string, Fact>();
  let accepted = 0;
  for (const row of rows) {
    const news = row.filter(isNew);
    if (news.length > 0) accepted += 1;
    for (const fact of news) if (!added.has(fact.id)) added.set(fact.id, fact);
  }
  const newFacts = [...added.values()];
  const counts = {
    rows: read.rows,
    accepted,
    unchanged: rows.length - accepted,
    duplicate: read.duplicates.length,
    rejected: rejectedRows(read),
    facts: newFacts.length,
    practices: new Set(newFacts.map((fact) => fact.practice)).size,
  };
  return { newFacts, receipt: receiptFor(upload, read, counts) };
}

type Counts = Pick<
  Receipt,
  'rows' | 'accepted' | 'unchanged' | 'duplicate' | 'rejected' | 'facts' | 'practices'
>;

/** Throws when the counts do not add up: then a reader lost a row, and no receipt may hide that. */
function receiptFor(upload: Upload, read: ReadResult, counts: Counts): Receipt {
  const { rows, accepted, unchanged, duplicate, rejected } = counts;
  if (accepted + unchanged + duplicate + rejected !== rows) {
    throw new Error(
      `the receipt of upload ${upload.uploadId} does not reconcile: ${rows} rows, but ${accepted} accepted, ${unchanged} unchanged, ${duplicate} duplicate and ${rejected} rejected`,
    );
  }
  return {
    uploadId: upload.uploadId,
    sha256: upload.sha256,
    fileName: upload.fileName,
    sender: upload.sender,
    receivedAt: upload.receivedAt,
    kind: read.kind,
    ...counts,
    refused: read.refused !== null,
    scan: 'none',
    patientData: null,
    checklist: read.checklist,
    problems: problemsOf(read),
    warnings: read.warnings,
  };
}

function rejectedRows(read: ReadResult): number {
  if (read.refused !== null) return read.rows;
  const kept = new Set([...read.taken, ...read.duplicates].map((row) => row.row));
  const bad = new Set(read.problems.map((problem) => problem.row));
  return [...bad].filter((row) => row > 0 && !kept.has(row)).length;
}

function problemsOf(read: ReadResult): Receipt['problems'] {
  const { refused, problems } = read;
  return refused === null || problems.includes(refused) ? problems : [refused, ...problems];
}
