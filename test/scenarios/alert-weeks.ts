import { emptyStores, type RehearsedDay } from '../../functions/alert/rehearse.ts';
import { forNobody, rehearsed } from '../../local/rehearsal.ts';
import type { Episode } from '../../shared/alert/episode.ts';
import { standingOf } from '../../shared/alert/episodes/standing.ts';
import { RULES } from '../../shared/alert/rule.ts';
import { sightOn } from '../../shared/alert/sight.ts';
import { addDays, type Day, day } from '../../shared/calendar/day.ts';
import { clocksOfWeek } from '../../shared/calendar/week.ts';
import type { Fact } from '../../shared/evidence/fact.ts';
import { POLICY, policyInForce } from '../../shared/policy/timeline.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';

type Grouped = ReadonlyMap<PracticeCode, readonly Fact[]>;
type Week = Omit<RehearsedDay, 'sight'>;

const LAST = day('2023-12-04');
const FIRST = day('2022-10-31');

/** The facts of the practices that are at an ICB at the end of the story. */
export function factsOfIcb(facts: Grouped, icb: string): Grouped {
  const { found } = sightOn(facts, clocksOfWeek(LAST));
  return new Map([...facts].filter(([code]) => found.get(code)?.about.icb === icb));
}

/** What the alert step does at one ICB over the 58 Mondays of the story. */
export async function weeksOf(facts: Grouped, icb: string): Promise<readonly Week[]> {
  const { days } = await rehearsed({
    ...{ facts, asOf: LAST, from: FIRST, entries: POLICY },
    subscriptions: [forNobody(icb, FIRST)],
    stored: emptyStores([]),
    deps: { headlines: async () => new Map(), madeUp: true },
  });
  return days;
}

/** One week in a few lines, for people to judge: what its digest is called, what opens, climbs, closes. */
export function inLines(week: Week): readonly string[] {
  const { on, opened, closed, open, messages } = week;
  const subject = messages.find(({ kind }) => kind === 'digest')?.subject ?? 'no digest';
  const counts = RULES.flatMap((rule) => {
    const count = open.filter(({ alert }) => alert.rule === rule).length;
    return count === 0 ? [] : [`${rule} ${count}`];
  });
  const climbed = open.filter((episode) => hasClimbed(episode, on));
  return [
    `${on}  ${subject.replace('Made-up data: ', '')}`,
    `  open: ${counts.join(', ') || 'none'}`,
    ...shortened(opened.map(({ id, alert }) => `  + ${id}: ${alert.because}`)),
    ...(climbed.length === 0 ? [] : [`  ^ ${climbed.length} climb a step: ${countsBy(climbed)}`]),
    ...shortened(closed.map(({ id, closed: end }) => `  - ${id}: ${end?.why}. ${end?.words}`)),
  ];
}

const MOST_LINES = 8;

/** Of many alike some are enough to judge. */
function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `  and ${lines.length - MOST_LINES} more like these`];
}

function hasClimbed(episode: Episode, on: Day): boolean {
  const { ladder } = policyInForce({ validAt: on, rulesAt: on });
  const { stepOn, isEscalated } = standingOf(episode, { on, ladder });
  return isEscalated && (stepOn.at(-1) ?? '') > addDays(on, -7);
}

function countsBy(episodes: readonly Episode[]): string {
  return RULES.flatMap((rule) => {
    const count = episodes.filter(({ alert }) => alert.rule === rule).length;
    return count === 0 ? [] : [`${rule} ${count}`];
  }).join(', ');
}
