import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reports } from '../shared/store/object-reports.ts';
import { PlainError } from './plain-error.ts';

/** Copies the files of one place's release into a folder that is empty or not there yet; gives how many. */
export async function copyRelease(reports: Reports, place: string, out: string): Promise<number> {
  await mkdir(out, { recursive: true });
  if ((await readdir(out)).length > 0) {
    throw new PlainError(
      `The folder ${out} is not empty. Name an empty one, or one that is not there yet.`,
    );
  }
  const names = await reports.names(place);
  for (const name of names) {
    const bytes = await reports.file(place, name);
    if (bytes === undefined) throw new Error(`${place}/${name} went away while it was copied`);
    await writeFile(join(out, name), bytes, { flag: 'wx' });
  }
  return names.length;
}

/** Reads every file of a folder, by name; hidden ones, as some systems leave behind, are passed over. */
export async function filesIn(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await entriesOf(folder)) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    files.set(entry.name, await readFile(join(folder, entry.name)));
  }
  return files;
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    throw new PlainError(`There is no folder ${folder}.`);
  }
}
