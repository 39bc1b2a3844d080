import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTables } from './create-tables.ts';
import { localDynamoClient } from './dynamo-client.ts';
import type { ServerData, ServerNews } from './embedded-dynamo-worker.ts';

/** A DynamoDB that runs in this process: its endpoint, and the way to end it with all its data on disk. */
export type EmbeddedDynamo = { readonly endpoint: string; close(): Promise<void> };

/**
 * Starts dynalite on 127.0.0.1 over a LevelDB folder and makes the tables that are missing. Throws
 * when the folder is open in another process: LevelDB's own lock is the referee of who owns it.
 *
 * It runs in a thread of its own. Beside the SDK in one thread, 130,000 facts in batches of 25 took
 * 14.3 s and 6,300 queries 7.4 s; apart 13.5 s and 5.7 s, with the main thread free to read the
 * next file meanwhile, and a failure of the server cannot take the command down unheard.
 */
export async function startEmbeddedDynamo(data: ServerData): Promise<EmbeddedDynamo> {
  const thread = new Worker(new URL('./embedded-dynamo-worker.ts', import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 24 },
  });
  const failed = once(thread, 'error').then(([error]) => Promise.reject(error));
  const [news] = (await Promise.race([once(thread, 'message'), failed])) as [ServerNews];
  if (news === 'closed') throw new Error('the embedded database ended before it had begun');
  const endpoint = `http://127.0.0.1:${news.port}`;
  // The first request opens the folder, so this is where a lock held elsewhere shows.
  await Promise.race([makeTables(endpoint), failed]);
  return { endpoint, close: () => end(thread) };
}

async function makeTables(endpoint: string): Promise<void> {
  const client: DynamoDBClient = localDynamoClient(endpoint);
  try {
    await createTables(client);
  } finally {
    client.destroy();
  }
}

async function end(thread: Worker): Promise<void> {
  const exited = once(thread, 'exit');
  thread.postMessage('close');
  await exited;
}
