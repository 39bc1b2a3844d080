import type { Problem, Warning } from '../read-result.ts';

/** A file's text, with a warning where it was read generously; or why it is no text. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly refused: Problem };

const SAVE_AS_UTF8 =
  'Save it as "CSV UTF-8 (comma delimited)" or as an Excel workbook (.xlsx), and send that.';

/**
 * Takes the bytes of a text file, gives its text without byte order mark. UTF-8, else Windows-1252 with
 * a warning (what spreadsheets on Windows write). Empty, UTF-16 and binary files are refused, each with
 * its remedy. Never throws. (Design: files that people send; issue: bad input.)
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

function refusal(problem: string, remedy: string): Problem {
  return { row: 0, column: null, found: null, problem, remedy };
}
