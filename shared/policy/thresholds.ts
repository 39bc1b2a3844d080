import { day } from '../calendar/day.ts';
import type { PolicyEntry, ThresholdName } from './entry.ts';

type Threshold = { name: ThresholdName; value: number; says: string; source: string };

const HOUSE = 'House convention, applied throughout';

/** Numbers that rules compare with: they hold for every day, so that figures of any two days compare. */
const NUMBERS: readonly Threshold[] = [
  {
    name: 'share-104-over',
    value: 50,
    says: 'Access is mostly blocked where more than 50% of patients are coded 104.',
    source: `${HOUSE}; NHS England later asked for an action plan at the same share (Pulse and Management in Practice, 3 February 2023)`,
  },
  {
    name: 'accounts-with-access-under',
    value: 90,
    says: 'A live practice is restricted where fewer than 90% of its online accounts have access.',
    source: `${HOUSE}; NHS England later used the same share as step 4 of its compliance dashboard (NECSU, July 2024)`,
  },
  {
    name: 'weeks-without-progress',
    value: 8,
    says: 'A practice is stalled after 8 weeks without progress.',
    source: HOUSE,
  },
  {
    name: 'days-until-unknown',
    value: 45,
    says: 'What a practice has switched on is unknown once it was last in a supplier extract more than 45 days ago.',
    source: `${HOUSE}; a monthly extract and two weeks of grace`,
  },
  {
    name: 'days-overdue-booking',
    value: 14,
    says: 'A passed booking is overdue for 14 days, then missed.',
    source: HOUSE,
  },
  {
    name: 'days-incomplete',
    value: 28,
    says: 'Evidence may stay incomplete for 28 days before an alert.',
    source: HOUSE,
  },
  {
    name: 'extracts-missing',
    value: 2,
    says: 'A practice missing from 2 supplier extracts in a row is an alert.',
    source: HOUSE,
  },
];

export const THRESHOLDS: readonly PolicyEntry[] = NUMBERS.map(({ name, value, says, source }) => ({
  id: `threshold-${name}`,
  announcedOn: day('2019-04-01'),
  effectiveFrom: day('2019-04-01'),
  says,
  change: { topic: 'threshold', name, value },
  source,
  supersedes: [],
}));
