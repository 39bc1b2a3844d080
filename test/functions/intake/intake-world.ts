import { hash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TakeInDeps } from '../../../functions/intake/take-in.ts';
import { instant } from '../../../shared/calendar/day.ts';
import type { Upload } from '../../../shared/intake/receipt.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import { dynamoFactsIndex } from '../../../shared/store/facts-index.ts';
import { folderObjects } from '../../../shared/store/folder-objects.ts';
import { objectLedger } from '../../../shared/store/object-ledger.ts';
import { dynamoWork } from '../../../shared/store/work.ts';
import type { Embedded } from '../../shared/store/embedded.ts';
import { uploadOf } from '../../shared/uploads.ts';

/** Real stores for one test: objects in a temporary folder, tables on the embedded DynamoDB, messages in a list. */
export async function freshWorld(dynamo: Embedded) {
  const root = await mkdtemp(join(tmpdir(), 'rollout-intake-'));
  const tables = await dynamo.freshTables();
  const objects = folderObjects(root);
  const sent: PracticeCode[][] = [];
  const deps = (): TakeInDeps => ({
    uploads: objects,
    // A new ledger each time: what a crashed process had read is lost with it.
    ledger: objectLedger(objects),
    index: dynamoFactsIndex(dynamo.client, tables.facts),
    work: dynamoWork(dynamo.client, tables.work),
    messages: { send: async (codes) => void sent.push([...codes]) },
  });

  /** Announces a file and puts its object where intake looks. */
  async function arrives(csv: string, over: Partial<Upload> = {}): Promise<string> {
    const bytes = Buffer.from(csv);
    const upload = uploadOf({ bytes, ...over });
    await deps().work.announce(upload);
    await objects.putIfAbsent(`uploads/${upload.uploadId}`, bytes);
    return upload.uploadId;
  }

  /** All that intake leaves behind, to set one run against another. */
  async function left(uploadId: string, practices: readonly string[]) {
    const { ledger, index, work } = deps();
    return {
      ledger: await ledger.all(),
      objects: await objects.list('evidence/'),
      index: await Promise.all(practices.map((code) => index.of(code as PracticeCode))),
      receipt: await work.receipt(uploadId),
      told: [...new Set(sent.flat())].sort(),
    };
  }

  const remove = () => rm(root, { recursive: true });
  return { deps, arrives, left, sent, objects, remove };
}
export type World = Awaited<ReturnType<typeof freshWorld>>;

export const sha256 = (text: string) => hash('sha256', Buffer.from(text), 'hex');

/** An ICB's tracker: one line a practice. */
export function trackerOf(...rows: string[]): string {
  return ['practice_code,as_at_date,letter_to,letter_sent_date,plan_date', ...rows, ''].join('\n');
}

/** Register facts need no file to be there: this is what a committed register file leaves. */
export const EARLIER = instant('2022-05-01T09:00:00Z');
