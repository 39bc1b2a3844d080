import { crc32, inflateRawSync } from 'node:zlib';
import type { Problem } from '../read-result.ts';
import { whyActive } from './zip-active.ts';
import { zipDirectory } from './zip-directory.ts';
import type { ZipEntry } from './zip-entry.ts';
import { whyNoOfficeFile } from './zip-kind.ts';
import { ZIP_REFUSALS } from './zip-refusals.ts';
import { isPlainXml } from './zip-xml.ts';

type Guarded =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly refused: Problem };

const MIB = 1024 * 1024;
/** All parts that are read, unpacked. The real ePCN workbook has 5 MiB; ADR 7 says what memory these limits come to. */
export const MOST_UNPACKED = 32 * MIB;
/** One part unpacked: 500,000 cells come to some 18 MiB. */
export const MOST_UNPACKED_PART = 24 * MIB;
/** Pictures and fonts too, which are never unpacked here. */
const MOST_UNPACKED_WITH_PICTURES = 128 * MIB;
/** Spreadsheets pack to a tenth or a twentieth, sheets of blank formatted cells to a fiftieth. */
const MOST_RATIO = 100;
/** What stays so small does no harm, however well it packs. */
const RATIO_COUNTS_FROM = MIB;

/** No reader looks into pictures and fonts. */
const NEVER_READ =
  /\.(png|jpe?g|gif|bmp|dib|tiff?|emf|wmf|emz|wmz|svg|webp|heic|wdp|ico|odttf|ttf|fntdata)$/i;
const XML = /\.(xml|rels)$/i;

/**
 * Takes the bytes of a ZIP that should be a spreadsheet or a Word document, gives its parts unpacked;
 * or why no reader may see it, and what to do. Refused are bombs (by what is declared and by what really
 * comes out), parts that overlap or bear one name, passwords, macros, controls, embedded files, links to
 * other files, and ZIPs of other kinds. Pictures and fonts are listed and stay empty. Never throws for
 * what a file holds. (Issue: a guard before any reader sees the file.)
 */
export function guardedZip(bytes: Uint8Array): Guarded {
  const directory = zipDirectory(bytes);
  if (!directory.ok) return directory;
  const entries = directory.entries.filter(({ name }) => !name.endsWith('/'));
  const refused =
    whyNoOfficeFile(entries.map(({ name }) => name)) ?? whyTooLarge(directory.entries);
  if (refused !== undefined) return { ok: false, refused };
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const part = NEVER_READ.test(entry.name) ? NOTHING : unpacked(bytes, entry);
    if (part === undefined) return { ok: false, refused: ZIP_REFUSALS.liesAboutSize };
    if (XML.test(entry.name) && !isPlainXml(part)) {
      return { ok: false, refused: ZIP_REFUSALS.strangeXml };
    }
    parts.set(entry.name, part);
  }
  const active = whyActive(parts);
  return active === undefined ? { ok: true, parts } : { ok: false, refused: active };
}

const NOTHING = new Uint8Array();

/** By what the directory declares: `unpacked` then sees to it that no more comes out. */
function whyTooLarge(entries: readonly ZipEntry[]): Problem | undefined {
  let [read, all] = [0, 0];
  for (const { name, packed, size } of entries) {
    all += size;
    if (!NEVER_READ.test(name)) {
      read += size;
      if (size > MOST_UNPACKED_PART) return ZIP_REFUSALS.tooLarge;
    }
    if (read > MOST_UNPACKED || all > MOST_UNPACKED_WITH_PICTURES) return ZIP_REFUSALS.tooLarge;
    if (size > RATIO_COUNTS_FROM && size > MOST_RATIO * packed) return ZIP_REFUSALS.bomb;
  }
  return undefined;
}

/** The bytes of a part; undefined where they are not as many, or not those, that the file declares. */
function unpacked(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const { dataAt, packed, size } = entry;
  const data = bytes.subarray(dataAt, dataAt + packed);
  const part = entry.isStored ? data : inflated(data, size);
  return part?.length === size && crc32(part) === entry.crc ? part : undefined;
}

/** One byte more than declared is asked for in one piece: nothing is copied, and a longer part is cut off there. */
function inflated(data: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(data, { maxOutputLength: size + 1, chunkSize: Math.max(size + 1, 64) });
  } catch {
    return undefined;
  }
}
