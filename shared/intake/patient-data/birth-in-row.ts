import { isPartOfName, isPersonName } from './person-name.ts';
import { type LatestYear, mayBeBirth } from './plausible-birth.ts';
import { dateAt } from './written-date.ts';

const MAY_BE_DATE = /^\d[\dA-Za-z ,./-]{5,24}(?::\d\d){0,2}(?:\.0+)?$/;
const MIDNIGHT = /^(?:[T ]\d{1,2}:\d\d(?::\d\d(?:\.0+)?)?)?$/;
/** Sex, title and numbers may stand between a name and its date. */
const BETWEEN = /^(?:|m|f|u|male|female|mrs?|ms|miss|mx|[\d -]{1,14})$/i;
const SAYS_NOTHING = /^(?:|date|dates|day|column ?\d*|unnamed:? ?\d*)$/i;
/** Names of these are not patients'. */
const OF_STAFF_OR_PLACE =
  /practice|surgery|organi[sz]ation|pcn|icb|network|lead|manager|director|partner|gp|doctor|signed|approved|author|contact|owner|address|town|city|county|street|site|supplier|system/i;

/** A row's cells and what stands above its columns. */
export type RowToSearch = {
  readonly cells: readonly string[];
  readonly headings: () => readonly string[];
  readonly latestYear: LatestYear;
};

/**
 * Takes a row, gives the column of a plausible day of birth that has a person's name beside it (in one
 * cell or in two), or undefined. A heading over the day that says anything of it rules that out, since
 * it says no birth: such a heading would have been found before; and so does one over the name that
 * is for staff or places.
 */
export function findBirthInRow({ cells, headings, latestYear }: RowToSearch): number | undefined {
  for (const [column, cell] of cells.entries()) {
    if (!MAY_BE_DATE.test(cell) || !SAYS_NOTHING.test(headings()[column] ?? '')) continue;
    const sides = [before(cells, column), after(cells, column)];
    if (!sides.some((side) => isName(side, headings()))) continue;
    const date = dateAt(cell, 0);
    if (date === undefined || !MIDNIGHT.test(cell.slice(date.end))) continue;
    if (mayBeBirth(date, latestYear)) return column;
  }
  return undefined;
}

type Beside = { readonly text: string; readonly column: number };

/** The two nearest cells on one side that are not between a name and its date. */
function before(cells: readonly string[], column: number): Beside[] {
  const near = cells.slice(Math.max(0, column - 4), column).reverse();
  return named(near.map((text, i) => ({ text, column: column - 1 - i })));
}

function after(cells: readonly string[], column: number): Beside[] {
  const near = cells.slice(column + 1, column + 5);
  return named(near.map((text, i) => ({ text, column: column + 1 + i })));
}

function named(near: readonly Beside[]): Beside[] {
  return near.filter(({ text }) => !BETWEEN.test(text)).slice(0, 2);
}

function isName([first, second]: readonly Beside[], headings: readonly string[]): boolean {
  if (first === undefined || OF_STAFF_OR_PLACE.test(headings[first.column] ?? '')) return false;
  if (isPersonName(first.text)) return true;
  return second !== undefined && isPartOfName(first.text) && isPartOfName(second.text);
}
