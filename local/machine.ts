import { hash } from 'node:crypto';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { onUpload } from '../functions/intake/on-upload.ts';
import { openAside } from '../functions/intake/open-aside.ts';
import { onNews } from '../functions/state/on-news.ts';
import { WITHHELD } from '../shared/intake/patient-data/hit.ts';
import { hasPatientData } from '../shared/intake/patient-data/screen.ts';
import type { Receipt, Upload } from '../shared/intake/receipt/receipt.ts';
import { uploadId } from '../shared/intake/upload-id.ts';
import { dynamoDeliveries } from '../shared/store/alert-deliveries.ts';
import { dynamoEpisodes } from '../shared/store/alert-episodes.ts';
import type { Deliveries, Episodes, Subscriptions } from '../shared/store/alert-ports.ts';
import { dynamoSubscriptions } from '../shared/store/alert-subscriptions.ts';
import { type Audit, dynamoAudit } from '../shared/store/audit.ts';
import { dynamoFactsIndex } from '../shared/store/facts-index.ts';
import { dynamoMembers, type Members } from '../shared/store/members.ts';
import { objectLedger } from '../shared/store/object-ledger.ts';
import { objectOriginals } from '../shared/store/object-originals.ts';
import type {
  Erasure,
  FactsIndex,
  Ledger,
  Notices,
  Objects,
  Originals,
  Quarantine,
  States,
  Work,
} from '../shared/store/ports.ts';
import { dynamoRequestCounts, type RequestCounts } from '../shared/store/request-counts.ts';
import { dynamoStates } from '../shared/store/states.ts';
import { dynamoWork } from '../shared/store/work.ts';
import { emptyTable } from './create-tables.ts';
import type { DataFolder } from './data-folder.ts';
import { type Database, openDatabase } from './database.ts';
import { type DeadLetter, type LocalQueue, localQueue } from './dispatcher.ts';
import { type MergedNews, mergedNews } from './merged-news.ts';
import { type NewsIndex, newsIndex } from './news-index.ts';
import { now } from './now.ts';
import { type ObjectStores, objectStores } from './objects.ts';
import { outbox } from './outbox.ts';
import { PlainError } from './plain-error.ts';
import { scanStatus, verdictEvent } from './scan.ts';

/** A file as somebody hands it in. */
export type HandedIn = Omit<Upload, 'uploadId' | 'sha256'> & { readonly bytes: Uint8Array };

