import type { Fact } from '../../evidence/fact.ts';

/** A statement that stands while receipts are gone through, and whether a later word has spoken against it. */
type Entry = { fact: Fact; isShaken: boolean };

/**
 * What is left of statements when every sender's receipts are gone through in their order (design rule
 * "Evidence"; corrections): a later word puts out the one that it turns round or fills in; a later row of
 * an extract puts out bookings that it does not give. Takes statements that were not taken back; gives
 * them by id, each from the receipt since which it was said without a break.
 */
export function lastWordsOf(statements: readonly Fact[]): ReadonlyMap<string, Fact> {
  const inOrder = statements.toSorted((a, b) => (receipt(a) < receipt(b) ? -1 : 1));
  const threads = Object.values(Object.groupBy(inOrder, threadName));
  const left = threads.flatMap((said) => leftOf(said!));
  return new Map(left.map((fact) => [fact.id, fact]));
}

function receipt({ receivedAt, source }: Fact): string {
  return `${receivedAt} ${source.uploadId}`;
}

/** What is left of all that one sender said of one practice as at one day, of one thing. */
function leftOf(said: readonly Fact[]): readonly Fact[] {
  const batches = Object.values(Object.groupBy(said, (fact) => fact.receivedAt)).map((b) => b!);
  const standing = new Map<string, Entry>();
  for (const batch of batches) hear(standing, batch);
  const left = [...standing.values()].map(({ fact }) => fact);
  return [...left, ...bookingsLeft(batches, left)];
}

/** Takes in what came at one moment, but for bookings. */
function hear(standing: Map<string, Entry>, batch: readonly Fact[]): void {
  const said = new Set(batch.map(({ id }) => id));
  for (const entry of [...standing.values()]) {
    const isOut = batch.some((fact) => putsOut(fact, entry.fact));
    const isAgainst = batch.some((fact) => speaksAgainst(fact, entry.fact));
    if (isOut && !said.has(entry.fact.id)) standing.delete(entry.fact.id);
    else if (isOut || isAgainst) entry.isShaken = true;
  }
  for (const fact of batch) {
    const entry = standing.get(fact.id);
    const isRepeated = entry !== undefined && (!entry.isShaken || batch.includes(entry.fact));
    if (isRepeated || isBooking(fact)) continue;
    standing.set(fact.id, { fact, isShaken: batch.some((other) => speaksAgainst(other, fact)) });
  }
}

/**
 * A row of an extract gives all bookings that there are: those of the last row are left, from the first
 * row that gave just these, at or after the last news of the settings beside them.
 */
function bookingsLeft(batches: readonly (readonly Fact[])[], beside: readonly Fact[]): Fact[] {
  const rows = batches.map((batch) => batch.filter(isBooking));
  const last = idsOf(rows.at(-1)!);
  const lastOther = rows.findLastIndex((row) => idsOf(row) !== last);
  const isInTime = (at: number) =>
    beside.every(({ receivedAt }) => receivedAt <= batches[at]![0]!.receivedAt);
  const first = rows.findIndex((_, at) => at > lastOther && isInTime(at));
  // Of two uploads of one moment the first stays: it is set last.
  const byId = new Map(rows[first]!.toReversed().map((fact) => [fact.id, fact]));
  return [...byId.values()];
}

function idsOf(row: readonly Fact[]): string {
  return [...new Set(row.map(({ id }) => id))].toSorted().join();
}

function isBooking({ kind }: Fact): boolean {
  return kind === 'switch-on-booked';
}

/** One practice, day and sender, and what tells two things of a kind apart. */
function threadName(fact: Fact): string {
  const { sender } = fact.source;
  return JSON.stringify([fact.practice, fact.asAt, sender.role, sender.org ?? null, topic(fact)]);
}

function topic(fact: Fact): unknown {
  switch (fact.kind) {
    case 'default-access':
    case 'switch-on-booked':
    case 'access-counts':
      return ['row', fact.values.supplier];
    case 'pause-letter':
      return [fact.kind, fact.values.to, fact.values.sentOn, fact.values.document];
    case 'dpia':
    case 'plan':
      return [fact.kind, fact.values.document];
    case 'opt-in-step':
      return [fact.kind, fact.values.step];
    case 'review':
      return [fact.kind, fact.values.of];
    case 'exemption':
      return [fact.kind, fact.values.level, fact.effectiveOn];
    case 'succession': {
      const { direction, other } = fact.values;
      return direction === 'merged-into' ? [direction] : [direction, other];
    }
    case 'reply':
      return [fact.kind, fact.id];
    default:
      return [fact.kind];
  }
}

/** Nothing is left of the older word: its answer is another now, or all that it gave is given anew. */
function putsOut(newer: Fact, older: Fact): boolean {
  if (newer.kind !== older.kind || newer.id === older.id) return false;
  if (newer.kind === 'listing' || isTurnedRound(newer, older)) return true;
  const given = Object.entries(older.values).filter(([, value]) => value !== null);
  return given.every(([name]) => field(newer, name) !== null);
}

function isTurnedRound(newer: Fact, older: Fact): boolean {
  const answer = { 'default-access': 'on', 'declared-status': 'status' }[newer.kind as string];
  return answer !== undefined && field(newer, answer) !== field(older, answer);
}

function speaksAgainst(newer: Fact, older: Fact): boolean {
  if (newer.kind !== older.kind || newer.id === older.id) return false;
  return Object.entries(older.values).some(([name, value]) => {
    const now = field(newer, name);
    return value !== null && now !== null && now !== value;
  });
}

function field({ values }: Fact, name: string): unknown {
  return (values as Readonly<Record<string, unknown>>)[name] ?? null;
}
