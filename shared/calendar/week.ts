import type { Clocks } from './clocks.ts';
import { addDays, type Day, daysBetween, sixOClockInLondon } from './day.ts';

/** A Monday that everybody agrees on. */
const A_MONDAY = '2022-10-31' as Day;

/** True for a Monday. */
export function isMonday(on: Day): boolean {
  return daysBetween(A_MONDAY, on) % 7 === 0;
}

/** The Monday of a day's week. */
export function mondayOf(on: Day): Day {
  return addDays(on, -(((daysBetween(A_MONDAY, on) % 7) + 7) % 7));
}

/** The clocks of a week's release: that Monday, what was known at 06:00 in London, the rules of that day. */
export function clocksOfWeek(week: Day): Clocks {
  return { validAt: week, knownAt: sixOClockInLondon(week), rulesAt: week };
}

/** The Mondays from one to another, both included. */
export function mondays(from: Day, to: Day): readonly Day[] {
  const weeks: Day[] = [];
  for (let week = mondayOf(from); week <= to; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}
