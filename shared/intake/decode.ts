import type { Problem, Warning } from './read-result.ts';

/** A file's text, with a warning where it was read generously; or why it is no text. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly refused: Problem };

const MIB = 1024 * 1024;
/** The largest national file has 3.5 MB; nothing that is taken in comes near this. */
export const MOST_BYTES = 32 * MIB;

const SAVE_AS_CSV =
  'Save it as "CSV UTF-8 (comma delimited)" and send that; other kinds of file come in a later version.';
const SAVE_AS_UTF8 = 'Save it as "CSV UTF-8 (comma delimited)" and send that.';

/** How files begin that are not text. A ZIP comes last: spreadsheets and letters are ZIP files too. */
const SIGNATURES: readonly (readonly [begins: readonly number[], holds: string, what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'xl/', 'a spreadsheet file (XLSX)'],
  [[0x50, 0x4b, 0x03, 0x04], 'word/', 'a Word document (DOCX)'],
  [[0x50, 0x4b], '', 'a ZIP file'],
  [[0xd0, 0xcf, 0x11, 0xe0], '', 'a file of an older Excel or Word (XLS, DOC)'],
  [[0x25, 0x50, 0x44, 0x46], '', 'a PDF'],
  [[0x1f, 0x8b], '', 'a compressed file (GZIP)'],
];

/**
 * Takes a file as it was sent, gives its text without byte order mark. UTF-8, else Windows-1252 with a
 * warning (what spreadsheets on Windows write). Empty, too large, UTF-16 and binary files are refused,
 * each with its remedy. Never throws. (Design: files that people send; issue: bad input.)
 */
export function decode(bytes: Uint8Array): Decoded {
  const refused = whyNotText(bytes);
  if (refused !== undefined) return { ok: false, refused };
  const utf8 = fromUtf8(bytes);
  const text = utf8 ?? fromWindows1252(bytes);
  if (text.trim() === '') return { ok: false, refused: refusal('the file is empty', NOT_EMPTY) };
  return { ok: true, text, warnings: utf8 === undefined ? [WAS_WINDOWS_1252] : [] };
}

const NOT_EMPTY = 'Send a file with a header row and one row for each practice.';
const WAS_WINDOWS_1252: Warning = {
  row: 0,
  column: null,
  warning:
    'the file is not UTF-8 and was read as Windows-1252: check names with accents, or save it as "CSV UTF-8"',
};

function whyNotText(bytes: Uint8Array): Problem | undefined {
  if (bytes.length === 0) return refusal('the file is empty', NOT_EMPTY);
  if (bytes.length > MOST_BYTES) {
    const size = (bytes.length / MIB).toFixed(1);
    return refusal(
      `the file has ${size} MiB, and at most ${MOST_BYTES / MIB} MiB are taken`,
      'Check that it is the right file; split a list that is really so long into several files.',
    );
  }
  const beginning = ascii(bytes.subarray(0, 4096));
  const known = SIGNATURES.find(
    ([begins, holds]) => startsWith(bytes, begins) && beginning.includes(holds),
  );
  if (known !== undefined) {
    return refusal(`this is ${known[2]}, and only CSV files are taken`, SAVE_AS_CSV);
  }
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return refusal('the file is in UTF-16, not in UTF-8', SAVE_AS_UTF8);
  }
  const nul = bytes.indexOf(0);
  if (nul === -1 || !isNoText(bytes, nul)) return undefined;
  return refusal(
    `the file holds NUL bytes (the first is byte ${nul + 1}): it may be in UTF-16, or no text at all`,
    SAVE_AS_UTF8,
  );
}

/** A stray NUL costs its own row; many of them, or one in the first row, mean that this is no text. */
function isNoText(bytes: Uint8Array, firstNul: number): boolean {
  const firstRowEnd = bytes.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  if (firstRowEnd === -1 || firstNul < firstRowEnd) return true;
  let nuls = 0;
  for (const byte of bytes) if (byte === 0) nuls += 1;
  return 10 * nuls > bytes.length;
}

function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function fromWindows1252(bytes: Uint8Array): string {
  const hasMark = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  return new TextDecoder('windows-1252').decode(hasMark ? bytes.subarray(3) : bytes);
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, i) => bytes[i] === byte);
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function refusal(problem: string, remedy: string): Problem {
  return { row: 0, column: null, found: null, problem, remedy };
}
