import type { Instant } from '../calendar/day.ts';
import type { Fact, FactKind, FactOf } from './fact.ts';

/**
 * The last word of each sender. Of what one sender said of one question as at one day, only its latest
 * receipt counts; what it said before falls when the newer word gives something else in its place. An
 * empty cell says nothing, so an older word stays where the newer is silent; only an extract's row
 * without a booking cancels the one that an earlier row of the same day gave. Statements of different
 * senders, and of one upload, never replace each other. (Issue: corrections.)
 *
 * Takes facts that were received by the instant asked about and not taken back, of one practice or of
 * many, in any order and repeated at will; gives each statement that stands once, from the receipt
 * since which it has been said without a break.
 */
export function lastWords(facts: readonly Fact[]): readonly Fact[] {
  const standing = new Set<Fact>();
  for (const said of bySubject(facts).values()) {
    for (const fact of said.length === 1 ? said : standingOf(said)) standing.add(fact);
  }
  const kept = new Set<Fact>();
  for (const fact of facts) if (standing.has(fact)) kept.add(fact);
  return [...kept];
}

/**
 * Which statements of an upload are news beside what stands (`standing`, by `lastWords`, when the upload
 * was received): ids. All that an upload says of one subject is news when any of it is: only so can a
 * later reader tell a row that leaves something out from one that repeats it.
 */
export function newsIn(said: readonly Fact[], standing: readonly Fact[]): ReadonlySet<string> {
  const before = bySubject(standing);
  const news = new Set<string>();
  for (const [subject, those] of bySubject(said)) {
    if (!isNews(those, before.get(subject) ?? [])) continue;
    for (const { id } of those) news.add(id);
  }
  return news;
}

function isNews(said: readonly Fact[], standing: readonly Fact[]): boolean {
  const ids = new Set(said.map(({ id }) => id));
  const since = new Map(standing.map(({ id, receivedAt }) => [id, receivedAt]));
  const others = standing.filter(({ id }) => !ids.has(id));
  if (others.some(isBooking) || isTorn(said)) return true;
  return said.some((fact) => {
    const from = since.get(fact.id);
    return (
      from === undefined ||
      others.some((o) => outdoes(fact, o) || (contradicts(fact, o) && o.receivedAt >= from))
    );
  });
}

/** True where rows of one upload say different things: which of them was the last word never settles. */
function isTorn(said: readonly Fact[]): boolean {
  const beside = said.filter((fact) => !isBooking(fact));
  return beside.some((a) => beside.some((b) => outdoes(a, b) || contradicts(a, b)));
}

function bySubject(facts: readonly Fact[]): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const subject = subjectOf(fact);
    const group = groups.get(subject);
    if (group === undefined) groups.set(subject, [fact]);
    else group.push(fact);
  }
  return groups;
}

/** One practice, day, sender and question: of what is said of one subject the latest receipt counts. */
export function subjectOf(fact: Fact): string {
  const { role, org = '' } = fact.source.sender;
  return `${fact.practice}\n${fact.asAt}\n${role}\n${org}\n${questionOf(fact)}`;
}

/** What a statement answers, apart from all else that its sender says: two letters are two questions. */
function questionOf(fact: Fact): string {
  switch (fact.kind) {
    case 'default-access':
    case 'switch-on-booked':
    case 'access-counts':
      return `extract\n${fact.values.supplier}`;
    case 'pause-letter':
      return `letter\n${fact.values.to}\n${fact.values.sentOn}\n${fact.values.document}`;
    case 'dpia':
    case 'plan':
      return `${fact.kind}\n${fact.values.document}`;
    case 'opt-in-step':
      return fact.values.step;
    case 'review':
      return `review\n${fact.values.of}`;
    case 'exemption':
      return `exemption\n${fact.values.level}\n${fact.effectiveOn}`;
    case 'succession':
      return `${fact.values.direction}\n${fact.values.direction === 'merged-from' ? fact.values.other : ''}`;
    case 'reply':
    case 'retraction':
      return fact.id;
    default:
      return fact.kind;
  }
}

