import { practiceCode } from '../../practice/code.ts';
import type { Column } from '../readers/column.ts';
import { parseBritishDate } from '../table/british-date.ts';

/** What a mapping writes where the tracker names somebody: that somebody is named. */
const GIVEN = 'given';

/**
 * True for a word of ours that a column takes. A name, a reason or a comment is nobody's to write into a
 * mapping, since it might be a person's: only that one is given.
 */
export function isRightFor({ holds, isChoice }: Column, text: string): boolean {
  switch (holds) {
    case 'code':
      return practiceCode(text) !== undefined;
    case 'day':
    case 'day and time':
      return parseBritishDate(text).ok;
    case 'choice':
    case 'supplier':
      return isChoice(text);
    case 'count':
      return /^\d{1,7}$/.test(text);
    case 'given':
      return text === GIVEN;
    case 'comment':
      return false;
  }
}

/** What to write instead, with an example. */
export function rightWordsFor({ holds, right, example, choices }: Column): string {
  if (holds === 'comment') return 'nothing of it is kept, so leave it out';
  if (holds === 'given') return `write "${GIVEN}"`;
  return choices.length > 0
    ? `write one of: ${choices.join(', ')}`
    : `write ${right}, such as ${example}`;
}
