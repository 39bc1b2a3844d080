import { byCodeUnits } from '../../coverage/by-code-units.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Episode } from '../episode.ts';
import { type Key, keyOf } from './open-after.ts';

/** The open episode with the same alert of the first successor that has one. */
export function heirOf(
  { alert: { rule } }: Episode,
  successors: readonly PracticeCode[],
  going: ReadonlyMap<Key, Episode>,
): Episode | undefined {
  return successors
    .map((practice) => going.get(keyOf({ practice, rule })))
    .find((heir) => heir !== undefined);
}

/** The same episode as the one that goes on with another: noticed when the earlier of both was. */
export function goingOnWith(heir: Episode, { id, noticedOn }: Episode): Episode {
  return {
    ...heir,
    noticedOn: noticedOn < heir.noticedOn ? noticedOn : heir.noticedOn,
    passedFrom: [...new Set([...heir.passedFrom, id])].sort(byCodeUnits),
  };
}
