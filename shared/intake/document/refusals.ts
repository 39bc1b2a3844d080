import type { FileKind, Problem, ReadResult } from '../read-result.ts';

/** A document of which nothing is taken: why, and what to do. It counts as one row, rejected. */
export function refused(
  why: Pick<Problem, 'problem' | 'remedy'>,
  kind: FileKind | null = null,
): ReadResult {
  return {
    kind,
    rows: 1,
    taken: [],
    duplicates: [],
    problems: [],
    warnings: [],
    refused: { row: 0, column: null, found: null, ...why },
    checklist: null,
  };
}

export const NO_TEXT = {
  problem: 'the document holds no text that says anything',
  remedy: 'Check that it is the right file; send the document typed, not as a picture of it.',
};

export const NOT_SURE_WHAT = {
  problem: 'it cannot be told what the document is',
  remedy:
    'Say what it is: letter, plan or dpia; or give it a title, such as "Practice implementation plan".',
};

export const NO_PRACTICE = {
  problem: 'the document names no practice code',
  remedy: 'Say which practice it is for, such as A81001; or write the code into the document.',
};

export const SEVERAL_PRACTICES = {
  problem: 'the document names several practice codes, and is for one practice',
  remedy: 'Say which practice it is for, such as A81001; send one document for each practice.',
};

export const NOT_FROM_SUPPLIER = {
  problem: 'a plan or DPIA is not taken from a supplier',
  remedy:
    'Ask the practice or its ICB to send it; from a supplier come letters, such as the acknowledgement of a request to pause.',
};

/** A document in which nothing of its kind stands. */
export function nothingOf(kind: 'letter' | 'plan' | 'dpia'): Pick<Problem, 'problem' | 'remedy'> {
  const what = kind === 'dpia' ? 'DPIA' : kind;
  return {
    problem: `nothing that a ${what} about record access should say was found in the document`,
    remedy: `Check that it is the right file and that it is a ${what}; if it says so in a picture, send it typed.`,
  };
}
