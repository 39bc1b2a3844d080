import type { Day } from '../../calendar/day.ts';
import type { PolicyInForce } from '../../policy/entry.ts';
import type { Episode } from '../episode.ts';
import { longestFirst, type Since, sectionOf } from '../episodes/order.ts';
import { type Standing, standingOf } from '../episodes/standing.ts';

export type Ladder = PolicyInForce['ladder'];

/** Where an open alert stands in a digest, most pressing first. */
const SECTIONS = ['new', 'escalated', 'open', 'snoozed'] as const;
export type Section = (typeof SECTIONS)[number];

/** An open episode with how it stands on the day, and where it belongs. */
export type PlacedEpisode = {
  readonly episode: Episode;
  readonly standing: Standing;
  readonly section: Section;
  readonly ladder: Ladder;
};

type At = { readonly on: Day; readonly since: Since | null; readonly ladder: Ladder };

/** Sorts open episodes by section, and within one the longest open first. Nothing depends on the order given. */
export function placedOn(
  episodes: readonly Episode[],
  { since, on, ladder }: At,
): readonly PlacedEpisode[] {
  return episodes
    .map((episode) => {
      const standing = standingOf(episode, { on, ladder });
      const section =
        since === null ? firstSection(standing) : sectionOf(episode, { since, on, ladder });
      return { episode, standing, section, ladder };
    })
    .sort(mostPressingFirst);
}

/** The same of alerts that have just reached a step: new at the first, escalated at every later one. */
export function placedByStep(
  episodes: readonly Episode[],
  { on, ladder }: Omit<At, 'since'>,
): readonly PlacedEpisode[] {
  return episodes
    .map((episode) => {
      const standing = standingOf(episode, { on, ladder });
      const section = standing.isEscalated ? ('escalated' as const) : ('new' as const);
      return { episode, standing, section, ladder };
    })
    .sort(mostPressingFirst);
}

/** In a first digest nothing is new, as all of it is told for the first time. */
function firstSection({ snooze, isEscalated }: Standing): Section {
  if (snooze !== null) return 'snoozed';
  return isEscalated ? 'escalated' : 'open';
}

function mostPressingFirst(a: PlacedEpisode, b: PlacedEpisode): number {
  return (
    SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) || longestFirst(a.episode, b.episode)
  );
}
