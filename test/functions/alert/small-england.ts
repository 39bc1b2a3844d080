import type { AlertDeps } from '../../../functions/alert/alert-deps.ts';
import type { RunAsk } from '../../../functions/alert/run-alerts.ts';
import { runAlerts } from '../../../functions/alert/run-alerts.ts';
import { sightOn } from '../../../shared/alert/sight.ts';
import type { Subscription } from '../../../shared/alert/subscription.ts';
import { day, type Instant, instant } from '../../../shared/calendar/day.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { groupByPractice } from '../../../shared/state/practice-on-day.ts';
import { memoryEpisodes, memorySubscriptions } from '../../../shared/store/alert-memory.ts';
import { subscriptionOf } from '../../shared/alert/deliveries.ts';
import {
  booked,
  extract,
  letter,
  listing,
  listSize,
  membership,
  plan,
  succession,
} from '../../shared/builders.ts';
import { postOffice, type Script } from './post-office.ts';

/** In the register, with a list and a supplier. */
const known = (code: string): Fact[] => [
  listing({ code }),
  listSize({ code }),
  membership({ code }),
];

/**
 * Four practices of one ICB in 2023. A81001 pauses and never moves; A81002 has a plan up to 31 July and is
 * switched on on 4 September; A81003 misses its booking of 1 August; A81004 merges into A81001 in September.
 */
const FACTS: readonly Fact[] = [
  ...['A81001', 'A81002', 'A81003', 'A81004'].flatMap(known),
  letter({ code: 'A81001', sentOn: '2022-12-01' }),
  plan({ code: 'A81002', agreedOn: '2023-04-03', targetOn: '2023-07-31', asAt: '2023-04-03' }),
  ...extract({ code: 'A81002', asAt: '2023-09-05', on: true, since: '2023-09-04' }),
  ...extract({ code: 'A81003', asAt: '2023-06-01' }),
  booked({ code: 'A81003', asAt: '2023-06-01', on: '2023-08-01' }),
  ...extract({ code: 'A81003', asAt: '2023-08-04' }),
  booked({ code: 'A81003', asAt: '2023-08-04', on: '2023-08-01' }),
  succession({ code: 'A81004', other: 'A81001', effectiveOn: '2023-09-01', asAt: '2023-09-01' }),
  listing({ code: 'A81004', status: 'closed', closedOn: '2023-08-31', asAt: '2023-09-01' }),
];

/** A commissioner who hears weekly and of bookings at once, and a practice that hears of itself. */
const SUBSCRIBED: readonly Subscription[] = [
  subscriptionOf({
    id: 'icb',
    since: day('2023-01-01'),
    paces: { ...subscriptionOf().paces, 'booking-missed': 'immediate' },
  }),
  subscriptionOf({
    id: 'practice',
    since: day('2023-01-01'),
    audience: 'practice',
    scope: { type: 'practices', codes: ['A81002' as never] },
  }),
];

/** The alert step on stores in memory, with a carrier that counts. */
export function smallEngland(script?: Script, facts: readonly Fact[] = FACTS) {
  const office = postOffice(script);
  const grouped = groupByPractice(facts);
  const deps: AlertDeps = {
    ...office.deps,
    episodes: memoryEpisodes(),
    subscriptions: memorySubscriptions(SUBSCRIBED),
    look: async (clocks) => sightOn(grouped, { ...clocks, rulesAt: clocks.validAt }),
    headlines: async () => new Map(),
    links: () => ({ episode: () => null, unsubscribe: null, all: null, submit: null }),
    madeUp: false,
  };
  return { ...office, deps, run: runAlerts(deps) };
}

/** A run on a day, in its evening; with the week's digests where it is their Monday. */
export function runOn(on: string, week: string | null = null): RunAsk {
  const knownAt: Instant = instant(week === null ? `${on}T18:00:00.000Z` : `${on}T06:00:00.000Z`);
  return { validAt: day(on), knownAt, week: week === null ? null : day(week) };
}
