import { hash } from 'node:crypto';
import type { Fact } from '../../shared/evidence/fact.ts';
import type { Opened } from '../../shared/intake/open/opened.ts';
import { isScreenedWhole } from '../../shared/intake/patient-data/screen.ts';
import { kindOf } from '../../shared/intake/read-upload.ts';
import type {
  Announcement,
  Receipt,
  ScanResult,
  Upload,
} from '../../shared/intake/receipt/receipt.ts';
import {
  type Reconciled,
  reconcile,
  reconcileCommitted,
} from '../../shared/intake/receipt/reconcile.ts';
import { holdsPatientData, wasErased, whyNotOpened } from '../../shared/intake/receipt/refused.ts';
import type {
  Arrived,
  FactsIndex,
  Ledger,
  Notices,
  Originals,
  Quarantine,
  StateMessages,
  Work,
} from '../../shared/store/ports.ts';
import { practicesWithNews } from './practices-with-news.ts';
import { readKnowing } from './read-knowing.ts';
import { patientDataIn } from './screen.ts';

export type TakeInDeps = {
  readonly quarantine: Quarantine;
  readonly originals: Originals;
  readonly ledger: Ledger;
  readonly index: FactsIndex;
  readonly work: Work;
  readonly messages: StateMessages;
  readonly notices: Notices;
  /** Opens a file within bounds of time and memory. */
  readonly open: (bytes: Uint8Array) => Promise<Opened>;
};

/** That an upload's object is there, and what a malware scan said of that version of it. */
export type Scanned = {
  readonly uploadId: string;
  readonly version: string | null;
  readonly scan: ScanResult;
};

/** An object out of quarantine, and on record. */
type Waiting = {
  readonly upload: Upload;
  readonly announced: Announcement;
  readonly scan: ScanResult;
  readonly bytes: Uint8Array;
};
type Settled = { readonly receipt: Receipt; readonly news: readonly Fact['practice'][] };

/**
 * Takes in one upload out of quarantine: claim, open, screen for patient data, keep the original, read,
 * commit the new facts, index them, write the receipt, tell the state step, and last empty the
 * quarantine. Nothing of a file is kept before it is screened; nothing of a refused one is kept at all.
 * The commit is one write; every other step can be repeated, so that a run which stopped anywhere is
 * healed by running again, with the same ledger and the same receipt. Gives the receipt; undefined for
 * an object that came after the upload's first one, which alone counts. Throws when nobody announced
 * the upload or its object is not there: the message comes again.
 */
export function takeIn(deps: TakeInDeps): (scanned: Scanned) => Promise<Receipt | undefined> {
  return async ({ uploadId, version, scan }) => {
    const announced = await deps.work.announcement(uploadId);
    if (announced === undefined) throw new Error(`nobody announced upload ${uploadId}`);
    const object = await deps.quarantine.get(uploadId, version ?? undefined);
    if (object === undefined) return takenInBefore(deps, uploadId);
    const found = {
      uploadId,
      sha256: hash('sha256', object.bytes, 'hex'),
      receivedAt: announced.receivedAt ?? object.modifiedAt,
      version: object.version,
    };
    const first = await deps.work.claim(found);
    const remove = () => deps.quarantine.remove(uploadId, object.version ?? undefined);
    if (!isSame(first, found)) {
      await remove();
      return undefined;
    }
    const upload = { ...announced, sha256: first.sha256, receivedAt: first.receivedAt };
    const waiting = { upload, announced, scan, bytes: object.bytes };
    const settled = (await refusedBefore(deps, uploadId)) ?? (await settle(deps, waiting));
    if (settled.news.length > 0) await deps.messages.send(settled.news);
    await remove();
    return settled.receipt;
  };
}

/** An upload is taken out of quarantine only when all else is done. */
async function takenInBefore({ work }: TakeInDeps, uploadId: string): Promise<Receipt> {
  const receipt = await work.receipt(uploadId);
  if (receipt !== undefined) return receipt;
  throw new Error(`the object of upload ${uploadId} is not there`);
}

/** The same object again is no second one: deliveries repeat. */
function isSame(first: Arrived, found: Arrived): boolean {
  return first.sha256 === found.sha256 && first.version === found.version;
}

/** A refusal stands, whatever a later verdict on the same object says: what it left undone is done. */
async function refusedBefore(deps: TakeInDeps, uploadId: string): Promise<Settled | undefined> {
  const receipt = await deps.work.receipt(uploadId);
  if (receipt === undefined || !receipt.refused || receipt.facts > 0) return undefined;
  await tellOfPatientData(deps, receipt);
  return { receipt, news: [] };
}

async function settle(deps: TakeInDeps, waiting: Waiting): Promise<Settled> {
  const notOpened = whyNotOpened(waiting);
  if (notOpened !== undefined) return refused(deps, notOpened);
  const { upload, bytes } = waiting;
  const opened = await deps.open(bytes);
  const hit = patientDataIn(opened, upload.fileName);
  const kind = kindOf(opened);
  if (hit !== null) {
    return refused(deps, holdsPatientData(waiting, kind, hit));
  }
  if (opened.as !== 'refused' && (await isErased(deps, upload))) {
    return refused(deps, wasErased(upload, waiting.scan));
  }
  return takeInClean(deps, waiting, opened);
}

async function takeInClean(
  deps: TakeInDeps,
  { upload, bytes, scan }: Waiting,
  opened: Opened,
): Promise<Settled> {
  const { newFacts, receipt, known } = await commit(deps, upload, { opened, bytes });
  if (newFacts.length > 0) await deps.index.add(newFacts);
  const kept = await keptReceipt(deps.work, { ...receipt, scan });
  return { receipt: kept, news: practicesWithNews(newFacts, known) };
}

/** Erased before anything of it was committed; what is in the ledger stays, and so must its receipt. */
async function isErased({ originals, ledger }: TakeInDeps, upload: Upload): Promise<boolean> {
  if ((await originals.tombstone(upload.sha256)) === undefined) return false;
  return (await ledger.of(upload.uploadId)) === undefined;
}

/** The receipt comes first, the notice next: the object leaves quarantine only after both. */
async function refused(deps: TakeInDeps, found: Receipt): Promise<Settled> {
  const receipt = await keptReceipt(deps.work, found);
  await tellOfPatientData(deps, receipt);
  return { receipt, news: [] };
}

async function tellOfPatientData({ notices, work }: TakeInDeps, receipt: Receipt): Promise<void> {
  const { uploadId, sha256, receivedAt, sender, kind, patientData } = receipt;
  if (patientData === null) return;
  await notices.patientData({ uploadId, sha256, receivedAt, sender, kind, hit: patientData });
  await work.withholdName(uploadId);
}

/** Sees to it that what the upload adds is in the ledger; one that adds nothing writes nothing there. */
async function commit(
  { ledger, index, originals, work }: TakeInDeps,
  upload: Upload,
  { opened, bytes }: { readonly opened: Opened; readonly bytes: Uint8Array },
): Promise<Reconciled & { readonly known: readonly Fact[] }> {
  const { read, known } = await readKnowing({ ledger, index, work }, upload, opened);
  // What nothing is taken from is not kept, nor what was not screened to its end.
  if (read.taken.length > 0 && isScreenedWhole(opened)) await originals.keep(upload.sha256, bytes);
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
