import { type Day, type Instant, instant, londonDay } from '../shared/calendar/day.ts';

/** This moment. The one place on this machine that reads the wall clock; everything else is told. */
export function now(): Instant {
  return instant(new Date().toISOString());
}

/** Today in London. */
export function today(): Day {
  return londonDay(now());
}
