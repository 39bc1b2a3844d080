import type { WrittenDate } from './written-date.ts';

/** Nobody's record is older. */
const EARLIEST = '1900-01-01';
/** Every file is about the programme, which no paper speaks of before this. */
const FILES_BEGIN = 2022;
/** Far dates ("31/12/9999", "open until 2099") say nothing of when a file was made. */
const FILES_END = 2060;
const YOUNGEST = 10;
/** Plans look ahead: 03/04/26 in a file of 2023 is no day of 1926. */
const PLANNED = 3;
const YEAR_IN_DATE =
  /(?<!\d)(?:\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ](20\d\d)|(20\d\d)-?\d\d-?\d\d|\d{1,2}(?:[a-z]{3})(20\d\d))(?!\d)/gi;

/** The latest year of which a file speaks; asked for only where it matters, since it takes a look at all of the file. */
export type LatestYear = () => number;

/**
 * True where a day may be a date of birth though no word says so: from 1900, and some ten years before
 * the latest year of the file. Younger children stay unnoticed by this rule, or every date of a letter
 * would be one.
 */
export function mayBeBirth({ day, isShort }: WrittenDate, latestYear: LatestYear): boolean {
  if (day < EARLIEST) return false;
  const year = Number(day.slice(0, 4));
  if (!isShort && year <= FILES_BEGIN - YOUNGEST) return true;
  const latest = latestYear();
  const meant = isShort && year + 100 <= latest + PLANNED ? year + 100 : year;
  return meant <= latest - YOUNGEST;
}

/** Takes pieces of a file's text, gives the latest year of any date in them, so that no clock is needed. */
export function latestYearIn(texts: Iterable<string>): number {
  let latest = FILES_BEGIN;
  for (const text of texts) {
    for (const match of text.matchAll(YEAR_IN_DATE)) {
      const year = Number(match[1] ?? match[2] ?? match[3]);
      if (year > latest && year < FILES_END) latest = year;
    }
  }
  return latest;
}
