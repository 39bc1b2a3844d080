import { type Day, day, type Instant, instant } from '../../shared/calendar/day.ts';
import type { Supplier } from '../../shared/practice/supplier.ts';

/** The sample runs from this day to 4 December 2023. */
export const FIRST_DAY = day('2022-10-24');

/** The last day on which a letter was in time for a pause until 30 November 2022, at 17:00. */
export const LETTER_CUT_OFF = day('2022-11-04');
/** Phased switch-on for all who had sent no letter in time, as announced that day. */
export const PHASED_FROM = day('2022-11-01');
/** The blanket switch-on was called off, and letters held until further notice. */
export const HALT = day('2022-11-29');

/** The days on which the intended states are written down, as known at the end of that day. */
export const CHECK_DAYS = [
  '2022-11-15',
  '2022-12-19',
  '2023-03-06',
  '2023-06-05',
  '2023-10-30',
  '2023-12-04',
].map(day);

/** A dated file and the day on which it came. */
export type Issue = { readonly on: Day; readonly receivedOn: Day };

const EXTRACTS: readonly Issue[] = [
  ['2022-10-28', '2022-10-31'],
  ['2022-11-25', '2022-11-28'],
  ['2022-12-16', '2022-12-19'],
  ['2023-01-27', '2023-01-30'],
  ['2023-02-24', '2023-02-27'],
  ['2023-03-24', '2023-03-27'],
  ['2023-04-28', '2023-05-02'],
  ['2023-05-26', '2023-05-30'],
  ['2023-06-30', '2023-07-03'],
  ['2023-07-28', '2023-07-31'],
  ['2023-08-25', '2023-08-29'],
  ['2023-09-29', '2023-10-02'],
  ['2023-10-27', '2023-10-30'],
  ['2023-11-24', '2023-11-27'],
].map(issue);

/** Late news: the made-up TPP's extract of May 2023 came three weeks late. */
const LATE: Readonly<Record<string, Day>> = { 'TPP 2023-05-26': day('2023-06-19') };

/** From this extract on the made-up suppliers list every practice; before, only those switched on or booked. */
export const FULL_EXTRACTS_FROM = day('2023-06-30');

/** The monthly extracts of one supplier, oldest first. Vision's began with the full ones; Medicus sends none. */
export function extractsOf(supplier: Supplier): readonly Issue[] {
  if (supplier === 'Medicus' || supplier === 'other') return [];
  const sent =
    supplier === 'Vision' ? EXTRACTS.filter(({ on }) => on >= FULL_EXTRACTS_FROM) : EXTRACTS;
  return sent.map((e) => ({ ...e, receivedOn: LATE[`${supplier} ${e.on}`] ?? e.receivedOn }));
}

/** The day on which the first extract dated on or after `on` came: when a setting of that day is known. */
export function shownBy(supplier: Supplier, on: Day): Day {
  const extract = extractsOf(supplier).find((e) => e.on >= on);
  if (extract === undefined) throw new RangeError(`no ${supplier} extract on or after ${on}`);
  return extract.receivedOn;
}

/** The last extract dated before `on`: where a switch-on of that day was announced. */
export function extractBefore(supplier: Supplier, on: Day): Issue {
  const extract = extractsOf(supplier).findLast((e) => e.on < on);
  if (extract === undefined) throw new RangeError(`no ${supplier} extract before ${on}`);
  return extract;
}

/** The days on which ICBs send in their trackers, where they have news. */
const TRACKERS: readonly Day[] = [
  '2022-11-08',
  '2022-11-14',
  '2022-12-12',
  '2023-02-27',
  '2023-04-03',
  '2023-05-30',
  '2023-07-31',
  '2023-10-09',
  '2023-11-13',
  '2023-11-29',
].map(day);

/** The day on which the first tracker on or after `on` came in. */
export function trackerAfter(on: Day): Day {
  const tracker = TRACKERS.find((t) => t >= on);
  if (tracker === undefined) throw new RangeError(`no tracker on or after ${on}`);
  return tracker;
}

/** The quarterly register files (undated, so their day goes beside them). */
export const REGISTER_FILES: readonly Issue[] = [
  ['2022-10-24', '2022-10-24'],
  ['2023-01-27', '2023-01-30'],
  ['2023-04-28', '2023-05-02'],
  ['2023-07-28', '2023-07-31'],
  ['2023-10-27', '2023-10-30'],
].map(issue);

/** The quarterly lists of registered patients, published in the middle of the month. */
export const LIST_FILES: readonly Issue[] = [
  ['2022-10-01', '2022-10-24'],
  ['2023-01-01', '2023-01-12'],
  ['2023-04-01', '2023-04-13'],
  ['2023-07-01', '2023-07-13'],
  ['2023-10-01', '2023-10-12'],
].map(issue);

/** The practice maps: who belongs where, and whose system they are on. */
export const MAP_FILES: readonly Issue[] = [LIST_FILES[0]!, LIST_FILES[4]!];

/** A moment of a day, in UTC. */
export function momentOf(on: Day, time: string): Instant {
  return instant(`${on}T${time}:00.000Z`);
}

function issue(days: readonly string[]): Issue {
  return { on: day(days[0]!), receivedOn: day(days[1]!) };
}
