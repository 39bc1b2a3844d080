import { once } from 'node:events';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import * as z from 'zod';

/** Where `npm start` takes uploads on this machine, for the command that grants them in another terminal. */
const EndpointSchema = z.object({ endpoint: z.url(), pid: z.int() });
const endpointFile = (root: string) => join(root, 'upload-endpoint.json');

export type UploadServer = { readonly endpoint: string; close(): Promise<void> };

/**
 * Serves what `routeAt` gives for its own address, on a loopback port, and leaves word in the data folder of
 * where it is: on the port of the last time where that is free, so that links in mails keep leading here.
 */
export async function startUploadServer(
  root: string,
  routeAt: (endpoint: string) => Promise<(request: Request) => Response | Promise<Response>>,
): Promise<UploadServer> {
  const server = createServer();
  await listen(server, await lastPort(root));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', getRequestListener(await routeAt(endpoint)));
  await leaveWord(root, endpoint);
  await writeFile(portFile(root), `${(server.address() as AddressInfo).port}\n`);
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

const portFile = (root: string) => join(root, 'last-port.json');

async function lastPort(root: string): Promise<number> {
  const text = await readFile(portFile(root), 'utf8').catch(() => '0');
  const port = Number(text);
  return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : 0;
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (port === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await listen(server, 0);
  }
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
