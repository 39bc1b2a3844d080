import { addDays, type Day } from '../../calendar/day.ts';
import type { Fact } from '../../evidence/fact.ts';
import { earlierIsGreater, greatest, nearness, ofKind } from './rank.ts';

/** Whether the register leaves a practice out on a day. */
export type Scope = {
  readonly isOut: boolean;
  readonly since: Day | null;
  readonly by: readonly Fact[];
  readonly isListed: boolean;
  readonly isLaterThanDay: boolean;
};

/**
 * Reads the register for one day (design rule "Register"): place and status by the listing nearest to
 * the day; the earliest close date of any listing, and a close without a date said by the day, stand.
 */
export function scopeOn(facts: readonly Fact[], practice: string, on: Day): Scope {
  const listings = ofKind(facts, 'listing');
  const held = greatest(listings, (l) => [...nearness(l, on), l.receivedAt]);
  if (held === undefined) {
    const isOut = practice.startsWith('W');
    return { isOut, since: null, by: [], isListed: false, isLaterThanDay: false };
  }
  const closing = greatest(
    listings.filter((l) => l.values.closedOn !== null),
    (l) => [earlierIsGreater(l.values.closedOn!), earlierIsGreater(l.asAt), l.receivedAt],
  );
  const dated = listings.filter((l) => l.values.openedOn !== null);
  const opening =
    held.values.openedOn === null ? greatest(dated, (l) => [l.asAt, l.receivedAt]) : held;
  const shut = listings.filter((l) => l.values.status === 'closed' && l.values.closedOn === null);
  const undated = greatest(
    shut.filter((l) => l.asAt <= on),
    (l) => [earlierIsGreater(l.asAt), l.receivedAt],
  );
  const openedOn = opening?.values.openedOn ?? null;
  const closedOn = closing?.values.closedOn ?? null;
  const by = [held, closing, opening, undated].filter((l) => l !== undefined);
  const { country, gpPractice, status } = held.values;
  const isElsewhere = country !== 'england' || !gpPractice;
  const isAhead = openedOn !== null && openedOn > on;
  const isPast = closedOn !== null && closedOn < on;
  const isShut = closedOn === null && (undated !== undefined || shut.includes(held));
  const isDormant = status === 'dormant';
  const isNeverOpen = isElsewhere || isAhead;
  let since: Day | null = null;
  if (!isNeverOpen && isPast) since = addDays(closedOn, 1);
  else if (!isNeverOpen && !isShut && isDormant && held.asAt <= on) since = held.asAt;
  const isOut =
    isNeverOpen ||
    isPast ||
    isShut ||
    isDormant ||
    (status === 'proposed' && !(openedOn !== null && openedOn > held.asAt));
  return { isOut, since, by, isListed: true, isLaterThanDay: held.asAt > on };
}
