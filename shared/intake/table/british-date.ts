import { type Day, instant, isDay, londonDay, longDay } from '../../calendar/day.ts';

/** What a cell says as a date: a day, with its London time (HH:MM) if one was given; or why it is none. */
export type BritishDate =
  | { readonly ok: true; readonly day: Day; readonly time?: string }
  | { readonly ok: false; readonly problem: string; readonly remedy: string };

const REMEDY = 'Write the day first, then the month, such as 04/03/2023 or 4 March 2023.';
const LONGEST = 40;

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_FIRST = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/;
const MONTH_NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*([a-z]{3,9})[\s\-/.,]*(\d{4}|\d{2})$/i;
const TIMED =
  /^(.{6,25}?)(?:T|,?\s(?:at\s)?)(\d{1,2})(?:[:.](\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?)?\s?([ap]\.?m\.?)?(z|[+-]\d{2}:?\d{2})?$/i;
const SPREADSHEET_NUMBER = /^\d{5}(\.\d+)?$/;

const MONTHS = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, i): [string, number][] => [
      [name, i + 1],
      [name.slice(0, 3), i + 1],
    ]),
).set('sept', 9);

/**
 * Takes a date as files from British practices, suppliers and NHS England spell it, gives the day.
 * ISO, 04/03/2023, 04/03/23, 31-Aug-23, 31 August 2023, 30SEP2020, 20230304; never the month first,
 * so 04/03/2023 is 4 March. Any may carry a time ("04/11/2022 5:05pm"); one with a zone is brought
 * to London. Two-digit years 00 to 69 are of this century. What is no date comes back with the
 * reason and the remedy, in words that do not repeat the cell. (Design: the files that people send.)
 */
export function parseBritishDate(text: string): BritishDate {
  const tidy = text.trim().replace(/\s+/g, ' ');
  if (tidy.length > LONGEST) return bad('is not a date');
  const plain = dayFrom(tidy);
  if (plain !== undefined) return plain;
  const timed = TIMED.exec(tidy);
  if (timed !== null && (timed[3] !== undefined || timed[4] !== undefined)) return withTime(timed);
  if (SPREADSHEET_NUMBER.test(tidy)) {
    return bad(
      "is a spreadsheet's own day number, not a date",
      'Format the column as a date, such as 04/03/2023, before saving the file as CSV.',
    );
  }
  return bad('is not a date');
}

function withTime([, date, hour, minute, half, zone]: RegExpExecArray): BritishDate {
  const read = dayFrom(date!.trim());
  if (read === undefined) return bad('is not a date');
  if (!read.ok) return read;
  const time = timeFrom(Number(hour), Number(minute ?? 0), half);
  if (time === undefined) {
    return bad(
      'has a time that does not exist',
      'Write the time in hours and minutes, such as 04/11/2022 17:05.',
    );
  }
  return zone === undefined ? { ...read, time } : inLondon(`${read.day}T${time}:00${zone}`);
}

function timeFrom(hour: number, minute: number, half: string | undefined): string | undefined {
  if (minute > 59 || hour > 23 || (half !== undefined && (hour < 1 || hour > 12))) return undefined;
  const afternoon = half?.[0]?.toLowerCase() === 'p';
  const of24 = half === undefined ? hour : (hour % 12) + (afternoon ? 12 : 0);
  return `${two(of24)}:${two(minute)}`;
}

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function inLondon(moment: string): BritishDate {
  if (Number.isNaN(Date.parse(moment.toUpperCase()))) {
    return bad(
      'has a time zone that does not exist',
      'Write the London time without a zone, such as 04/11/2022 17:05.',
    );
  }
  const at = instant(moment.toUpperCase());
  return { ok: true, day: londonDay(at), time: londonTime.format(Date.parse(at)) };
}

/** Undefined: the text has the shape of no date at all, so it may still be one with a time. */
function dayFrom(text: string): BritishDate | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return dated(yearFirst[1]!, Number(yearFirst[3]), Number(yearFirst[4]));
  const compact = COMPACT.exec(text);
  if (compact !== null) return dated(compact[1]!, Number(compact[2]), Number(compact[3]));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return dated(dayFirst[4]!, Number(dayFirst[3]), Number(dayFirst[1]));
  const named = MONTH_NAMED.exec(text);
  if (named === null) return undefined;
  const month = MONTHS.get(named[2]!.toLowerCase());
  return month === undefined
    ? bad('names a month that does not exist')
    : dated(named[3]!, month, Number(named[1]));
}

function dated(yearText: string, month: number, dayOfMonth: number): BritishDate {
  const year = yearText.length === 4 ? Number(yearText) : century(Number(yearText));
  if (year < 1700 || year > 2099) return bad(`has the year ${yearText}`);
  if (month > 12 && month <= 31 && dayOfMonth >= 1 && dayOfMonth <= 12) {
    return bad(
      `has no month ${month}; the month may have been written first`,
      `Write the day first, such as ${two(month)}/${two(dayOfMonth)}/${year}.`,
    );
  }
  if (month < 1 || month > 12) return bad(`has no month ${month}: there are twelve`);
  const text = `${year}-${two(month)}-${two(dayOfMonth)}`;
  return isDay(text) ? { ok: true, day: text } : bad(impossible(year, month, dayOfMonth));
}

function impossible(year: number, month: number, dayOfMonth: number): string {
  const first = `${year}-${two(month)}-01`;
  const monthAndYear = isDay(first) ? longDay(first).slice(2) : String(year);
  return `is an impossible date: there is no ${dayOfMonth} ${monthAndYear}`;
}

function century(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function bad(problem: string, remedy: string = REMEDY): BritishDate {
  return { ok: false, problem, remedy };
}
