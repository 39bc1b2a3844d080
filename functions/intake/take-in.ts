import { hash } from 'node:crypto';
import type { Fact } from '../../shared/evidence/fact.ts';
import type { Receipt, Upload } from '../../shared/intake/receipt.ts';
import { type Reconciled, reconcile, reconcileCommitted } from '../../shared/intake/reconcile.ts';
import { notAsAnnounced } from '../../shared/intake/refused.ts';
import type { FactsIndex, Ledger, Objects, StateMessages, Work } from '../../shared/store/ports.ts';
import { readKnowing } from './read-knowing.ts';

export type TakeInDeps = {
  readonly uploads: Objects;
  readonly ledger: Ledger;
  readonly index: FactsIndex;
  readonly work: Work;
  readonly messages: StateMessages;
};

/** The key of an upload's object among the uploads. */
export function uploadKey(uploadId: string): string {
  return `uploads/${uploadId}`;
}

/**
 * Takes in one upload: read, check, commit the new facts, index them, write the receipt, tell the
 * state step. The commit is one write; every other step can be repeated, so that a run which stopped
 * anywhere is healed by running again, with the same ledger and the same receipt. Gives the receipt.
 * Throws when nobody announced the upload or its object is not there: the message comes again.
 */
export function takeIn(deps: TakeInDeps): (uploadId: string) => Promise<Receipt> {
  return async (uploadId) => {
    const upload = await deps.work.upload(uploadId);
    if (upload === undefined) throw new Error(`nobody announced upload ${uploadId}`);
    const object = await deps.uploads.get(uploadKey(uploadId));
    if (object === undefined) throw new Error(`the object of upload ${uploadId} is not there`);
    if (hash('sha256', object.bytes, 'hex') !== upload.sha256) {
      return keptReceipt(deps.work, notAsAnnounced(upload));
    }
    const { newFacts, receipt, known } = await commit(deps, upload, object.bytes);
    if (newFacts.length > 0) await deps.index.add(newFacts);
    const kept = await keptReceipt(deps.work, receipt);
    const news = practicesWithNews(newFacts, known);
    if (news.length > 0) await deps.messages.send(news);
    return kept;
  };
}

/** Sees to it that what the upload adds is in the ledger; one that adds nothing writes nothing there. */
async function commit(
  { ledger, index }: TakeInDeps,
  upload: Upload,
  bytes: Uint8Array,
): Promise<Reconciled & { readonly known: readonly Fact[] }> {
  const { read, known } = await readKnowing({ ledger, index }, upload, bytes);
  const before = await ledger.of(upload.uploadId);
  if (before !== undefined) {
    return { ...reconcileCommitted({ read, upload, committed: before }), known };
  }
  const found = { ...reconcile({ read, upload, known }), known };
  if (found.newFacts.length === 0) return found;
  if ((await ledger.commit(upload, found.newFacts)) === 'committed') return found;
  // The same message was delivered twice and the other run was first: its word stands.
  const committed = (await ledger.of(upload.uploadId))!;
  return { ...reconcileCommitted({ read, upload, committed }), known };
}

/** The first receipt of an upload stays; a later run gives that one back. */
async function keptReceipt(work: Work, receipt: Receipt): Promise<Receipt> {
  if ((await work.saveReceipt(receipt)) === 'saved') return receipt;
  return (await work.receipt(receipt.uploadId)) ?? receipt;
}

/**
 * The practices whose state may have changed. A national register file lists thousands of codes that
 * never were English GP practices; of one that nothing else is known of there is no state to update.
 */
function practicesWithNews(newFacts: readonly Fact[], known: readonly Fact[]): Fact['practice'][] {
  const practices = new Set<Fact['practice']>();
  for (const facts of [newFacts, known]) {
    for (const fact of facts) if (!isListingElsewhere(fact)) practices.add(fact.practice);
  }
  return [...new Set(newFacts.map((fact) => fact.practice))].filter((p) => practices.has(p)).sort();
}

function isListingElsewhere(fact: Fact): boolean {
  return fact.kind === 'listing' && !(fact.values.gpPractice && fact.values.country === 'england');
}
