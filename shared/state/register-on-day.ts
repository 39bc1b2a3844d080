import { addDays, type Day } from '../calendar/day.ts';
import type { FactOf } from '../evidence/fact.ts';
import type { PracticeCode } from '../practice/code.ts';

/** Why a practice is no open English GP practice on a day; `since` where the register dates it. */
export type OutOfScope = { readonly reason: string; readonly since: Day | null };

/** What the register says of a practice on a day. */
export type RegisterOnDay = {
  readonly listing: FactOf<'listing'> | null;
  /** The listing is of a later day, because none is of this day or earlier. */
  readonly laterThanDay: boolean;
  /** Every listing that the answer rests on. */
  readonly used: readonly FactOf<'listing'>[];
  /** Null: an open English GP practice, or one that the register does not know. */
  readonly outOfScope: OutOfScope | null;
};

/** Picks what holds on a day: the latest said of that day or before, else the earliest said after it. */
export function holdingOn<T extends { readonly asAt: Day }>(
  said: readonly T[],
  on: Day,
): T | undefined {
  let best: T | undefined;
  for (const one of said)
    if (best === undefined || holdsRather(one.asAt, best.asAt, on)) best = one;
  return best;
}

function holdsRather(asAt: Day, other: Day, on: Day): boolean {
  if (asAt <= on) return other > on || asAt > other;
  return other > on && asAt < other;
}

/**
 * The register's word on a day. Status and place come from the listing that holds; open and close
 * dates always apply, whichever file gave them, and the earliest close date stays: a later file never
 * reopens a practice. A practice is open on its close date and closed from the day after.
 * A code that no register file lists is kept in scope, unless its form is Welsh.
 */
export function registerOnDay(
  practice: PracticeCode,
  listings: readonly FactOf<'listing'>[],
  on: Day,
): RegisterOnDay {
  const sorted = listings.length > 1 ? [...listings].sort(byDateThenLatestReceiptFirst) : listings;
  const listing = holdingOn(sorted, on) ?? null;
  if (listing === null) {
    const outOfScope = practice.startsWith('W') ? { reason: 'is in Wales', since: null } : null;
    return { listing, laterThanDay: false, used: [], outOfScope };
  }
  const closing = sorted.reduce(earlierClose, undefined);
  const opening =
    listing.values.openedOn === null ? sorted.reduce(laterOpening, undefined) : listing;
  const used = [...new Set([listing, closing, opening].filter((l) => l !== undefined))];
  const closedOn = closing?.values.closedOn ?? null;
  const openedOn = opening?.values.openedOn ?? null;
  const undatedClosing = sorted.find((l) => l.asAt <= on && isClosedWithoutDate(l));
  if (undatedClosing !== undefined) used.push(undatedClosing);
  const isClosed = undatedClosing !== undefined || isClosedWithoutDate(listing);
  const outOfScope = whyOut({ listing, on, openedOn, closedOn, isClosed });
  return { listing, laterThanDay: listing.asAt > on, used, outOfScope };
}

type Dates = {
  listing: FactOf<'listing'>;
  on: Day;
  openedOn: Day | null;
  closedOn: Day | null;
  /** Some file up to the day, or the one that holds, said so without a date. */
  isClosed: boolean;
};

function whyOut({ listing, on, openedOn, closedOn, isClosed }: Dates): OutOfScope | null {
  const { country, gpPractice, status } = listing.values;
  if (country !== 'england') {
    return { reason: country === 'wales' ? 'is in Wales' : 'is not in England', since: null };
  }
  if (!gpPractice) return { reason: 'is not a GP practice', since: null };
  if (openedOn !== null && openedOn > on) return { reason: 'is not yet open', since: null };
  if (closedOn !== null && closedOn < on) {
    return { reason: 'is closed', since: addDays(closedOn, 1) };
  }
  // A later file that knows the close date says "closed" of a practice that was still open on this day.
  if (isClosed && closedOn === null) return { reason: 'is closed', since: null };
  if (status === 'dormant') {
    return { reason: 'is dormant', since: listing.asAt <= on ? listing.asAt : null };
  }
  // Proposed while its open date was still ahead, it is open once that day has come.
  if (status === 'proposed' && (openedOn === null || openedOn <= listing.asAt)) {
    return { reason: 'is proposed, not yet open', since: null };
  }
  return null;
}

function isClosedWithoutDate({ values }: FactOf<'listing'>): boolean {
  return values.status === 'closed' && values.closedOn === null;
}

/** Of one date the first counts, as it is the one received later. */
function laterOpening(
  best: FactOf<'listing'> | undefined,
  one: FactOf<'listing'>,
): FactOf<'listing'> | undefined {
  if (one.values.openedOn === null) return best;
  return best === undefined || one.asAt > best.asAt ? one : best;
}

function earlierClose(
  best: FactOf<'listing'> | undefined,
  one: FactOf<'listing'>,
): FactOf<'listing'> | undefined {
  if (one.values.closedOn === null) return best;
  if (best === undefined) return one;
  return one.values.closedOn < best.values.closedOn! ? one : best;
}

/** Of two listings of one date the one received later is a correction: it comes first, so that it is picked. */
function byDateThenLatestReceiptFirst(a: FactOf<'listing'>, b: FactOf<'listing'>): number {
  if (a.asAt !== b.asAt) return a.asAt < b.asAt ? -1 : 1;
  if (a.receivedAt !== b.receivedAt) return a.receivedAt > b.receivedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
