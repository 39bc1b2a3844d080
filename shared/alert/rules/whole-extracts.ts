import type { Day } from '../../calendar/day.ts';
import type { PracticeOnDay } from '../../coverage/practice-on-day.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Supplier } from '../../practice/supplier.ts';
import type { Moment } from '../../state/weeks.ts';
import type { WholeExtracts } from './subject.ts';

type Seen = { readonly practices: readonly PracticeOnDay[]; readonly moment: Moment };

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
  const listed = new Map<Supplier, Map<Day, number>>();
  for (const facts of factsByPractice.values()) {
    for (const [supplier, days] of extractDaysOf(facts, clocks)) {
      const counts = listed.get(supplier) ?? new Map<Day, number>();
      for (const on of days) counts.set(on, (counts.get(on) ?? 0) + 1);
      listed.set(supplier, counts);
    }
  }
  return new Map(
    [...listed].map(([supplier, counts]) => {
      const least = LEAST_SHARE * (supplied.get(supplier) ?? 0);
      const whole = [...counts].filter(([, count]) => count >= least).map(([on]) => on);
      return [supplier, whole.sort().reverse()];
    }),
  );
}

/** The days of the extracts that say something of a practice, by supplier. */
function extractDaysOf(
  facts: readonly Fact[],
  { validAt, knownAt }: Moment['clocks'],
): ReadonlyMap<Supplier, ReadonlySet<Day>> {
  const days = new Map<Supplier, Set<Day>>();
  for (const fact of facts) {
    if (
      fact.kind !== 'default-access' &&
      fact.kind !== 'switch-on-booked' &&
      fact.kind !== 'access-counts'
    ) {
      continue;
    }
    if (fact.asAt > validAt || fact.receivedAt > knownAt || fact.source.sender.role === 'icb')
      continue;
    const own = days.get(fact.values.supplier);
    if (own === undefined) days.set(fact.values.supplier, new Set([fact.asAt]));
    else own.add(fact.asAt);
  }
  return days;
}
