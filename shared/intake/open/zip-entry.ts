import type { ZipRefusal } from './zip-refusals.ts';

/** One file inside a ZIP, as the directory at its end lists it. */
export type ZipEntry = {
  readonly name: string;
  readonly isStored: boolean;
  readonly crc: number;
  /** Bytes as packed, and as declared once unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its own header begins, and (once that is checked) its packed bytes. */
  readonly headerAt: number;
  readonly dataAt: number;
};

const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const HEADER = 0x04034b50;
const HEADER_BYTES = 30;
/** Stands where a 64-bit number follows elsewhere: no file of up to 20 MiB has need of one. */
export const ZIP64 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
const FLAG_ENCRYPTED = 0x2041;
const FLAG_SIZES_FOLLOW = 0x0008;

/** A ZIP that is put together in a way in which no office program does it; never leaves `zipDirectory`. */
export class RefusedZip extends Error {
  readonly why: ZipRefusal;
  constructor(why: ZipRefusal) {
    super(why);
    this.why = why;
  }
}

type Listed = Omit<ZipEntry, 'dataAt'> & { readonly next: number };

/** What the directory says of a part at a place; `next` is where it says more. */
export function entryAt(zip: DataView, at: number): Listed {
  if (zip.getUint32(at, true) !== ENTRY) throw new RefusedZip('damaged');
  if ((zip.getUint16(at + 8, true) & FLAG_ENCRYPTED) !== 0) throw new RefusedZip('encrypted');
  const method = zip.getUint16(at + 10, true);
  if (method !== STORED && method !== DEFLATED) throw new RefusedZip('damaged');
  const [packed, size] = [zip.getUint32(at + 20, true), zip.getUint32(at + 24, true)];
  const headerAt = zip.getUint32(at + 42, true);
  if (packed === ZIP64 || size === ZIP64 || headerAt === ZIP64) throw new RefusedZip('zip64');
  if (method === STORED && packed !== size) throw new RefusedZip('damaged');
  const nameBytes = zip.getUint16(at + 28, true);
  const extra = zip.getUint16(at + 30, true) + zip.getUint16(at + 32, true);
  const name = textAt(zip, at + ENTRY_BYTES, nameBytes);
  const next = at + ENTRY_BYTES + nameBytes + extra;
  const crc = zip.getUint32(at + 16, true);
  return { name, isStored: method === STORED, crc, packed, size, headerAt, next };
}

/** Where the packed bytes begin; the header in front of them must say what the directory says. */
export function dataAt(zip: DataView, entry: Listed): number {
  const at = entry.headerAt;
  if (zip.getUint32(at, true) !== HEADER) throw new RefusedZip('damaged');
  const nameBytes = zip.getUint16(at + 26, true);
  const isSame =
    (zip.getUint16(at + 6, true) & FLAG_ENCRYPTED) === 0 &&
    (zip.getUint16(at + 8, true) === STORED) === entry.isStored &&
    textAt(zip, at + HEADER_BYTES, nameBytes) === entry.name &&
    saysSize(zip, at, { field: 18, size: entry.packed }) &&
    saysSize(zip, at, { field: 22, size: entry.size });
  if (!isSame) throw new RefusedZip('damaged');
  return at + HEADER_BYTES + nameBytes + zip.getUint16(at + 28, true);
}

/** Programs that write in one go put 0 here and the size behind the data; some always put the sign for 64 bits. */
function saysSize(zip: DataView, header: number, said: { field: number; size: number }): boolean {
  const size = zip.getUint32(header + said.field, true);
  const follows = (zip.getUint16(header + 6, true) & FLAG_SIZES_FOLLOW) !== 0;
  return size === said.size || size === ZIP64 || (follows && size === 0);
}

function textAt(zip: DataView, at: number, length: number): string {
  return utf8.decode(new Uint8Array(zip.buffer, zip.byteOffset + at, length));
}

const utf8 = new TextDecoder();
