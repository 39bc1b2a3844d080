import * as z from 'zod';
import type { Clocks } from '../../../shared/calendar/clocks.ts';
import { addDays, type Day, isDay } from '../../../shared/calendar/day.ts';
import { clocksOfWeek, mondayOf } from '../../../shared/calendar/week.ts';
import {
  DENOMINATORS,
  SCOPE_TYPES,
  type ScopeType,
} from '../../../shared/coverage/coverage-row.ts';

const week = z
  .string()
  .refine((text) => text === '' || isDay(text), 'Name a week by a day of it, as 2023-12-04')
  .transform((text): Day | undefined => (text === '' ? undefined : mondayOf(text as Day)))
  .optional();

/** Two weeks to hold against each other. */
export const WeeksQuery = {
  from: week.describe(
    'A day of the earlier week, by its Monday; the week before the later one where none is named',
  ),
  to: week.describe('A day of the later week; this week where none is named'),
  denominator: z
    .enum(DENOMINATORS, `Name one of: ${DENOMINATORS.join(', ')}`)
    .default('open')
    .describe('Which practices are counted'),
};

type Pair = { readonly from?: Day | undefined; readonly to?: Day | undefined };

/** Of two weeks that are named the earlier comes first: else every change would read as its opposite. */
export function isInOrder({ from, to }: Pair): boolean {
  return from === undefined || to === undefined || from < to;
}
export const OUT_OF_ORDER = {
  message: 'Name the earlier week first, and a later one second',
  path: ['from'],
};

/** How the figures are cut. */
export const byQuery = (otherwise: ScopeType) =>
  z
    .enum(SCOPE_TYPES, `Name one of: ${SCOPE_TYPES.join(', ')}`)
    .default(otherwise)
    .describe('One row for each of these');

/** The clocks of two weeks, each as its release has them: known at 6am, under the rules of its day. */
export type Weeks = { readonly from: Clocks; readonly to: Clocks };

/** The weeks that are meant; without any those of the last release and the one before. */
export function weeksAsked({ from, to }: Pair, today: Day): Weeks {
  const later = to ?? (from === undefined ? mondayOf(today) : addDays(from, 7));
  return { from: clocksOfWeek(from ?? addDays(later, -7)), to: clocksOfWeek(later) };
}

/** The clocks of a week as a link has them. */
export function clocksOn({ validAt, knownAt, rulesAt }: Clocks, before: '?' | '&'): string {
  return `${before}valid-at=${validAt}&known-at=${knownAt}&rules-at=${rulesAt}`;
}
