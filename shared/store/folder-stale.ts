import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../calendar/day.ts';

const HOUR_MS = 3_600_000;
/** No write takes so long: whoever began the draft is no more. */
const DRAFT_LIVES_MS = HOUR_MS;
/** As the lifecycle of the quarantine bucket has it. */
const UPLOAD_LIVES_MS = 30 * 24 * HOUR_MS;

/** Where whole files of others are written. */
const FOLDERS = ['uploads', join('evidence', 'originals')];

/**
 * Removes what runs that were cut off left behind in a plain folder, since it may hold what must not be
 * kept: drafts that were never linked into place, after an hour, and files in quarantine that nobody took
 * in, after 30 days. Gives how many it removed. Safe beside any other process on the folder.
 */
export async function removeStale(root: string, now: Instant): Promise<number> {
  let removed = 0;
  for (const folder of FOLDERS) {
    for (const name of await namesIn(join(root, folder))) {
      const lives = livesMs(folder, name);
      if (lives === undefined) continue;
      const path = join(root, folder, name);
      if (Date.parse(now) - (await writtenAt(path)) <= lives) continue;
      await rm(path, { force: true });
      removed += 1;
    }
  }
  return removed;
}

function livesMs(folder: string, name: string): number | undefined {
  if (/^\..+\.draft$/.test(name)) return DRAFT_LIVES_MS;
  return folder === 'uploads' ? UPLOAD_LIVES_MS : undefined;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return [];
    throw error;
  }
}

/** Never, for one that has gone meanwhile. */
async function writtenAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return Number.POSITIVE_INFINITY;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}