/** Everything that runs in the cloud, on one data folder: the same stores and the same handlers. */
export type Machine = {
  readonly folder: DataFolder;
  /** This process owns the data folder; false when it uses another's, or a database elsewhere. */
  readonly mine: boolean;
  readonly quarantine: Quarantine;
  readonly originals: Originals;
  readonly erasure: Erasure;
  readonly notices: Notices;
  readonly ledger: Ledger;
  readonly index: FactsIndex;
  readonly states: States;
  readonly work: Work;
  readonly episodes: Episodes;
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  readonly members: Members;
  readonly audit: Audit;
  readonly requestCounts: RequestCounts;
  /** The releases: keys under `reports/` and `history/`. */
  readonly reports: Objects;
  /** Where news for the state step gathers until it is settled. */
  readonly news: MergedNews;
  /** Takes one file in by the intake handler, and gives its receipt. */
  handIn(file: HandedIn): Promise<Receipt>;
  /** The same for an upload that is announced and lies in quarantine; undefined for one taken in before. */
  takeIn(uploadId: string): Promise<Receipt | undefined>;
  /** Works out the states of all practices with news by the state handler; gives how many. */
  settle(): Promise<number>;
  /** Empties the two tables that can be rebuilt from the ledger. */
  emptyRebuildable(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens a data folder with all its stores, or joins the process that has it open. Throws a
 * PlainError when another program holds the folder.
 */
export async function openMachine(folder: DataFolder): Promise<Machine> {
  const [database, objects] = await Promise.all([openDatabase(folder), objectStores(folder.root)]);
  const stores = storesOn(database, objects, folder);
  const news = mergedNews();
  const intake = queueFor(folder, 'intake', 1, (log) =>
    onUpload({ ...stores, messages: news, open: openAside, takesUnscanned: true, log }),
  );
  const index = newsIndex(stores.index, stores.ledger);
  const state = queueFor(folder, 'state', 2, (log) => onNews({ ...stores, index, now, log }));
  return {
    ...stores,
    folder,
    mine: database.mine,
    news,
    handIn: (file) => handIn(stores, intake, file),
    takeIn: (uploadId) => takeInWaiting(stores, intake, uploadId),
    settle: () => settle(news, index, state),
    async emptyRebuildable() {
      await emptyTable(database.client, 'facts');
      await emptyTable(database.client, 'results');
    },
    close: () => database.close(),
  };
}

type Stores = Pick<
  Machine,
  | 'quarantine'
  | 'originals'
  | 'erasure'
  | 'notices'
  | 'ledger'
  | 'index'
  | 'states'
  | 'work'
  | 'episodes'
  | 'subscriptions'
  | 'deliveries'
  | 'members'
  | 'audit'
  | 'requestCounts'
  | 'reports'
>;

function storesOn(
  database: Database,
  { quarantine, evidence, erasure, reports }: ObjectStores,
  { root }: DataFolder,
): Stores {
  const client = DynamoDBDocumentClient.from(database.client);
  return {
    quarantine,
    originals: objectOriginals(evidence),
    erasure,
    notices: outbox(root),
    ledger: objectLedger(evidence),
    index: dynamoFactsIndex(client, 'facts'),
    states: dynamoStates(client, 'results'),
    work: dynamoWork(client, 'work'),
    episodes: dynamoEpisodes(client, 'work'),
    subscriptions: dynamoSubscriptions(client, 'work'),
    deliveries: dynamoDeliveries(client, 'work'),
    members: dynamoMembers(client, 'work'),
    audit: dynamoAudit(client, 'work'),
    requestCounts: dynamoRequestCounts(client, 'work'),
    reports,
  };
}

/** Three tries, as in the cloud; the embedded stores are near, so the pauses are short. */
function queueFor(
  folder: DataFolder,
  name: string,
  atOnce: number,
  handler: Parameters<typeof localQueue>[0]['handler'],
): LocalQueue {
  const { deadLetters } = folder;
  return localQueue({ name, handler, batchSize: 1, atOnce, tries: 3, pauseMs: 100, deadLetters });
}

async function handIn(stores: Stores, intake: LocalQueue, file: HandedIn): Promise<Receipt> {
  const { bytes, ...said } = file;
  const sha256 = hash('sha256', bytes, 'hex');
  const fileName = hasPatientData(said.fileName) ? WITHHELD : said.fileName;
  const upload: Upload = { ...said, fileName, sha256, uploadId: uploadId({ ...said, sha256 }) };
  await stores.work.announce(upload);
  await stores.quarantine.putIfAbsent(upload.uploadId, bytes);
  return takeInScanned(stores, intake, { uploadId: upload.uploadId, bytes });
}

async function takeInWaiting(
  stores: Stores,
  intake: LocalQueue,
  id: string,
): Promise<Receipt | undefined> {
  const object = await stores.quarantine.get(id);
  if (object === undefined && (await stores.work.receipt(id)) !== undefined) return undefined;
  if (object === undefined) throw new Error(`the object of upload ${id} is not there`);
  return takeInScanned(stores, intake, { uploadId: id, bytes: object.bytes });
}

/** The local step in the place of the malware scan, then the handler that its verdict wakes. */
async function takeInScanned(
  stores: Stores,
  intake: LocalQueue,
  { uploadId, bytes }: { readonly uploadId: string; readonly bytes: Uint8Array },
): Promise<Receipt> {
  intake.send(verdictEvent(uploadId, scanStatus(bytes)));
  refuseDead(await intake.drained(), `Upload ${uploadId} could not be taken in`);
  const receipt = await stores.work.receipt(uploadId);
  if (receipt === undefined) throw new Error(`upload ${uploadId} has no receipt`);
  return receipt;
}

async function settle(news: MergedNews, index: NewsIndex, state: LocalQueue): Promise<number> {
  const messages = news.letGo();
  const practices = messages.reduce((sum, message) => sum + message.practices.length, 0);
  const ahead = await index.lookAhead(practices);
  for (const message of messages) state.send(JSON.stringify(message));
  const dead = await state.drained();
  ahead.done();
  refuseDead(dead, 'What was sent is safe in the ledger, but not every state could be worked out');
  return practices;
}

function refuseDead(dead: readonly DeadLetter[], what: string): void {
  const [first] = dead;
  if (first === undefined) return;
  throw new PlainError(
    `${what}: it failed three times. What is known of the failure is in ${first.file}. Submit the file again, or run "rollout replay" to work everything out anew.`,
  );
}
