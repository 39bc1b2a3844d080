import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What signs upload grants on one machine: made once for a data folder, readable by its owner only. */
export async function uploadSecret(root: string): Promise<Uint8Array> {
  const file = join(root, 'upload-secret');
  await mkdir(root, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
  // The first one stays: a link fails where something is.
  await link(draft, file).catch(() => undefined);
  await rm(draft, { force: true });
  return Buffer.from(await readFile(file, 'utf8'), 'hex');
}
