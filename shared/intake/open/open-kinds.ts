import type { Problem } from '../read-result.ts';
import { whichOle } from './ole.ts';

/** A kind of file that is not taken, what it is called and what to do. */
export type OtherKind = { readonly what: string; readonly remedy: string };

const ONLY = 'only CSV, XLSX, DOCX and PDF are taken';
/** A header of a PDF may stand behind other bytes; readers look for it here (ISO 32000, note to 7.5.2). */
const PDF_WITHIN = 1024;

/** True where the bytes are those of a ZIP: a spreadsheet or a Word document above all. */
export function isZip(bytes: Uint8Array): boolean {
  return beginsWith(bytes, 'PK\x03\x04');
}

/** True where the bytes are those of a PDF. */
export function isPdf(bytes: Uint8Array): boolean {
  return /%PDF-\d/.test(ascii(bytes.subarray(0, PDF_WITHIN)));
}

const AS_WORKBOOK = 'Open it in Excel, choose Save As and "Excel Workbook (.xlsx)", and send that.';
const UNPACKED = 'Unpack it and send each file by itself: CSV, XLSX, DOCX or PDF.';
const NO_PICTURE =
  'A picture cannot be read. Send a letter, plan or DPIA as the Word document or as a PDF saved from it, and a table as CSV or XLSX.';

/** How files begin that are not taken. */
const BY_BEGINNING: readonly (readonly [beginnings: readonly string[], kind: OtherKind])[] = [
  [['PK\x05\x06', 'PK\x07\x08'], { what: 'an empty or a split ZIP file', remedy: UNPACKED }],
  [
    ['\x1f\x8b', '7z\xbc\xaf', 'Rar!', 'BZh', '\xfd7zXZ'],
    { what: 'a compressed file', remedy: UNPACKED },
  ],
  [
    ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'],
    { what: 'a picture', remedy: NO_PICTURE },
  ],
  [
    ['{\\rtf'],
    {
      what: 'a Rich Text file (RTF)',
      remedy: 'Open it in Word, choose Save As and "Word Document (.docx)", and send that.',
    },
  ],
];

/** What stands behind four bytes of size in the pictures of phones (HEIC), or behind a size (WEBP, BMP). */
const OTHER_PICTURES = /^(.{4}ftyp(hei|mif|avi)|RIFF.{4}WEBP|BM.{4}\0{4})/s;

/** A web page that bears the name of a spreadsheet, as some systems export it. */
const WEB_PAGE: OtherKind = {
  what: 'a web page (HTML), though its name may end in .xls',
  remedy: AS_WORKBOOK,
};
const XML: OtherKind = { what: 'an XML file', remedy: AS_WORKBOOK };

/** By the bytes: why a file is of none of the kinds that are taken, and what to do; undefined for one that may be. */
export function whyNotTaken(bytes: Uint8Array): Problem | undefined {
  const kind = otherKind(bytes);
  if (kind === undefined) return undefined;
  const problem = `this is ${kind.what}, and ${ONLY}`;
  return { row: 0, column: null, found: null, problem, remedy: kind.remedy };
}

function otherKind(bytes: Uint8Array): OtherKind | undefined {
  const begins = BY_BEGINNING.find(([all]) => all.some((one) => beginsWith(bytes, one)));
  if (begins !== undefined) return begins[1];
  if (isZip(bytes) || isPdf(bytes)) return undefined;
  const beginning = ascii(bytes.subarray(0, PDF_WITHIN));
  if (OTHER_PICTURES.test(beginning)) return { what: 'a picture', remedy: NO_PICTURE };
  return whichOle(bytes) ?? byMarkup(beginning);
}

function byMarkup(beginning: string): OtherKind | undefined {
  const text = beginning.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^(<!doctype html|<(html|head|body|table|meta|style)\b)/i.test(text)) return WEB_PAGE;
  if (/^mime-version:/i.test(text)) return WEB_PAGE;
  if (!/^<\?xml\b/i.test(text)) return undefined;
  return /<html\b/i.test(text) ? WEB_PAGE : XML;
}

function beginsWith(bytes: Uint8Array, beginning: string): boolean {
  return ascii(bytes.subarray(0, beginning.length)) === beginning;
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
