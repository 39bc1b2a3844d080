import type { Problem } from './read-result.ts';

/** England has some 6,500 practices: half a year of weekly rows for each of them is still taken in one file. */
const MOST_LINES = 200_000;
/** Ten times as many as the register of the whole country has. */
const MOST_CELLS = 5_000_000;

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

function tooMany(has: number, most: number, what: string): Problem {
  const [given, limit] = [has, most].map((count) => numerals.format(count));
  return {
    row: 0,
    column: null,
    found: null,
    problem: `the file has ${given} ${what}, and at most ${limit} are taken`,
    remedy:
      'Check that it is the right file; delete blank rows and columns, or split it into several files.',
  };
}

const numerals = new Intl.NumberFormat('en-GB');
