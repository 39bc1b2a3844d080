import * as z from 'zod';

/**
 * A calendar day in Europe/London, written `YYYY-MM-DD`, so that days compare as strings.
 * Nothing in `shared/` reads a clock: a day always comes in as an argument.
 */
export type Day = string & { readonly __brand: 'Day' };

/** A moment in UTC, written `YYYY-MM-DDTHH:mm:ss.sssZ`, so that instants compare as strings. */
export type Instant = string & { readonly __brand: 'Instant' };

const MS_A_DAY = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** True when `text` is a real day written `YYYY-MM-DD` (2023-02-31 is not one). */
export function isDay(text: string): text is Day {
  if (!DAY.test(text)) return false;
  const [year, month, date] = [text.slice(0, 4), text.slice(5, 7), text.slice(8)].map(Number);
  return month! >= 1 && month! <= 12 && date! >= 1 && date! <= daysIn(year!, month!);
}

/** Counted rather than parsed and printed again: every fact that is read has several days to check. */
function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Takes `YYYY-MM-DD`, gives the same as a Day; throws a RangeError on anything else. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`"${text}" is not a day; write it as 2023-12-04`);
  return text;
}

/** Takes any ISO 8601 moment with a zone, gives it in UTC with milliseconds; throws a RangeError on anything else. */
export function instant(text: string): Instant {
  if (INSTANT.test(text) && !Number.isNaN(Date.parse(text))) return text as Instant;
  const ms = /(Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new RangeError(`"${text}" is not an instant; write it as 2023-12-04T06:00:00Z`);
  }
  return new Date(ms).toISOString() as Instant;
}

/** The day `days` after (or, when negative, before) the one given. */
export function addDays(from: Day, days: number): Day {
  return isoDay(msOf(from)! + days * MS_A_DAY) as Day;
}

/** Whole days from the first to the second; negative when the second is earlier. */
export function daysBetween(first: Day, second: Day): number {
  return Math.round((msOf(second)! - msOf(first)!) / MS_A_DAY);
}

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The London day on which an instant falls: 2023-07-01T23:30:00.000Z is 2 July. */
export function londonDay(at: Instant): Day {
  return london.format(Date.parse(at)) as Day;
}

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});

/** A moment as people in London say it: `4 December 2023, 6:00am`. (NHS service manual: times.) */
export function londonMoment(at: Instant): string {
  const time = londonClock.format(Date.parse(at)).replace(/^0:/, '12:').replace(/\s/g, '');
  return `${longDay(londonDay(at))}, ${time.toLowerCase()}`;
}

/** The last instant of a London day: what "as known on that day" means. */
export function endOfLondonDay(on: Day): Instant {
  const midnightUtc = msOf(addDays(on, 1))!;
  // London is UTC or UTC+1, so its midnight is the UTC one or an hour before.
  const hourBefore = new Date(midnightUtc - 3_600_000).toISOString() as Instant;
  const end = londonDay(hourBefore) === on ? midnightUtc : midnightUtc - 3_600_000;
  return new Date(end - 1).toISOString() as Instant;
}

/**
 * 06:00 in London on a day: the cut-off of a Monday's release. Counted back from the end of the day, as
 * clocks there change at 01:00 UTC: nothing shifts between six o'clock and midnight.
 */
export function sixOClockInLondon(on: Day): Instant {
  const midnight = Date.parse(endOfLondonDay(on)) + 1;
  return new Date(midnight - 18 * 3_600_000).toISOString() as Instant;
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** A day as people read it, by the NHS.UK content style: `4 December 2023`. */
export function longDay(on: Day): string {
  return `${Number(on.slice(8))} ${MONTHS[Number(on.slice(5, 7)) - 1]} ${on.slice(0, 4)}`;
}

function msOf(text: string): number | undefined {
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return Number.isNaN(ms) ? undefined : ms;
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

export const DaySchema = z.custom<Day>((v) => typeof v === 'string' && isDay(v), {
  error: 'not a day written as 2023-12-04',
});
export const InstantSchema = z.custom<Instant>((v) => typeof v === 'string' && INSTANT.test(v), {
  error: 'not an instant written as 2023-12-04T06:00:00.000Z',
});
