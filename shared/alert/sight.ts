import type { Clocks } from '../calendar/clocks.ts';
import type { Day } from '../calendar/day.ts';
import { clocksOfWeek } from '../calendar/week.ts';
import type { Fact } from '../evidence/fact.ts';
import type { PolicyEntry, PolicyInForce } from '../policy/entry.ts';
import { POLICY } from '../policy/timeline.ts';
import type { PracticeCode } from '../practice/code.ts';
import type { Supplier } from '../practice/supplier.ts';
import type { Status } from '../state/decision.ts';
import { listFileOn, listFilesKnown } from '../state/list-file.ts';
import { type PracticeInView, practiceInView } from '../state/practice-on-day.ts';
import { momentAt } from '../state/weeks.ts';
import type { Found } from './found.ts';
import { foundOf } from './rules/found-of.ts';
import type { WholeExtracts } from './rules/subject.ts';
import { extractCounts } from './rules/whole-extracts.ts';

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
  const found = new Map<PracticeCode, Found>();
  const supplied: Supplied[] = [];
  const counts = extractCounts(clocks.validAt);
  for (const own of facts.values()) {
    const seen = practiceInView(own, moment, listDay);
    if (seen === null) continue;
    found.set(seen.practice.decision.practice, foundOf({ ...seen, extracts: NONE }));
    supplied.push(suppliedIn(seen));
    counts.add(seen.known);
  }
  const extracts = counts.whole(supplied);
  // Which extracts a practice is missing from is only known now. Thousands of views kept until then cost
  // more than to look at some practices twice.
  for (const one of supplied) {
    const code = one.decision.practice;
    const seen = isLeftOut(one, extracts)
      ? practiceInView(facts.get(code)!, moment, listDay)
      : null;
    if (seen !== null) found.set(code, foundOf({ ...seen, extracts }));
  }
  return { clocks, policy: moment.policy, found, facts };
}

const NONE: WholeExtracts = new Map();

/** What of a practice in view says whether an extract leaves it out. */
type Supplied = {
  readonly decision: { readonly practice: PracticeCode; readonly status: Status };
  readonly supplier: Supplier | null;
  readonly listedOn: Day | null;
};

function suppliedIn({ practice, view }: PracticeInView): Supplied {
  const { practice: code, status } = practice.decision;
  return {
    decision: { practice: code, status },
    supplier: practice.supplier,
    listedOn: view.picture.latestExtract?.asAt ?? null,
  };
}

/** True for a practice that the latest whole extract of its supplier does not list. */
function isLeftOut({ decision, supplier, listedOn }: Supplied, extracts: WholeExtracts): boolean {
  if (supplier === null || decision.status === 'out-of-scope') return false;
  const latest = extracts.get(supplier)?.[0];
  return latest !== undefined && (listedOn === null || listedOn < latest);
}

/** The same for each of some Mondays, as known at 06:00 of the day. */
export function* sightsByWeek(
  facts: Grouped,
  weeks: readonly Day[],
  entries: readonly PolicyEntry[] = POLICY,
): Generator<Sight, void> {
  for (const week of weeks) yield sightOn(facts, clocksOfWeek(week), entries);
}
