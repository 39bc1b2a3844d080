import type { Clocks } from '../calendar/clocks.ts';
import type { Day, Instant } from '../calendar/day.ts';
import type { PracticeOnDay } from '../coverage/practice-on-day.ts';
import type { Fact } from '../evidence/fact.ts';
import type { PolicyEntry } from '../policy/entry.ts';
import { POLICY, policyInForce } from '../policy/timeline.ts';
import type { PracticeCode } from '../practice/code.ts';
import { listFileOn, listFilesAt } from './list-file.ts';
import { practiceOnDay } from './practice-on-day.ts';
import { type Moment, touchedIn } from './touched.ts';

export type { Moment } from './touched.ts';

type Grouped = ReadonlyMap<PracticeCode, readonly Fact[]>;

/** One practice before and after something that may have changed it. Null: nothing was known of it. */
export type Change = {
  /** All facts of the practice. */
  readonly facts: readonly Fact[];
  readonly before: PracticeOnDay | null;
  readonly after: PracticeOnDay | null;
};

/** Every practice in one week. */
export type WeekOfPractices = Moment & {
  readonly week: Day;
  /** In the order in which the facts were given; the very objects of the week before where nothing can have changed. */
  readonly practices: readonly PracticeOnDay[];
  /** Those that were worked out anew, beside what they were the week before; in the first week all. */
  readonly changed: readonly Change[];
};

/** `weeks` ascend; `entries`: another policy than the one in force, for a what-if. */
export type WeeksAsk = {
  readonly weeks: readonly Day[];
  readonly knownAt: (week: Day) => Instant;
  readonly entries?: readonly PolicyEntry[];
};

/**
 * The practices of each week, as `practicesOnDay` gives them under that week's own rules: the same
 * members in the same order. A practice whose answer cannot have changed keeps its object, and with it
 * the `clocks` of its decision, which are those of the week in which that was worked out; all else is
 * as if worked out anew. Walked once, holding one week at a time. (Design: trend, who moved.)
 */
export function* practicesByWeek(
  factsByPractice: Grouped,
  { weeks, knownAt, entries = POLICY }: WeeksAsk,
): Generator<WeekOfPractices, void> {
  const moments = weeks.map((week) =>
    momentAt({ validAt: week, knownAt: knownAt(week), rulesAt: week }, entries),
  );
  const { groups, isTouched, listDays } = prepared(factsByPractice, moments);
  const now: (PracticeOnDay | null)[] = groups.map(() => null);
  for (const [m, week] of weeks.entries()) {
    const moment = moments[m]!;
    const changed: Change[] = [];
    for (const [i, facts] of groups.entries()) {
      if (!isTouched(i, m)) continue;
      const before = now[i]!;
      const after = practiceOnDay(facts, moment, listDays[m]);
      now[i] = after;
      if (before !== null || after !== null) changed.push({ facts, before, after });
    }
    yield { week, ...moment, practices: now.filter((one) => one !== null), changed };
  }
}

/** What one practice was and became in a week, by the place of the week among those asked for. */
export type WeeklyChange = Omit<Change, 'facts'> & { readonly at: number };

/**
 * The same walk, one practice after the other: every week in which its answer may have changed, in the
 * first week all. It holds one practice at a time, so that what it makes dies young: for figures that
 * only add up, a tenth of the memory.
 */
export function* changesByPractice(
  factsByPractice: Grouped,
  { weeks, knownAt, entries = POLICY }: WeeksAsk,
): Generator<WeeklyChange, void> {
  const moments = weeks.map((week) =>
    momentAt({ validAt: week, knownAt: knownAt(week), rulesAt: week }, entries),
  );
  const { groups, isTouched, listDays } = prepared(factsByPractice, moments);
  for (const [i, facts] of groups.entries()) {
    let before: PracticeOnDay | null = null;
    for (const [at, moment] of moments.entries()) {
      if (!isTouched(i, at)) continue;
      const after = practiceOnDay(facts, moment, listDays[at]);
      if (before !== null || after !== null) yield { at, before, after };
      before = after;
    }
  }
}

/** Clocks, with the policy that the entries give under them. */
export function momentAt(clocks: Clocks, entries: readonly PolicyEntry[] = POLICY): Moment {
  return { clocks, policy: policyInForce(clocks, entries) };
}

/**
 * Every practice that may differ between two moments, whichever of them is the later, at both. One that
 * cannot differ is left out without being decided.
 */
export function changesBetween(
  factsByPractice: Grouped,
  from: Moment,
  to: Moment,
): readonly Change[] {
  const { groups, isTouched, listDays } = prepared(factsByPractice, [from, to]);
  const touched = groups.filter((_, i) => isTouched(i, 1));
  const pairs = touched.map((facts) => ({
    facts,
    before: practiceOnDay(facts, from, listDays[0]),
    after: practiceOnDay(facts, to, listDays[1]),
  }));
  return pairs.filter(({ before, after }) => before !== null || after !== null);
}

function prepared(factsByPractice: Grouped, moments: readonly Moment[]) {
  const groups = [...factsByPractice.values()];
  const filesAt = listFilesAt(factsByPractice);
  const listDays = moments.map(({ clocks }) => listFileOn(filesAt(clocks.knownAt), clocks.validAt));
  return { groups, listDays, isTouched: touchedIn({ groups, moments, listDays }) };
}
