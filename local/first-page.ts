import { type Day, day, endOfLondonDay } from '../shared/calendar/day.ts';
import { coverageTable } from '../shared/coverage/coverage-table.ts';
import type { Fact } from '../shared/evidence/fact.ts';
import { figuresAt } from './figures.ts';
import { headline } from './headline.ts';

/** The last Monday of the sample's story. */
export const LAST_MONDAY = day('2023-12-04');

/** What `npm start` shows first: the national headline on a day, and its ICBs. */
export function firstPage(facts: readonly Fact[], on: Day): string {
  const figures = figuresAt(facts, { validAt: on, knownAt: endOfLondonDay(on), rulesAt: on });
  const [national] = figures({ by: 'national', denominator: 'open' });
  const icbs = figures({ by: 'icb', denominator: 'open' });
  return `${headline(national!)}\n\n${coverageTable(icbs)}`;
}
