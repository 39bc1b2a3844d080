import { addDays, type Day, endOfLondonDay, type Instant } from '../../calendar/day.ts';
import { byCodeUnits } from '../../coverage/by-code-units.ts';
import type { Episode } from '../episode.ts';
import { type StandingAt, standingOf } from './standing.ts';

/** Up to when readers were told: the day that they were told of, and what was known then. */
export type Since = { readonly on: Day; readonly knownAt: Instant };

/** Where an open episode is listed, relative to what its readers were told. */
type Section = 'new' | 'escalated' | 'open' | 'snoozed';

/**
 * Snoozed while it sleeps; new where a run opened it that knew more than readers were told; escalated
 * where it reached a later step of the ladder after their day; else open.
 */
export function sectionOf(
  episode: Episode,
  { since, ...at }: StandingAt & { readonly since: Since },
): Section {
  const { snooze, isEscalated, stepOn } = standingOf(episode, at);
  if (snooze !== null) return 'snoozed';
  if (episode.openedAt > since.knownAt) return 'new';
  return isEscalated && stepOn.some((on) => on > since.on) ? 'escalated' : 'open';
}

const RANK: Readonly<Record<Section, number>> = { new: 0, escalated: 1, open: 2, snoozed: 3 };

/**
 * Sorts episodes as a digest lists them: new, escalated, open, snoozed; within each the longest noticed
 * first, then the one with the most patients, then by id. `since`: new and escalated are those after it;
 * the end of the day a week before where it is left out.
 */
export function worstFirst(
  episodes: readonly Episode[],
  { since, ...at }: StandingAt & { readonly since?: Since },
): readonly Episode[] {
  const weekAgo = addDays(at.on, -7);
  const told = since ?? { on: weekAgo, knownAt: endOfLondonDay(weekAgo) };
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
