import type { Problem } from '../read-result.ts';
import { MOST_UPLOAD_BYTES } from '../upload-limits.ts';

const MIB = 1024 * 1024;
/** England has some 6,500 practices: seven weeks of a row for each of them are still taken in one file. */
export const MOST_LINES = 50_000;
/**
 * epraccur, the largest national file, has 435,000. What is made of so many cells stays, with all that
 * is said of them, within the memory that reading a file may take. (ADR 7 has the figures.)
 */
export const MOST_CELLS = 500_000;

/** Letters in the cells of a workbook, and as many beside them: a tracker of all England with a comment on each row has 3 million. */
export const MOST_LETTERS = 10_000_000;

/** Why a file of so many bytes is not opened, or undefined. */
export function whyTooLarge(bytes: number): Problem | undefined {
  if (bytes <= MOST_UPLOAD_BYTES) return undefined;
  const size = (bytes / MIB).toFixed(1);
  return {
    row: 0,
    column: null,
    found: null,
    problem: `the file has ${size} MiB, and at most ${MOST_UPLOAD_BYTES / MIB} MiB are taken`,
    remedy:
      'Check that it is the right file; split a long list into several files, and make the pictures in a document smaller.',
  };
}

/**
 * Why a text is none that may be taken apart, or undefined. A file of line ends or commas alone would
 * come to so many rows or cells that memory runs out, long before its bytes are too many.
 */
export function whyTooMuch(text: string): Problem | undefined {
  let lines = 0;
  let cells = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === COMMA) cells += 1;
    else if (letter === LINE_FEED) lines += 1;
    else if (letter === RETURN && text.charCodeAt(at + 1) !== LINE_FEED) lines += 1;
  }
  if (lines > MOST_LINES) return tooMany(lines, MOST_LINES, 'lines');
  return cells + lines > MOST_CELLS ? tooMany(cells + lines, MOST_CELLS, 'cells') : undefined;
}

const COMMA = 44;
const LINE_FEED = 10;
const RETURN = 13;

/** What is said of a file with too many of something: how many, where that is known, and how many are taken. */
export function tooMany(has: number | null, most: number, what: string): Problem {
  const given = has === null ? 'more' : numerals.format(has);
  const limit = numerals.format(most);
  return {
    row: 0,
    column: null,
    found: null,
    problem:
      has === null
        ? `the file has more than ${limit} ${what}, which is the most that is taken`
        : `the file has ${given} ${what}, and at most ${limit} are taken`,
    remedy:
      'Check that it is the right file; delete blank rows and columns, or split it into several files.',
  };
}

const numerals = new Intl.NumberFormat('en-GB');
