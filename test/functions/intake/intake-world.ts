import { hash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Scanned, type TakeInDeps, takeIn } from '../../../functions/intake/take-in.ts';
import { instant } from '../../../shared/calendar/day.ts';
import { open } from '../../../shared/intake/open/open.ts';
import type { Receipt, Upload } from '../../../shared/intake/receipt/receipt.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import { dynamoFactsIndex } from '../../../shared/store/facts-index.ts';
import { folderErasure } from '../../../shared/store/folder-erasure.ts';
import { folderObjects } from '../../../shared/store/folder-objects.ts';
import { folderQuarantine } from '../../../shared/store/folder-quarantine.ts';
import { objectLedger } from '../../../shared/store/object-ledger.ts';
import { objectOriginals } from '../../../shared/store/object-originals.ts';
import type { PatientDataNotice } from '../../../shared/store/ports.ts';
import { dynamoWork } from '../../../shared/store/work.ts';
import type { Embedded } from '../../shared/store/embedded.ts';
import { uploadOf } from '../../shared/uploads.ts';

/** Real stores for one test: objects in a temporary folder, tables on the embedded DynamoDB, messages in a list. */
export async function freshWorld(dynamo: Embedded) {
  const root = await mkdtemp(join(tmpdir(), 'rollout-intake-'));
  const tables = await dynamo.freshTables();
  const objects = folderObjects(root);
  const sent: PracticeCode[][] = [];
  const notices: PatientDataNotice[] = [];
  const quarantine = folderQuarantine(root, { grant: () => ({ url: '', fields: {} }) });
  const deps = (): TakeInDeps => ({
    quarantine,
    originals: objectOriginals(objects),
    notices: { patientData: async (notice) => void notices.push(notice) },
    open,
    // A new ledger each time: what a crashed process had read is lost with it.
    ledger: objectLedger(objects),
    index: dynamoFactsIndex(dynamo.client, tables.facts),
    work: dynamoWork(dynamo.client, tables.work),
    messages: { send: async (codes) => void sent.push([...codes]) },
  });

  /** Announces a file and puts its object where intake looks. */
  async function arrives(file: string | Uint8Array, over: Partial<Upload> = {}): Promise<string> {
    const bytes = Buffer.from(file);
    const upload = uploadOf({ bytes, ...over });
    await deps().work.announce(upload);
    await quarantine.putIfAbsent(upload.uploadId, bytes);
    return upload.uploadId;
  }

  /** Takes an upload in, as scanned and found clean unless said otherwise. */
  async function take(uploadId: string, over: Partial<Scanned> & { deps?: TakeInDeps } = {}) {
    const { deps: those = deps(), ...said } = over;
    const receipt = await takeIn(those)({ uploadId, version: null, scan: 'clean', ...said });
    return receipt as Receipt;
  }

  /** All that intake leaves behind, to set one run against another. */
  async function left(uploadId: string, practices: readonly string[]) {
    const { ledger, index, work } = deps();
    return {
      ledger: await ledger.all(),
      objects: await objects.list('evidence/facts/'),
      originals: await objects.list('evidence/originals/'),
      waiting: await objects.list('uploads/'),
      index: await Promise.all(practices.map((code) => index.of(code as PracticeCode))),
      receipt: await work.receipt(uploadId),
      told: [...new Set(sent.flat())].sort(),
    };
  }

  const remove = () => rm(root, { recursive: true });
  return {
    deps,
    arrives,
    take,
    left,
    sent,
    notices,
    objects,
    quarantine,
    erasure: folderErasure(root),
    remove,
  };
}
export type World = Awaited<ReturnType<typeof freshWorld>>;

export const sha256 = (text: string) => hash('sha256', Buffer.from(text), 'hex');

/** An ICB's tracker: one line a practice. */
export function trackerOf(...rows: string[]): string {
  return ['practice_code,as_at_date,letter_to,letter_sent_date,plan_date', ...rows, ''].join('\n');
}

/** Register facts need no file to be there: this is what a committed register file leaves. */
export const EARLIER = instant('2022-05-01T09:00:00Z');
