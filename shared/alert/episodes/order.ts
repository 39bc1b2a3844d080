import { addDays, type Day } from '../../calendar/day.ts';
import { byCodeUnits } from '../../coverage/by-code-units.ts';
import type { Episode } from '../episode.ts';
import { type StandingAt, standingOf } from './standing.ts';

/** Where an open episode is listed, relative to the day up to which its readers were told. */
type Section = 'new' | 'escalated' | 'open' | 'snoozed';

/**
 * Snoozed while it sleeps; new where it was opened after `since`; escalated where it reached a later
 * step of the ladder after `since`; else open.
 */
export function sectionOf(
  episode: Episode,
  { since, ...at }: StandingAt & { readonly since: Day },
): Section {
  const { snooze, isEscalated, stepOn } = standingOf(episode, at);
  if (snooze !== null) return 'snoozed';
  if (episode.openedOn > since) return 'new';
  return isEscalated && stepOn.some((on) => on > since) ? 'escalated' : 'open';
}

const RANK: Readonly<Record<Section, number>> = { new: 0, escalated: 1, open: 2, snoozed: 3 };

/**
 * Sorts episodes as a digest lists them: new, escalated, open, snoozed; within each the longest noticed
 * first, then the one with the most patients, then by id. `since`: new and escalated are those after it;
 * a week before the day where it is left out.
 */
export function worstFirst(
  episodes: readonly Episode[],
  { since, ...at }: StandingAt & { readonly since?: Day },
): readonly Episode[] {
  const told = since ?? addDays(at.on, -7);
  return episodes
    .map((episode) => ({
      episode,
      rank: RANK[sectionOf(episode, { ...at, since: told })],
    }))
    .sort((a, b) => a.rank - b.rank || longestFirst(a.episode, b.episode))
    .map(({ episode }) => episode);
}

/** Within a section: noticed earlier first, then more patients, then by id. Not listed counts as none. */
export function longestFirst(a: Episode, b: Episode): number {
  return (
    byCodeUnits(a.noticedOn, b.noticedOn) ||
    (b.about.patients ?? 0) - (a.about.patients ?? 0) ||
    byCodeUnits(a.id, b.id)
  );
}
