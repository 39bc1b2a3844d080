import { BETWEEN, isPersonName, NAME } from './person-name.ts';
import { type LatestYear, mayBeBirth } from './plausible-birth.ts';
import { dateAt } from './written-date.ts';

/** Longer lines are prose. */
const LONGEST_LINE = 120;
const NAME_FIRST = new RegExp(`^[\\s.)]{0,4}(${NAME})${BETWEEN}(?=\\d)`, 'u');
const DATE_FIRST = new RegExp(`^${BETWEEN}(${NAME})`, 'u');
/** What may end a line of a list of people: sex, postcode, another number, the ending of a file name. */
const REST =
  /^(?:[\s,;|()_-]{1,8}(?:m|f|male|female|mr|mrs|ms|miss|\d{1,13}|[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2})(?![a-z\d]))*[\s,;|()_.-]{0,8}(?:pdf|docx?|xlsx?|csv|txt)?$/i;

/**
 * Takes text, gives where a line begins that is a name and a plausible day of birth and no prose, or
 * undefined: so lists of people look in documents, and letters' names in their file names.
 */
export function findInLine(text: string, latestYear: LatestYear): number | undefined {
  for (const { index, 0: line } of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    if (line.length <= LONGEST_LINE && /\d{2}/.test(line) && isOfPerson(line, latestYear)) {
      return index;
    }
  }
  return undefined;
}

function isOfPerson(line: string, latestYear: LatestYear): boolean {
  const named = NAME_FIRST.exec(line);
  if (named !== null) {
    const date = dateAt(line, named[0].length);
    if (date === undefined || !REST.test(line.slice(date.end))) return false;
    return isPersonName(named[1]!) && mayBeBirth(date, latestYear);
  }
  const date = dateAt(line, Math.max(0, line.search(/\S/)));
  if (date === undefined) return false;
  const after = DATE_FIRST.exec(line.slice(date.end));
  if (after === null || !REST.test(line.slice(date.end + after[0].length))) return false;
  return isPersonName(after[1]!) && mayBeBirth(date, latestYear);
}
