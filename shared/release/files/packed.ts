import { unzipSync, type Zippable, zipSync } from 'fflate';

/** The earliest day that a ZIP entry can be of. */
const MTIME = new Date(1980, 0, 1);

/**
 * Packs a ZIP anew: the same entries in the same order, without a time of their own, deflated by fflate.
 * Node's own deflate picks its way by processor, so its bytes differ between machines; fflate is plain
 * JavaScript, which is the same everywhere. Stored whole, England's workbook would have 12 MB.
 */
export function packed(zip: Uint8Array): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    entries[name] = [bytes, { level: 6, mtime: MTIME, os: 0 }];
  }
  return zipSync(entries);
}
