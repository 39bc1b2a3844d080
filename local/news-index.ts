import { groupByPractice } from '../shared/state/practice-on-day.ts';
import type { FactsIndex, Ledger } from '../shared/store/ports.ts';

/** From so many practices on, one pass over the ledger is quicker than a query for each. */
const PRACTICES_TO_QUERY = 200;

/** The index for the state step; before many practices are worked out it can be told to look ahead. */
export type NewsIndex = FactsIndex & {
  /** Reads the ledger once when so many practices are to come; `done` lets go of what was read. */
  lookAhead(practices: number): Promise<{ done(): void }>;
};

/**
 * The index by practice, answered from the ledger while many practices are worked out: the ledger is
 * the truth that the index is made from, and thousands of queries would take most of the time.
 */
export function newsIndex(index: FactsIndex, ledger: Pick<Ledger, 'all'>): NewsIndex {
  let read: ReturnType<typeof groupByPractice> | undefined;
  return {
    add: (facts) => index.add(facts),
    of: async (practice) => (read === undefined ? index.of(practice) : (read.get(practice) ?? [])),
    async lookAhead(practices) {
      if (practices >= PRACTICES_TO_QUERY) read = groupByPractice(await ledger.all());
      return {
        done() {
          read = undefined;
        },
      };
    },
  };
}
