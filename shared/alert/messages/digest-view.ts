import { byCodeUnits } from '../../coverage/by-code-units.ts';
import type { Episode } from '../episode.ts';
import type { DigestAsk } from './digest.ts';
import { type Counts, countsByRule, countsOf } from './digest-counts.ts';
import { type Lines, type Listed, linesShown, listedIn } from './digest-lists.ts';
import { type PlacedEpisode, placedOn } from './placed.ts';

/** What a digest shows, of which its text, HTML and data are written. */
export type DigestView = {
  readonly counts: Counts;
  readonly byRule: ReturnType<typeof countsByRule>;
  readonly listed: readonly Listed[];
  readonly snoozed: Lines<PlacedEpisode>;
  readonly closed: Lines<Episode>;
};

/** Sorts, counts and cuts what a digest is asked to tell. Nothing depends on the order given. */
export function digestView(ask: DigestAsk): DigestView {
  const placed = placedOn(ask.episodes, ask);
  const closed = ask.closed.toSorted(latestFirst);
  return {
    counts: countsOf(placed, closed),
    byRule: countsByRule(placed, closed),
    listed: listedIn(placed),
    snoozed: linesShown(placed.filter(({ section }) => section === 'snoozed')),
    closed: linesShown(closed),
  };
}

function latestFirst(a: Episode, b: Episode): number {
  return byCodeUnits(b.closed?.on ?? '', a.closed?.on ?? '') || byCodeUnits(a.id, b.id);
}
