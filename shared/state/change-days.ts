import { addDays, type Day, isDay } from '../calendar/day.ts';
import type { Fact } from '../evidence/fact.ts';
import type { PolicyEntry } from '../policy/entry.ts';

/**
 * The days on which one fact that is known can change an answer though nothing new arrives: when it
 * begins to speak (`effectiveOn`, `asAt`), when a day that it names has come, when that day is over, and
 * for a booking when it has been overdue for the days that policy allows. On no other day can it.
 */
export function changeDaysOf(fact: Fact, overdueDays: number): readonly Day[] {
  const { effectiveOn, asAt, values } = fact;
  const days = [effectiveOn, asAt];
  for (const on of daysIn(values)) days.push(on, addDays(on, 1));
  if (fact.kind === 'switch-on-booked') days.push(addDays(fact.values.on, 1 + overdueDays));
  return days;
}

/** The days on which a rule that was announced can change an answer: the same for the days that it names. */
export function changeDaysOfRule(entry: PolicyEntry, overdueDays: number): readonly Day[] {
  const named = daysIn(entry.change);
  return [
    entry.effectiveFrom,
    ...named.flatMap((on) => [on, addDays(on, 1), addDays(on, 1 + overdueDays)]),
  ];
}

function daysIn(values: object): readonly Day[] {
  return Object.values(values).filter(
    (value): value is Day => typeof value === 'string' && isDay(value),
  );
}
