import type { Clocks } from '../calendar/clocks.ts';
import type { Day } from '../calendar/day.ts';
import { clocksOfWeek } from '../calendar/week.ts';
import type { Fact } from '../evidence/fact.ts';
import type { PolicyEntry, PolicyInForce } from '../policy/entry.ts';
import { POLICY } from '../policy/timeline.ts';
import type { PracticeCode } from '../practice/code.ts';
import { listFileOn, listFilesKnown } from '../state/list-file.ts';
import { type PracticeInView, practiceInView } from '../state/practice-on-day.ts';
import { momentAt } from '../state/weeks.ts';
import type { Found } from './found.ts';
import { foundOf } from './rules/found-of.ts';
import { wholeExtracts } from './rules/whole-extracts.ts';

type Grouped = ReadonlyMap<PracticeCode, readonly Fact[]>;

/** All that a run sees: what was found of every practice, under the clocks and rules of its day. */
export type Sight = {
  readonly clocks: Clocks;
  readonly policy: PolicyInForce;
  readonly found: ReadonlyMap<PracticeCode, Found>;
  /** The facts that it was seen by. */
  readonly facts: Grouped;
};

/**
 * Looks at every practice on one day. Takes all facts there are, by practice, and gives what the rules
 * of alerts find of each, in the order given. `entries`: another policy than the one in force.
 */
export function sightOn(
  facts: Grouped,
  clocks: Clocks,
  entries: readonly PolicyEntry[] = POLICY,
): Sight {
  const moment = momentAt(clocks, entries);
  const listDay = listFileOn(listFilesKnown(facts, clocks.knownAt), clocks.validAt);
  const inView: PracticeInView[] = [];
  for (const own of facts.values()) {
    const seen = practiceInView(own, moment, listDay);
    if (seen !== null) inView.push(seen);
  }
  const extracts = wholeExtracts(facts, { practices: inView.map((s) => s.practice), moment });
  const found = new Map<PracticeCode, Found>();
  for (const seen of inView) {
    found.set(seen.practice.decision.practice, foundOf({ ...seen, extracts }));
  }
  return { clocks, policy: moment.policy, found, facts };
}

/** The same for each of some Mondays, as known at 06:00 of the day. */
export function* sightsByWeek(
  facts: Grouped,
  weeks: readonly Day[],
  entries: readonly PolicyEntry[] = POLICY,
): Generator<Sight, void> {
  for (const week of weeks) yield sightOn(facts, clocksOfWeek(week), entries);
}
