import type { Day } from '../../calendar/day.ts';
import type { Fact, FactOf } from '../../evidence/fact.ts';
import type { Supplier } from '../../practice/supplier.ts';
import { earlierIsGreater, greatest, ofKind, ranked, word, wordNear } from './rank.ts';

type Extract = FactOf<'default-access'>;

/** What the extracts of the supplier in force, and of others, show on a day. */
export type Shown = {
  readonly held: Extract | undefined;
  /** Another extract of the same date that shows the opposite. */
  readonly opposite: Extract | undefined;
  /** The extract that dates the held setting: of the unbroken run the earliest in effect. */
  readonly start: Extract | undefined;
  readonly lastOn: Extract | undefined;
  readonly onElsewhere: Extract | undefined;
  readonly booking: FactOf<'switch-on-booked'> | undefined;
  readonly firstBooked: FactOf<'switch-on-booked'> | undefined;
  readonly counts: Counts | undefined;
};

/** Counts as at one day: a cell that the newest row leaves empty is taken from the row that it corrects. */
export type Counts = {
  readonly asAt: Day;
  readonly of: (name: 'onlineAccounts' | 'accountsWithAccess' | 'patients104') => number | null;
  readonly by: readonly Fact[];
};

const extractRank = (e: Extract) => [
  e.asAt,
  e.values.on ? '1' : '0',
  earlierIsGreater(e.effectiveOn),
];

/** Reads configuration, booking and counts of one day (design rule "State": configurations, bookings). */
export function shownOn(facts: readonly Fact[], supplier: Supplier | null, on: Day): Shown {
  const inEffect = ofKind(facts, 'default-access').filter((e) => e.effectiveOn <= on);
  const own = ranked(
    inEffect.filter((e) => e.values.supplier === supplier),
    extractRank,
  );
  const held = own[0];
  const other = own.find((e) => e.values.on !== held?.values.on);
  const run = other === undefined ? own : own.slice(0, own.indexOf(other));
  const startsOn = run.map((e) => e.effectiveOn).toSorted()[0];
  const elsewhere = inEffect.filter(
    (e) => e.values.supplier !== supplier && e.values.on && e.asAt <= on,
  );
  return {
    held,
    opposite: other?.asAt === held?.asAt ? other : undefined,
    start: run.findLast((e) => e.effectiveOn === startsOn),
    lastOn: held?.values.on === false ? other : undefined,
    onElsewhere: greatest(elsewhere, extractRank),
    ...bookedOn(facts, supplier, on),
    counts: countsIn(
      ranked(
        countsOf(facts, supplier).filter((c) => c.effectiveOn <= on),
        wordNear(on),
      ),
    ),
  };
}

function countsIn(inOrder: readonly FactOf<'access-counts'>[]): Counts | undefined {
  const [first] = inOrder;
  if (first === undefined) return undefined;
  const { role, org } = first.source.sender;
  const row = inOrder.filter(
    ({ asAt, source: { sender } }) =>
      asAt === first.asAt && sender.role === role && sender.org === org,
  );
  const of: Counts['of'] = (name) =>
    row.map(({ values }) => values[name]).find((count) => count !== null) ?? null;
  return { asAt: first.asAt, of, by: row };
}

/** The booking in the latest extract up to the day: one without a date has cancelled what was booked before. */
function bookedOn(facts: readonly Fact[], supplier: Supplier | null, on: Day) {
  const rows = [
    ...ofKind(facts, 'default-access'),
    ...ofKind(facts, 'switch-on-booked'),
    ...ofKind(facts, 'access-counts'),
  ].filter((row) => row.values.supplier === supplier && row.asAt <= on);
  const latest = rows.map((row) => row.asAt).reduce((a, b) => (a > b ? a : b), '' as Day);
  const bookings = ofKind(rows, 'switch-on-booked');
  const booking = greatest(
    bookings.filter((b) => b.asAt === latest),
    word,
  );
  const same = bookings.filter((b) => b.values.on === booking?.values.on);
  return { booking, firstBooked: ranked(same, word).at(-1) };
}

function countsOf(facts: readonly Fact[], supplier: Supplier | null) {
  return ofKind(facts, 'access-counts').filter((c) => c.values.supplier === supplier);
}
