import type { Problem } from '../read-result.ts';
import { dataAt, entryAt, RefusedZip, ZIP64, type ZipEntry } from './zip-entry.ts';
import { ZIP_REFUSALS } from './zip-refusals.ts';

type Directory =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly refused: Problem };

/** A workbook with 300 sheets, each with comments and a drawing, has 1,800. */
const MOST_ENTRIES = 2_000;

const END = 0x06054b50;
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const ZIP64_COUNT = 0xffff;
/** A signature, a checksum and two sizes of 64 bits. */
const MOST_BYTES_OF_SIZE = 24;

/**
 * Takes the bytes of a ZIP, gives what its directory lists; nothing is unpacked. The directory and the
 * headers in front of the files must agree, and no two files may share bytes: otherwise two readers
 * might see two different files. Directories come back with the rest, their names ending in "/".
 */
export function zipDirectory(bytes: Uint8Array): Directory {
  try {
    return {
      ok: true,
      entries: listed(new DataView(bytes.buffer, bytes.byteOffset, bytes.length)),
    };
  } catch (error) {
    if (error instanceof RefusedZip) return { ok: false, refused: ZIP_REFUSALS[error.why] };
    if (error instanceof RangeError) return { ok: false, refused: ZIP_REFUSALS.damaged };
    throw error;
  }
}

function listed(zip: DataView): readonly ZipEntry[] {
  const end = endOf(zip);
  const count = zip.getUint16(end + 10, true);
  const size = zip.getUint32(end + 12, true);
  const start = zip.getUint32(end + 16, true);
  if (count === ZIP64_COUNT || size === ZIP64 || start === ZIP64) throw new RefusedZip('zip64');
  if (zip.getUint32(end + 4, true) !== 0 || zip.getUint16(end + 8, true) !== count) {
    throw new RefusedZip('damaged');
  }
  if (start + size !== end) throw new RefusedZip('damaged');
  if (count > MOST_ENTRIES) throw new RefusedZip('tooManyEntries');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    const entry = entryAt(zip, at);
    entries.push({ ...entry, dataAt: dataAt(zip, entry) });
    at = entry.next;
  }
  if (at !== end) throw new RefusedZip('damaged');
  refuseShared(entries, start);
  refuseNames(entries);
  return entries;
}

/** The end record stands last, with a comment that reaches to the very end of the file. */
function endOf(zip: DataView): number {
  const first = Math.max(0, zip.byteLength - END_BYTES - MOST_COMMENT);
  for (let at = zip.byteLength - END_BYTES; at >= first; at--) {
    if (zip.getUint32(at, true) !== END) continue;
    if (at + END_BYTES + zip.getUint16(at + 20, true) === zip.byteLength) return at;
  }
  throw new RefusedZip('damaged');
}

/** Parts follow one another from the first byte to the directory, with at most the size of each behind its data. */
function refuseShared(entries: readonly ZipEntry[], directoryAt: number): void {
  const inOrder = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  let free = 0;
  let most = 0;
  for (const { headerAt, dataAt, packed } of [...inOrder, directoryHead(directoryAt)]) {
    if (headerAt < free) throw new RefusedZip('overlapping');
    if (headerAt > free + most) throw new RefusedZip('damaged');
    free = dataAt + packed;
    most = MOST_BYTES_OF_SIZE;
  }
}

function directoryHead(at: number): Pick<ZipEntry, 'headerAt' | 'dataAt' | 'packed'> {
  return { headerAt: at, dataAt: at, packed: 0 };
}

/** Office programs take names for the same that differ only in case. */
function refuseNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const lower = name.toLowerCase();
    if (seen.has(lower)) throw new RefusedZip('twice');
    seen.add(lower);
    if (climbs(name)) throw new RefusedZip('climbing');
  }
}

function climbs(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name with a control character is no name
  if (name === '' || name.startsWith('/') || /[\\:\u0000-\u001f]/.test(name)) return true;
  return name.split('/').some((part) => part === '..' || part === '.');
}
