import type { FolderGrants } from './folder-grants.ts';
import { folderObjects } from './folder-objects.ts';
import { removeFile } from './folder-remove.ts';
import type { Quarantine } from './ports.ts';
import { quarantineKey } from './quarantine-key.ts';

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
  };
}
