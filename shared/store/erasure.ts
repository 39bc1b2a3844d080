import { layTombstone } from './object-originals.ts';
import { originalKey } from './original-keys.ts';
import type { Erasure, Objects } from './ports.ts';

/** Removes all there is under a key, and gives how many versions of it there were. */
type RemoveAll = (key: string) => Promise<number>;

/**
 * Erasing over objects: the tombstone first, so that from then on nobody keeps the original again, and
 * then every version of the original. It may be stopped and repeated at any point; the first tombstone
 * stays. `nothing`: no original was there, but its tombstone is there now.
 */
export function erasure(objects: Pick<Objects, 'putIfAbsent'>, removeAll: RemoveAll): Erasure {
  return {
    async erase(tombstone) {
      const laid = await layTombstone(objects, tombstone);
      const removed = await removeAll(originalKey(tombstone.sha256));
      if (removed > 0) return 'erased';
      return laid === 'exists' ? 'was-erased' : 'nothing';
    },
  };
}
