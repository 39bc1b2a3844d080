import { erasure } from './erasure.ts';
import { folderObjects } from './folder-objects.ts';
import { removeFile } from './folder-remove.ts';
import type { Erasure } from './ports.ts';

/** Erasing an original out of a plain folder, on one machine. */
export function folderErasure(root: string): Erasure {
  return erasure(folderObjects(root), (key) => removeFile(root, key));
}
