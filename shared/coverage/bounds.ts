import { addDays, type Day } from '../calendar/day.ts';
import type { PolicyInForce } from '../policy/entry.ts';
import type { PracticeOnDay } from './practice-on-day.ts';

/** What is certain of a practice: seen live, seen not live, or nothing. */
export type Certainty = 'live' | 'not-live' | 'unknown';

/**
 * The first day on which a sighting still counts as fresh, by the threshold in force
 * (45 days: a sighting of 45 days ago is fresh, one of 46 is not). Null: sightings never age.
 */
export function freshFrom({ validAt, thresholds }: PolicyInForce): Day | null {
  const entry = thresholds['days-until-unknown'];
  return entry === null ? null : addDays(validAt, -entry.change.value);
}

/**
 * Puts a practice on one side of the bounds or between them (design rule on bounds): unknown is a
 * conflict, no configuration ever seen, or one last seen before `fresh`. The lower bound counts the
 * live, the upper the live and every unknown; a live practice not seen lately is unknown, so the
 * share of live practices always lies between the two.
 */
export function certaintyOf(practice: PracticeOnDay, fresh: Day | null): Certainty {
  const { decision, configurationSeenOn: seenOn } = practice;
  if (decision.status === 'conflict' || seenOn === null) return 'unknown';
  if (fresh !== null && seenOn < fresh) return 'unknown';
  return decision.status === 'live' ? 'live' : 'not-live';
}
