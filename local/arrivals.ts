import { alertPages } from '../functions/alert/pages.ts';
import { folderGrants } from '../shared/store/folder-grants.ts';
import { folderObjects } from '../shared/store/folder-objects.ts';
import type { Machine } from './machine.ts';
import { now } from './now.ts';
import { receiptLine } from './receipt-page.ts';
import type { Shell } from './shell.ts';
import { type SignedInWeb, startWeb } from './start-web.ts';
import { STORAGE_PATH } from './storage-path.ts';
import { uploadRoute } from './upload-route.ts';
import { uploadSecret } from './upload-secret.ts';
import { startUploadServer, type UploadServer } from './upload-server.ts';

const QUARANTINE = 'uploads/';

/**
 * Serves everything that `npm start` serves for as long as it is open: the pages and the API, the pages that
 * alerts lead to, and the storage that forms send files to. What a form brings, and what lay in quarantine
 * from before, is taken in one after the other.
 */
export async function takeArrivals(machine: Machine, shell: Shell): Promise<UploadServer> {
  const { root } = machine.folder;
  const { work, quarantine } = machine;
  let taking: Promise<void> = Promise.resolve();
  const arrived = async (uploadId: string) => {
    taking = taking.then(() => takeOne(machine, shell, uploadId));
  };
  const isTakenIn = async (uploadId: string) => (await work.receipt(uploadId)) !== undefined;
  // The form's address is not signed, so checking needs no address.
  const grants = folderGrants({ url: '', secret: await uploadSecret(root), now });
  const uploads = uploadRoute({ grants, quarantine, isTakenIn, arrived, now });
  const pages = alertPages({ ...machine, now });
  let web: SignedInWeb | undefined;
  const server = await startUploadServer(root, async (endpoint) => {
    const started = await startWeb(machine, endpoint);
    web = started;
    return (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === STORAGE_PATH) return uploads(request);
      if (/^\/(alert|unsubscribe)\//.test(pathname)) return pages(request);
      return started.app.fetch(request);
    };
  });
  for (const key of await folderObjects(root).list(QUARANTINE)) {
    await arrived(key.slice(QUARANTINE.length));
  }
  const close = async () => {
    await web?.close();
    await server.close();
    await taking;
  };
  return { ...server, close };
}

/** One that cannot be taken in stops no other; it stays in quarantine for the next start. */
async function takeOne(machine: Machine, shell: Shell, uploadId: string): Promise<void> {
  try {
    const receipt = await machine.takeIn(uploadId);
    // Several copies of one form at once are told of each.
    if (receipt === undefined) return;
    shell.note(receiptLine(receipt));
    await machine.settle();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    shell.note(`Upload ${uploadId} was not taken in: ${why}`);
  }
}
