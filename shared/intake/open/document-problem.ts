import type { Problem } from '../read-result.ts';
import type { Opened } from './opened.ts';

/** A long DPIA has 100,000 letters; all text of a document together, beside the pages too, is taken up to this. */
export const MOST_LETTERS = 2_000_000;
/** A document of fewer letters says nothing: it is a scan with a stamp, or empty. */
const FEWEST_LETTERS = 20;

type Refusal = Pick<Problem, 'problem' | 'remedy'>;

/** The answer for a document that cannot be opened, or may not be: why, and what to do. */
export function refusedDocument({ problem, remedy }: Refusal): Opened {
  return { as: 'refused', refused: { row: 0, column: null, found: null, problem, remedy } };
}

/** True when the texts together hold too few letters to say anything. */
export function saysNothing(texts: readonly string[]): boolean {
  let letters = 0;
  for (const text of texts) {
    letters += text.match(/\p{L}/gu)?.length ?? 0;
    if (letters >= FEWEST_LETTERS) return false;
  }
  return true;
}

/** Thrown where the text of a document passes `MOST_LETTERS`; never leaves `openPdf` or `openDocx`. */
export class TooMuchText extends Error {}

export const TOO_MUCH_TEXT: Refusal = {
  problem: 'the document holds more text than any letter, plan or DPIA',
  remedy:
    'Check that it is the right file; send only the pages that matter, for example printed to a PDF of their own.',
};
