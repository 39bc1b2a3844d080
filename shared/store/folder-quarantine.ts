import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../calendar/day.ts';
import type { FolderGrants } from './folder-grants.ts';
import { folderObjects } from './folder-objects.ts';
import { removeFile } from './folder-remove.ts';
import type { Quarantine, WaitingUpload } from './ports.ts';
import { QUARANTINE, quarantineKey, uploadIdIn } from './quarantine-key.ts';

/**
 * Quarantine in a plain folder: file `uploads/<uploadId>`. A file is never written over, so there is
 * one version only, and its name is null.
 */
export function folderQuarantine(root: string, grants: Pick<FolderGrants, 'grant'>): Quarantine {
  const objects = folderObjects(root);
  return {
    async get(uploadId) {
      const object = await objects.get(quarantineKey(uploadId));
      return object && { ...object, version: null };
    },
    putIfAbsent: async (uploadId, bytes) => objects.putIfAbsent(quarantineKey(uploadId), bytes),
    uploadGrant: async (conditions) => grants.grant(conditions),
    async remove(uploadId) {
      await removeFile(root, quarantineKey(uploadId));
    },
    async waiting(by) {
      const waiting: WaitingUpload[] = [];
      for (const key of await objects.list(QUARANTINE)) {
        const uploadId = uploadIdIn(key);
        const modifiedAt = uploadId && (await writtenAt(join(root, key)));
        if (uploadId && modifiedAt && modifiedAt <= by) waiting.push({ uploadId, modifiedAt });
      }
      return waiting;
    },
  };
}

/** Undefined for a file that has gone meanwhile. */
async function writtenAt(path: string): Promise<Instant | undefined> {
  try {
    return (await stat(path)).mtime.toISOString() as Instant;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
