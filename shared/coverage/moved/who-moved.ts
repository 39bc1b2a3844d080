import type { Clocks } from '../../calendar/clocks.ts';
import type { Day } from '../../calendar/day.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { PolicyEntry } from '../../policy/entry.ts';
import type { PracticeCode } from '../../practice/code.ts';
import {
  type Change,
  changesBetween,
  momentAt,
  practicesByWeek,
  type WeeksAsk,
} from '../../state/weeks.ts';
import type { Denominator } from '../coverage-row.ts';
import type { Leg } from './leg.ts';
import { type LegsAsk, legsOf } from './legs-of.ts';

type Grouped = ReadonlyMap<PracticeCode, readonly Fact[]>;

/** `entries`: the policy at both, `fromEntries`: at the earlier one, where a what-if had another. */
export type WhoMovedAsk = {
  readonly from: Clocks;
  readonly to: Clocks;
  readonly denominator: Denominator;
  readonly entries?: readonly PolicyEntry[];
  readonly fromEntries?: readonly PolicyEntry[];
};

/**
 * Who moved between two releases, and why: legs sorted by practice code, those of one practice in the
 * order in which they follow on from each other. Their parts add up exactly to the later coverage less the
 * earlier, in practices, statuses and patients, at every level. A practice of which nothing can have
 * changed is not decided. Any two clocks will do, also the later first. (Design: who moved.)
 */
export function whoMoved(factsByPractice: Grouped, ask: WhoMovedAsk): readonly Leg[] {
  const from = momentAt(ask.from, ask.fromEntries ?? ask.entries);
  const to = momentAt(ask.to, ask.entries);
  const changes = changesBetween(factsByPractice, from, to);
  return legsSorted(changes, { from, to, denominator: ask.denominator });
}

/** Who moved in one week, from the one before. */
export type WeekOfMoves = {
  readonly from: Day;
  readonly week: Day;
  readonly legs: readonly Leg[];
};

/** Who moved week by week: one walk over the weeks, and only what changed in each is looked at. */
export function* whoMovedByWeek(
  factsByPractice: Grouped,
  ask: WeeksAsk & { readonly denominator: Denominator },
): Generator<WeekOfMoves, void> {
  let before: (LegsAsk['from'] & { readonly week: Day }) | undefined;
  for (const { week, clocks, policy, changed } of practicesByWeek(factsByPractice, ask)) {
    const to = { week, clocks, policy };
    if (before !== undefined) {
      const { denominator } = ask;
      yield {
        from: before.week,
        week,
        legs: legsSorted(changed, { from: before, to, denominator }),
      };
    }
    before = to;
  }
}

function legsSorted(changes: readonly Change[], ask: LegsAsk): readonly Leg[] {
  const legs = changes.flatMap((change) => legsOf(change, ask));
  // Sorting is stable, so the legs of one practice stay in their order.
  return legs.sort((a, b) => (a.practice === b.practice ? 0 : a.practice < b.practice ? -1 : 1));
}
