import { addDays, type Day, isDay } from '../../calendar/day.ts';
import { parseBritishDate } from '../table/british-date.ts';

/**
 * A date as prose gives it. `day`: a day of its own. `month`: a month alone, `day` being its last.
 * `no-year`: a day and a month. `none`: shaped like a date and is none, `why` saying so.
 */
export type SpokenDay = { readonly at: number; readonly end: number } & (
  | { readonly as: 'day'; readonly day: Day; readonly time: string | null }
  | { readonly as: 'month'; readonly day: Day }
  | { readonly as: 'no-year' }
  | { readonly as: 'none'; readonly why: string }
);

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DATE = '(?<![\\d/.:£-])(?<date>\\d{1,2}) ?(?:st|nd|rd|th)?';
const YEAR = "'?(?<year>\\d{4}|\\d{2}(?! ?[ap]\\.?m|[:.]\\d))(?![\\d/])";
const TIME =
  '(?<time>,? (?:at )?\\d{1,2}(?:[:.]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\b)?| ?[ap]\\.?m\\b)(?: [+-]\\d{2}:?\\d{2}\\b)?)?';

/** Every way in which British prose writes a date, the fullest first. In figures the day always comes first. */
const FORMS: readonly RegExp[] = [
  `${DATE}[ ,.-]*(?:day )?(?:of )?(?<month>${MONTH})[ ,./-]*${YEAR}${TIME}`,
  `\\b(?<month>${MONTH}) (?<date>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>20\\d{2})\\b${TIME}`,
  `(?<![\\d/.-])(?<figures>\\d{4}-\\d{2}-\\d{2})(?![\\d-])${TIME}`,
  `(?<![\\d/.£-])(?<figures>\\d{1,2} ?([-/.]) ?\\d{1,2} ?\\k<sign> ?(?:\\d{4}|\\d{2}))(?![\\d/]|[.-]\\d)${TIME}`,
  `\\b(?<month>${MONTH})[ ,'-]+(?<year>20\\d{2})\\b`,
  `${DATE}[ ,.-]*(?:day )?(?:of )?(?<month>${MONTH})\\b`,
].map((form) => new RegExp(form.replace('([-/.])', '(?<sign>[-/.])'), 'giu'));

/**
 * Takes a folded text, gives every date in it in reading order: 3 April 2023, Monday 3rd April 2023,
 * 03/04/2023, 3.4.23, 31-Aug-23, April 3, 2023, a month alone, a day without a year. 03/04/2023 is
 * 3 April, as everywhere in intake.
 */
export function daysIn(text: string): SpokenDay[] {
  const found: SpokenDay[] = [];
  const taken = new Uint8Array(text.length);
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const [at, end] = [match.index, match.index + match[0].length];
      if (taken[at] === 1 || taken[end - 1] === 1 || isVerb(match.groups ?? {})) continue;
      taken.fill(1, at, end);
      found.push({ at, end, ...spoken(match.groups ?? {}) });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

type Parts = Readonly<Record<string, string | undefined>>;
type Spoken = SpokenDay extends infer S ? (S extends S ? Omit<S, 'at' | 'end'> : never) : never;

function spoken({ date, month, year, figures, time = '' }: Parts): Spoken {
  if (figures === undefined && year === undefined) return { as: 'no-year' };
  if (figures === undefined && date === undefined) return lastOf(month!, year!);
  const read = parseBritishDate((figures ?? `${date} ${month} ${year}`) + time);
  if (!read.ok) return { as: 'none', why: read.problem };
  return { as: 'day', day: read.day, time: read.time ?? null };
}

/** "Step 3 may begin" holds no date. */
function isVerb({ month, year }: Parts): boolean {
  return month === 'may' && year === undefined;
}

/** A month alone is no date: its last day is the latest that can be meant. */
function lastOf(month: string, year: string): Spoken {
  const first = parseBritishDate(`1 ${month} ${year}`);
  if (!first.ok) return { as: 'none', why: first.problem };
  const inNext = addDays(first.day, 31);
  const next = `${inNext.slice(0, 8)}01`;
  return isDay(next) ? { as: 'month', day: addDays(next, -1) } : { as: 'none', why: 'is no month' };
}
