import { day } from '../calendar/day.ts';
import type { PolicyEntry } from './entry.ts';

const STEPS = [
  { step: 1, afterWeeks: 0, says: 'The first notice goes out when an alert opens.' },
  { step: 2, afterWeeks: 4, says: 'The second chaser follows 4 weeks after the first notice.' },
  { step: 3, afterWeeks: 12, says: 'The third chaser follows 12 weeks after the first notice.' },
];

/** The chaser ladder of an alert that stays open. */
export const LADDER: readonly PolicyEntry[] = STEPS.map(({ step, afterWeeks, says }) => ({
  id: `ladder-step-${step}`,
  announcedOn: day('2019-04-01'),
  effectiveFrom: day('2019-04-01'),
  says,
  change: { topic: 'ladder-step', step, afterWeeks },
  source: 'House convention, applied throughout',
  supersedes: [],
}));
