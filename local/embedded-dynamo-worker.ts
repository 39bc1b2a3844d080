import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';
import { closeIteratorsOfDynalite } from './close-iterators.ts';

/** What the thread is started with: the LevelDB folder, and the token by which clients know it again. */
export type ServerData = { readonly path: string; readonly token: string };
/** What the thread says: first the port, at the end `closed`. */
export type ServerNews = { readonly port: number } | 'closed';

/** Every answer carries the owner's token, so that a port that went to another program is found out. */
export const OWNER_HEADER = 'x-rollout-owner';

if (parentPort !== null) await serve(workerData as ServerData);

/** Serves DynamoDB's API from a LevelDB folder on a free loopback port until told to close. */
async function serve({ path, token }: ServerData): Promise<void> {
  closeIteratorsOfDynalite();
  const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.prependListener('request', (_request, response) =>
    response.setHeader(OWNER_HEADER, token),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  parentPort?.postMessage({ port: (server.address() as AddressInfo).port });
  await once(parentPort!, 'message');
  server.closeAllConnections();
  server.close(() => {
    parentPort?.postMessage('closed');
    parentPort?.close();
  });
}
