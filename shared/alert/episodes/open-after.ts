import type { Day, Instant } from '../../calendar/day.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Alert } from '../alert.ts';
import type { Episode } from '../episode.ts';
import type { Found } from '../found.ts';
import { episodeId } from './episode-id.ts';

/** One practice and one rule. */
export type Key = `${PracticeCode} ${Alert['rule']}`;

export function keyOf({ practice, rule }: Pick<Alert, 'practice' | 'rule'>): Key {
  return `${practice} ${rule}`;
}

/** The episode with the highest number of each practice and rule. */
export function newestOf(episodes: readonly Episode[]): ReadonlyMap<Key, Episode> {
  const newest = new Map<Key, Episode>();
  for (const episode of episodes) {
    const key = keyOf(episode.alert);
    if ((newest.get(key)?.number ?? 0) < episode.number) newest.set(key, episode);
  }
  return newest;
}

type Ask = {
  readonly on: Day;
  readonly knownAt: Instant;
  readonly found: ReadonlyMap<PracticeCode, Found>;
  /** The newest stored episode of each practice and rule. */
  readonly newest: ReadonlyMap<Key, Episode>;
};

/** The episodes that are open after the run, as found now. */
export function openAfter({ on, knownAt, found, newest }: Ask): Map<Key, Episode> {
  const going = new Map<Key, Episode>();
  for (const { alerts, about } of found.values()) {
    for (const alert of alerts) {
      const key = keyOf(alert);
      const last = newest.get(key);
      if (last?.closed === null) {
        going.set(key, last.openedOn > on ? last : { ...last, alert, about });
      } else if (last === undefined || last.closed.on <= on) {
        going.set(key, opened(alert, { about, on, at: knownAt, last }));
      }
    }
  }
  return going;
}

type Opening = Pick<Episode, 'about'> & {
  readonly on: Day;
  readonly at: Instant;
  readonly last: Episode | undefined;
};

function opened(alert: Alert, { about, on, at, last }: Opening): Episode {
  const number = (last?.number ?? 0) + 1;
  return {
    id: episodeId(alert.practice, alert.rule, number),
    number,
    alert,
    about,
    openedOn: on,
    openedAt: at,
    noticedOn: on,
    reopens: last?.id ?? null,
    passedFrom: [],
    closed: null,
    acts: [],
    version: 1,
  };
}
