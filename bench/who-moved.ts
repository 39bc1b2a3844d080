import { addDays, type Day, day, sixOClockInLondon } from '../shared/calendar/day.ts';
import type { Leg } from '../shared/coverage/moved/leg.ts';
import { legsOf } from '../shared/coverage/moved/legs-of.ts';
import { whoMovedByWeek } from '../shared/coverage/moved/who-moved.ts';
import type { PracticeOnDay } from '../shared/coverage/practice-on-day.ts';
import type { Fact } from '../shared/evidence/fact.ts';
import type { PracticeCode } from '../shared/practice/code.ts';
import { groupByPractice, practicesOnDay } from '../shared/state/practice-on-day.ts';
import { type Moment, momentAt } from '../shared/state/weeks.ts';
import { interleaved } from './interleaved.ts';
import { aim, ratio } from './report.ts';
import { factsOf, sampleFiles } from './sample-facts.ts';

const TIMES = 3;
const AT_MOST = 0.6;
/** The Mondays up to the last of the made-up story. */
const WEEKS: readonly Day[] = Array.from({ length: 60 }, (_, i) =>
  addDays(day('2023-12-04'), 7 * (i - 59)),
);

type Grouped = ReadonlyMap<PracticeCode, readonly Fact[]>;

/**
 * Who moved in each of 60 weeks: only what can have changed is decided, beside every practice decided at
 * both ends of every week. Throws where the two give other legs.
 */
export async function whoMovedOver60Weeks(): Promise<readonly string[]> {
  const grouped = groupByPractice(factsOf(sampleFiles()));
  const legs = compare(incremental(grouped), recomputed(grouped));
  const took = await interleaved(
    {
      incremental: () => incremental(grouped),
      recomputed: () => recomputed(grouped),
      decidedOnce: () => decidedOnce(grouped),
    },
    TIMES,
  );
  const isMet = took.incremental <= AT_MOST * took.recomputed;
  return [
    `${legs} steps of practices in ${WEEKS.length} weeks; both ways give the same`,
    `incremental: ${ratio(took.incremental, took.recomputed, 'recomputed')}, ${aim(isMet, `at most ${AT_MOST}`)}`,
    `beside every practice decided once a week: ${ratio(took.incremental, took.decidedOnce, 'recomputed')}`,
  ];
}

function incremental(grouped: Grouped): readonly (readonly Leg[])[] {
  const ask = { weeks: WEEKS, knownAt: sixOClockInLondon, denominator: 'open' } as const;
  return Array.from(whoMovedByWeek(grouped, ask), ({ legs }) => legs);
}

function recomputed(grouped: Grouped): readonly (readonly Leg[])[] {
  const moments = WEEKS.map(momentOf);
  return moments.slice(1).map((to, i) => {
    const from = moments[i]!;
    const ends = { before: practicesAt(grouped, from), after: practicesAt(grouped, to) };
    return legsBetween(grouped, ends, { from, to });
  });
}

/** The same, the week before kept from its own turn. */
function decidedOnce(grouped: Grouped): readonly (readonly Leg[])[] {
  const moments = WEEKS.map(momentOf);
  let before = practicesAt(grouped, moments[0]!);
  return moments.slice(1).map((to, i) => {
    const after = practicesAt(grouped, to);
    const legs = legsBetween(grouped, { before, after }, { from: moments[i]!, to });
    before = after;
    return legs;
  });
}

function momentOf(week: Day): Moment {
  return momentAt({ validAt: week, knownAt: sixOClockInLondon(week), rulesAt: week });
}

type Practices = ReadonlyMap<PracticeCode, PracticeOnDay>;

function practicesAt(grouped: Grouped, { clocks, policy }: Moment): Practices {
  const practices = practicesOnDay(grouped, clocks, policy);
  return new Map(practices.map((practice) => [practice.decision.practice, practice]));
}

function legsBetween(
  grouped: Grouped,
  ends: { readonly before: Practices; readonly after: Practices },
  moments: { readonly from: Moment; readonly to: Moment },
): readonly Leg[] {
  return [...grouped].flatMap(([code, facts]) => {
    const before = ends.before.get(code) ?? null;
    const after = ends.after.get(code) ?? null;
    return legsOf({ facts, before, after }, { ...moments, denominator: 'open' });
  });
}

/** Throws on the first week that differs; gives the number of legs. */
function compare(ours: readonly (readonly Leg[])[], theirs: readonly (readonly Leg[])[]): number {
  for (const [i, legs] of ours.entries()) {
    if (JSON.stringify(legs) !== JSON.stringify(theirs[i])) {
      throw new Error(`the week of ${WEEKS[i + 1]} differs`);
    }
  }
  return ours.reduce((sum, legs) => sum + legs.length, 0);
}