function standingOf(said: readonly Fact[]): readonly Fact[] {
  const bookings = said.filter(isBooking);
  if (bookings.length === 0) return lastWordsIn(said);
  const beside = lastWordsIn(said.filter((fact) => !isBooking(fact)));
  return [...beside, ...lastBookings(said, bookings, beside)];
}

function lastWordsIn(said: readonly Fact[]): readonly Fact[] {
  const standing = said.filter(
    (fact) => !said.some((other) => other.receivedAt > fact.receivedAt && outdoes(other, fact)),
  );
  return [...byId(standing).values()].map((instances) => startOfRun(instances, said));
}

function byId(facts: readonly Fact[]): Map<string, Fact[]> {
  const instances = new Map<string, Fact[]>();
  for (const fact of facts.toSorted(byReceipt)) {
    const those = instances.get(fact.id);
    if (those === undefined) instances.set(fact.id, [fact]);
    else those.push(fact);
  }
  return instances;
}

/** The first of a statement's receipts from which on, up to its last, nothing was said that contradicts it. */
function startOfRun(instances: readonly Fact[], said: readonly Fact[]): Fact {
  const last = instances.at(-1)!.receivedAt;
  const isBroken = (instance: Fact) =>
    said.some(
      (other) =>
        other.receivedAt >= instance.receivedAt &&
        other.receivedAt <= last &&
        contradicts(other, instance),
    );
  return instances.find((one) => one.receivedAt === last || !isBroken(one))!;
}

type Booking = FactOf<'switch-on-booked'>;

/** The bookings of the last row, from the receipt since which they and the settings beside them are the same. */
function lastBookings(
  said: readonly Fact[],
  bookings: readonly Booking[],
  beside: readonly Fact[],
): readonly Booking[] {
  const receipts = [...new Set(said.map(({ receivedAt }) => receivedAt))].sort();
  const bookedAt = (at: Instant) => bookings.filter(({ receivedAt }) => receivedAt === at);
  const idsAt = (at: Instant) => [...new Set(bookedAt(at).map(({ id }) => id))].sort().join();
  const from = beside.reduce((latest, { receivedAt }) => later(latest, receivedAt), receipts[0]!);
  let start = receipts.at(-1)!;
  const wanted = idsAt(start);
  for (const at of receipts.toReversed()) {
    if (at < from || idsAt(at) !== wanted) break;
    start = at;
  }
  return [...byId(bookedAt(start)).values()].map(([first]) => first as Booking);
}

function isBooking(fact: Fact): fact is Booking {
  return fact.kind === 'switch-on-booked';
}

/** The field that decides what a statement says; another value there leaves nothing of an older word. */
const HEADS: Partial<Record<FactKind, string>> = {
  'default-access': 'on',
  'declared-status': 'status',
};

/** True if a later word leaves nothing of an earlier one: it turns it round, or gives every field that it gave. */
function outdoes(later: Fact, earlier: Fact): boolean {
  if (later.id === earlier.id || later.kind !== earlier.kind) return false;
  const [now, before] = [valuesOf(later), valuesOf(earlier)];
  const head = HEADS[later.kind];
  if (head !== undefined && now[head] !== before[head]) return true;
  // A register's listing is a whole record: what it leaves empty is empty.
  if (later.kind === 'listing') return true;
  for (const field in before) if (before[field] !== null && now[field] === null) return false;
  return true;
}

/** True if two statements give different values for a field. */
function contradicts(one: Fact, other: Fact): boolean {
  if (one.id === other.id || one.kind !== other.kind) return false;
  const [ours, theirs] = [valuesOf(one), valuesOf(other)];
  for (const field in ours) {
    const isGiven = ours[field] !== null && theirs[field] !== null;
    if (isGiven && ours[field] !== theirs[field]) return true;
  }
  return false;
}

function valuesOf({ values }: Fact): Readonly<Record<string, unknown>> {
  return values;
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

/** Of two receipts at one moment the upload's id settles which comes first. */
function byReceipt(a: Fact, b: Fact): number {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt ? -1 : 1;
  if (a.source.uploadId === b.source.uploadId) return 0;
  return a.source.uploadId < b.source.uploadId ? -1 : 1;
}
