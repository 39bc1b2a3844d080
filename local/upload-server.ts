import { once } from 'node:events';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import * as z from 'zod';

/** Where `npm start` takes uploads on this machine, for the command that grants them in another terminal. */
const EndpointSchema = z.object({ endpoint: z.url(), pid: z.int() });
const endpointFile = (root: string) => join(root, 'upload-endpoint.json');

export type UploadServer = { readonly endpoint: string; close(): Promise<void> };

/** Serves a route on a free loopback port, and leaves word in the data folder of where it is. */
export async function startUploadServer(
  root: string,
  route: (request: Request) => Promise<Response>,
): Promise<UploadServer> {
  const server = createServer(getRequestListener(route));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await leaveWord(root, endpoint);
  return {
    endpoint,
    async close() {
      await rm(endpointFile(root), { force: true });
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function leaveWord(root: string, endpoint: string): Promise<void> {
  await mkdir(root, { recursive: true });
  const aside = `${endpointFile(root)}.${process.pid}`;
  await writeFile(aside, `${JSON.stringify({ endpoint, pid: process.pid }, null, 2)}\n`);
  await rename(aside, endpointFile(root));
}

/** Where uploads are taken on this machine; undefined when `npm start` does not run on the folder. */
export async function uploadEndpoint(root: string): Promise<string | undefined> {
  const text = await readFile(endpointFile(root), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const found = EndpointSchema.safeParse(JSON.parse(text));
  if (!found.success || !(await answers(found.data.endpoint))) return undefined;
  return found.data.endpoint;
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    const answer = await fetch(endpoint, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
