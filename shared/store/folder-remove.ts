import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { objectKey } from './object-key.ts';

/** Removes the file that holds an object; gives 1 where one was, 0 where none was. */
export async function removeFile(root: string, key: string): Promise<0 | 1> {
  try {
    await rm(join(root, ...objectKey(key).split('/')));
    return 1;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
