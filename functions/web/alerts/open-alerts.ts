import { may } from '../../../shared/access/may.ts';
import type { Member } from '../../../shared/access/member.ts';
import type { Episode } from '../../../shared/alert/episode.ts';
import { type Since, sectionOf } from '../../../shared/alert/episodes/order.ts';
import {
  type PlacedEpisode,
  placedOn,
  type Section,
} from '../../../shared/alert/messages/placed.ts';
import type { Rule } from '../../../shared/alert/rule.ts';
import { addDays, type Day, endOfLondonDay } from '../../../shared/calendar/day.ts';
import type { WebDeps } from '../deps.ts';
import type { OnDay } from '../world.ts';
import { type Look, practiceAt, seenBy } from './look.ts';

/** Each open episode of the practices that a member may see, most pressing first: new is what the last week brought. */
export async function openAlertsFor(
  { episodes }: Pick<WebDeps, 'episodes'>,
  member: Member,
  { on, ladder, england }: Look,
): Promise<readonly PlacedEpisode[]> {
  const open = await episodes.open();
  const theirs = open.filter(({ alert }) =>
    may(member, 'read-alerts', { kind: 'practice', ...practiceAt(england, alert.practice) }),
  );
  return placedOn(
    theirs.map((episode) => seenBy(member, episode)),
    { on, since: weekBefore(on), ladder },
  );
}

/** What came after it is new. */
function weekBefore(on: Day): Since {
  const weekAgo = addDays(on, -7);
  return { on: weekAgo, knownAt: endOfLondonDay(weekAgo) };
}

/** Where an open episode stands in the list of alerts. */
export function sectionIn({ on, ladder }: Look, episode: Episode): Section {
  return sectionOf(episode, { on, ladder, since: weekBefore(on) });
}

export type AlertFilter = {
  readonly practice: string | null;
  readonly icb: string | null;
  readonly rule: Rule | null;
  readonly state: Section | null;
};

/** Whether an alert is one of those asked for; what is null is not asked. */
export function isAsked(
  { episode, section }: PlacedEpisode,
  { practice, icb, rule, state }: AlertFilter,
  icbOf: ReturnType<typeof placesOf>,
): boolean {
  return (
    (practice === null || episode.alert.practice === practice) &&
    (icb === null || icbOf(episode) === icb) &&
    (rule === null || episode.alert.rule === rule) &&
    (state === null || section === state)
  );
}

/** The ICB that the practice of an episode is in on the day of the look. */
export function placesOf(england: OnDay): (episode: Episode) => string | null {
  return ({ alert }) => practiceAt(england, alert.practice).icb;
}

const SECTIONS: readonly Section[] = ['new', 'escalated', 'open', 'snoozed'];
/** More than any practice has. */
const MANY_PATIENTS = 10_000_000;

/** Orders of the list: the longest open first, the most patients first, or as a digest tells them. */
export const ORDERS = ['longest', 'patients', 'new'] as const;
export type Order = (typeof ORDERS)[number];

/** A key by which alerts sort as they are listed; what is snoozed comes last in any order. */
export function listKey(order: Order): (placed: PlacedEpisode) => string {
  return ({ episode, section }) => {
    const fewer = String(MANY_PATIENTS - (episode.about.patients ?? 0)).padStart(8, '0');
    const rank = order === 'new' ? SECTIONS.indexOf(section) : Number(section === 'snoozed');
    const [first, second] =
      order === 'patients' ? [fewer, episode.noticedOn] : [episode.noticedOn, fewer];
    return `${rank} ${first} ${second} ${episode.id}`;
  };
}
