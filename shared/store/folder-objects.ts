import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Instant } from '../calendar/day.ts';
import { keyPrefix, objectKey } from './object-key.ts';
import type { Objects } from './ports.ts';

/** Objects as files in a plain folder that people can open: key `a/b` is file `b` in sub folder `a`. */
export function folderObjects(root: string): Objects {
  const pathOf = (key: string) => join(root, ...objectKey(key).split('/'));
  return {
    get: (key) => readWhole(pathOf(key)),
    putIfAbsent: (key, bytes) => writeIfAbsent(pathOf(key), bytes),
    list: (prefix) => keysUnder(root, keyPrefix(prefix)),
  };
}

async function readWhole(path: string): ReturnType<Objects['get']> {
  try {
    await using file = await open(path, 'r');
    const { mtime } = await file.stat();
    return { bytes: await file.readFile(), modifiedAt: mtime.toISOString() as Instant };
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || isFolder(error)) return undefined;
    throw error;
  }
}

/**
 * A file appears whole or not at all: it is written beside its place under a hidden name and then
 * linked into place, which fails where something is. (A rename would overwrite.)
 */
async function writeIfAbsent(path: string, bytes: Uint8Array): Promise<'stored' | 'exists'> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${randomUUID()}.draft`);
  try {
    await writeThrough(draft, bytes);
    await link(draft, path);
    return 'stored';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'exists';
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Waits until the bytes are on the disk: what is committed must outlive a power cut. */
async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  await using file = await open(path, 'wx');
  await file.writeFile(bytes);
  await file.sync();
}

async function keysUnder(root: string, prefix: string): Promise<readonly string[]> {
  const folder = join(root, ...prefix.split('/').slice(0, -1));
  const entries = await entriesUnder(folder);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((key) => key.startsWith(prefix))
    .sort();
}

async function entriesUnder(folder: string) {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || isFolder(error)) return [];
    throw error;
  }
}

/** True when a folder stands where a file was looked for, or the other way round: no object is there. */
function isFolder(error: unknown): boolean {
  return ['EISDIR', 'ENOTDIR'].includes(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
