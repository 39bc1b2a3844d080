/** What a row's cells are made of, as far as it decides what has to be looked for in them. */
export type Content = {
  /** Digits and letters of each cell. */
  readonly digits: number[];
  readonly letters: number[];
  /** The longest run of digits in a cell that is no words: a code, a number, a day. */
  longestRun: number;
  /** True if all is plain ASCII, without control characters. */
  isPlain: boolean;
};

/**
 * Counts what a row's cells are made of, in one pass over their characters: most cells of a national
 * file are codes and counts in which nothing has to be looked for, and this tells them at little cost.
 */
export function contentOf(cells: readonly string[]): Content {
  const content: Content = { digits: [], letters: [], longestRun: 0, isPlain: true };
  for (const cell of cells) count(cell, content);
  return content;
}

function count(cell: string, content: Content): void {
  let [digits, letters, run, longest] = [0, 0, 0, 0];
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    if (code >= ZERO && code <= NINE) {
      digits += 1;
      run += 1;
      if (run > longest) longest = run;
      continue;
    }
    run = 0;
    if ((code | SMALL) >= A && (code | SMALL) <= Z) letters += 1;
    else if (code > TILDE || code < TAB) content.isPlain = false;
  }
  if (letters < FEWEST_IN_WORDS && longest > content.longestRun) content.longestRun = longest;
  content.digits.push(digits);
  content.letters.push(letters);
}

const FEWEST_IN_WORDS = 4;
const ZERO = 48;
const NINE = 57;
const A = 97;
const Z = 122;
/** The bit in which a small letter differs from its capital. */
const SMALL = 32;
const TILDE = 126;
const TAB = 9;
