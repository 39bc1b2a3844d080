import { type Instant, londonDay } from '../../calendar/day.ts';
import type { Place } from '../../coverage/practice-on-day.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { PracticeCode } from '../../practice/code.ts';
import { placeOf } from '../../state/practice-on-day.ts';

/** Where a practice is on the day of an act, by what was known at its moment; null where nobody has said. */
export function placeThen(facts: readonly Fact[], practice: PracticeCode, at: Instant): Place {
  const on = londonDay(at);
  const own = facts.filter((fact) => fact.practice === practice);
  return placeOf(own, { validAt: on, knownAt: at, rulesAt: on });
}
