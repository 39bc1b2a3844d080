import { addDays, type Day, daysBetween, londonDay } from '../../calendar/day.ts';
import type { PolicyInForce } from '../../policy/entry.ts';
import type { Act, Episode } from '../episode.ts';

type ActOf<A extends Act['act']> = Extract<Act, { readonly act: A }>;

/** The day asked about, and the ladder in force on it. */
export type StandingAt = { readonly on: Day; readonly ladder: PolicyInForce['ladder'] };

/** How an episode stands on a day: what follows from time and from what people did, none of it stored. */
export type Standing = {
  /** Days and whole weeks since it was noticed, up to the day it closed. */
  readonly daysOpen: number;
  readonly weeks: number;
  /** Whole weeks since the state of things began that the alert is about. */
  readonly weeksSince: number;
  /** The highest step of the ladder that was reached; 1 is the first notice. */
  readonly step: number;
  /** The day of each step that was reached, lowest step first. */
  readonly stepOn: readonly Day[];
  readonly isEscalated: boolean;
  /** The snooze that keeps it quiet on the day. */
  readonly snooze: ActOf<'snoozed'> | null;
  /** Its snooze ended on the day, or in the six days before. */
  readonly woken: boolean;
  readonly acknowledged: ActOf<'acknowledged'> | null;
  readonly assignedTo: string | null;
  /** The chase of the latest day; those of an episode that it goes on with are that one's. */
  readonly lastChase: ActOf<'chased'> | null;
  readonly chases: number;
};

/**
 * Takes an episode and a day, gives how it stands at the end of that London day. What people did later
 * does not count; of two acts of a kind the later one does. A closed episode ages no more.
 * (Design, section 9: the ladder; issue: alerts.)
 */
export function standingOf(episode: Episode, { on, ladder }: StandingAt): Standing {
  const { noticedOn, alert, closed } = episode;
  const isClosed = closed !== null && closed.on <= on;
  const end = isClosed ? closed.on : on;
  const daysOpen = daysFrom(noticedOn, end);
  const acts = episode.acts.filter(({ at }) => londonDay(at) <= on);
  return {
    daysOpen,
    weeks: Math.floor(daysOpen / 7),
    weeksSince: Math.floor(daysFrom(alert.since, end) / 7),
    ...stepsUpTo(end, noticedOn, ladder),
    ...snoozing(isClosed ? [] : acts, on),
    acknowledged: acts.findLast((act) => act.act === 'acknowledged') ?? null,
    assignedTo: acts.findLast((act) => act.act === 'assigned')?.to ?? null,
    ...chasing(acts),
  };
}

function daysFrom(first: Day, last: Day): number {
  return Math.max(0, daysBetween(first, last));
}

function stepsUpTo(
  end: Day,
  noticedOn: Day,
  ladder: StandingAt['ladder'],
): Pick<Standing, 'step' | 'stepOn' | 'isEscalated'> {
  const reached = ladder
    .map(({ change }) => ({ step: change.step, on: addDays(noticedOn, change.afterWeeks * 7) }))
    .filter((step) => step.on <= end)
    .sort((a, b) => a.step - b.step);
  const step = Math.max(1, reached.at(-1)?.step ?? 1);
  const stepOn = ladder.length === 0 ? [noticedOn] : reached.map((one) => one.on);
  return { step, stepOn, isEscalated: step > 1 };
}

function snoozing(acts: readonly Act[], on: Day): Pick<Standing, 'snooze' | 'woken'> {
  const last = acts.findLast((act) => act.act === 'snoozed') ?? null;
  if (last === null) return { snooze: null, woken: false };
  if (on < last.until) return { snooze: last, woken: false };
  return { snooze: null, woken: daysBetween(last.until, on) < 7 };
}

function chasing(acts: readonly Act[]): Pick<Standing, 'lastChase' | 'chases'> {
  const chases = acts.filter((act) => act.act === 'chased');
  let lastChase: ActOf<'chased'> | null = null;
  for (const chase of chases) {
    if (lastChase === null || chase.on >= lastChase.on) lastChase = chase;
  }
  return { lastChase, chases: chases.length };
}
