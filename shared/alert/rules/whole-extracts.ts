import type { Day } from '../../calendar/day.ts';
import type { PracticeOnDay } from '../../coverage/practice-on-day.ts';
import type { Fact, FactOf } from '../../evidence/fact.ts';
import { knownFacts } from '../../evidence/known.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Supplier } from '../../practice/supplier.ts';
import type { Moment } from '../../state/weeks.ts';
import type { WholeExtracts } from './subject.ts';

type Seen = {
  readonly practices: readonly (Pick<PracticeOnDay, 'supplier'> & {
    readonly decision: Pick<PracticeOnDay['decision'], 'status'>;
  })[];
  readonly moment: Moment;
};

/** An extract that lists fewer than this share of a supplier's practices says nothing of those that it leaves out. */
const LEAST_SHARE = 0.5;

/**
 * The extracts of each supplier, known and dated up to the day, that list at least half of the practices
 * in scope whose supplier it is on the day: early ones listed only those switched on. One that an ICB
 * passed on lists its own practices alone and is not counted.
 */
export function wholeExtracts(
  factsByPractice: ReadonlyMap<PracticeCode, readonly Fact[]>,
  { practices, moment: { clocks } }: Seen,
): WholeExtracts {
  const supplied = new Map<Supplier, number>();
  for (const { supplier, decision } of practices) {
    if (supplier === null || decision.status === 'out-of-scope') continue;
    supplied.set(supplier, (supplied.get(supplier) ?? 0) + 1);
  }
  const listed = new Map<Supplier, Map<Day, Listed>>();
  for (const facts of factsByPractice.values()) {
    let last: OfExtract | null = null;
    for (const fact of standing(facts, clocks)) {
      if (!isOfExtract(fact) || (last !== null && isOfSameRow(fact, last))) continue;
      if (fact.asAt > clocks.validAt || fact.receivedAt > clocks.knownAt) continue;
      if (fact.source.sender.role === 'icb') continue;
      last = fact;
      count(fact, listed);
    }
  }
  return new Map(
    [...listed].map(([supplier, days]) => {
      const least = LEAST_SHARE * (supplied.get(supplier) ?? 0);
      const whole = [...days].filter(([, { practices }]) => practices >= least).map(([on]) => on);
      return [supplier, whole.sort().reverse()];
    }),
  );
}

/** An extract that was withdrawn lists nobody; nearly all practices have had nothing taken back. */
function standing(facts: readonly Fact[], { knownAt }: Moment['clocks']): readonly Fact[] {
  const isTakenBack = facts.some(({ kind }) => kind === 'retraction');
  return isTakenBack ? knownFacts(facts, knownAt) : facts;
}

/** What one row of an extract says mostly comes together, and is counted once. */
function isOfSameRow(fact: OfExtract, last: OfExtract): boolean {
  return fact.asAt === last.asAt && fact.values.supplier === last.values.supplier;
}

/** How many practices an extract lists; `last` was counted last, so that several facts of one count it once. */
type Listed = { practices: number; last: PracticeCode };

function count({ practice, asAt, values }: OfExtract, listed: Map<Supplier, Map<Day, Listed>>) {
  let days = listed.get(values.supplier);
  if (days === undefined) {
    days = new Map();
    listed.set(values.supplier, days);
  }
  const extract = days.get(asAt);
  if (extract === undefined) days.set(asAt, { practices: 1, last: practice });
  else if (extract.last !== practice) {
    extract.practices++;
    extract.last = practice;
  }
}

type OfExtract = FactOf<'default-access' | 'switch-on-booked' | 'access-counts'>;

/** True of what a supplier's extract says of a practice: any of these shows that it lists it. */
function isOfExtract(fact: Fact): fact is OfExtract {
  const { kind } = fact;
  return kind === 'default-access' || kind === 'switch-on-booked' || kind === 'access-counts';
}
