import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day, day } from '../../../../shared/calendar/day.ts';
import type { WeekOfHistory } from '../../../../shared/coverage/forecast/history.ts';

export const FIRST_WEEK = day('2022-10-31');

/** Weeks with so many of 100 practices live. */
export function weeksWith(live: readonly number[], practices = 100): readonly WeekOfHistory[] {
  return live.map((count, i) => ({
    week: addDays(FIRST_WEEK, 7 * i),
    practices,
    live: count,
    newlyLive: i === 0 ? null : Math.max(0, count - live[i - 1]!),
  }));
}

/** So many weeks that begin with `from` live practices and gain `each` a week. */
export function steady(weeks: number, from: number, each: number): readonly WeekOfHistory[] {
  return weeksWith(Array.from({ length: weeks }, (_, i) => from + i * each));
}

/** The weeks of the made-up sample: England's, or each ICB's. */
export function sampleWeeks(level: 'national' | 'icb'): readonly (readonly WeekOfHistory[])[] {
  const text = readFileSync(join(import.meta.dirname, 'fixtures/sample-weeks.txt'), 'utf8');
  const lines = text
    .trim()
    .split('\n')
    .filter((line) => line.startsWith(`${level} `));
  return lines.map((line) => {
    const [, , first, ...weeks] = line.split(' ');
    return weeks.map((week, i) => weekFrom(week, addDays(day(first!), 7 * i)));
  });
}

function weekFrom(text: string, week: Day): WeekOfHistory {
  const [practices, live, newlyLive] = text.split('/');
  return {
    week,
    practices: Number(practices),
    live: Number(live),
    newlyLive: newlyLive === '-' ? null : Number(newlyLive),
  };
}
