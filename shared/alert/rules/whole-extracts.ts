import type { Day } from '../../calendar/day.ts';
import type { PracticeOnDay } from '../../coverage/practice-on-day.ts';
import type { Fact, FactOf } from '../../evidence/fact.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Supplier } from '../../practice/supplier.ts';
import type { WholeExtracts } from './subject.ts';

/** What of a practice says whose extracts ought to list it. */
export type SuppliedPractice = Pick<PracticeOnDay, 'supplier'> & {
  readonly decision: Pick<PracticeOnDay['decision'], 'status'>;
};

/** An extract that lists fewer than this share of a supplier's practices says nothing of those that it leaves out. */
const LEAST_SHARE = 0.5;

/** Counts how many practices each extract lists, practice by practice. */
export type ExtractCounts = {
  /** Takes all that is known of one practice. */
  readonly add: (known: readonly Fact[]) => void;
  /**
   * The extracts of each supplier, dated up to the day, that list at least half of the practices in scope
   * whose supplier it is on the day: early ones listed only those switched on. One that an ICB passed on
   * lists its own practices alone and is not counted.
   */
  readonly whole: (practices: readonly SuppliedPractice[]) => WholeExtracts;
};

/** Begins to count the extracts that are dated up to a day. */
export function extractCounts(validAt: Day): ExtractCounts {
  const listed = new Map<Supplier, Map<Day, Listed>>();
  return {
    add(known) {
      let last: OfExtract | null = null;
      for (const fact of known) {
        if (!isOfExtract(fact) || (last !== null && isOfSameRow(fact, last))) continue;
        if (fact.asAt > validAt || fact.source.sender.role === 'icb') continue;
        last = fact;
        count(fact, listed);
      }
    },
    whole: (practices) => wholeAmong(listed, practices),
  };
}

function wholeAmong(
  listed: ReadonlyMap<Supplier, ReadonlyMap<Day, Listed>>,
  practices: readonly SuppliedPractice[],
): WholeExtracts {
  const supplied = new Map<Supplier, number>();
  for (const { supplier, decision } of practices) {
    if (supplier === null || decision.status === 'out-of-scope') continue;
    supplied.set(supplier, (supplied.get(supplier) ?? 0) + 1);
  }
  return new Map(
    [...listed].map(([supplier, days]) => {
      const least = LEAST_SHARE * (supplied.get(supplier) ?? 0);
      const whole = [...days].filter(([, { practices }]) => practices >= least).map(([on]) => on);
      return [supplier, whole.sort().reverse()];
    }),
  );
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
