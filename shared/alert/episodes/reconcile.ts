import type { Day, Instant } from '../../calendar/day.ts';
import { byCodeUnits } from '../../coverage/by-code-units.ts';
import type { PolicyInForce } from '../../policy/entry.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Alert } from '../alert.ts';
import type { Closed, Episode } from '../episode.ts';
import type { Found } from '../found.ts';
import { successorsOf, whyClosing, whyMerged } from './closing.ts';
import { isSame } from './is-same.ts';
import { type Key, keyOf, newestOf, openAfter } from './open-after.ts';
import { goingOnWith, heirOf } from './passing-on.ts';

type Run = {
  /** The day of the run. */
  readonly on: Day;
  /** What it knew by. */
  readonly knownAt: Instant;
  /** What was found of every practice of which anything is known. */
  readonly found: ReadonlyMap<PracticeCode, Found>;
  /** Every open episode, and all of each practice with an alert that has no open episode; each once. */
  readonly episodes: readonly Episode[];
  /** The policy that it was found by: with it, a change of rules is told from a mended practice. */
  readonly policy?: Pick<PolicyInForce, 'entries'>;
};

/**
 * Takes what a run found and the stored episodes, gives those to write, each in its next version: for
 * every alert one open episode, and none without its alert. What is opened or goes on comes before what is
 * closed, so that a writer who stops after any of them has lost nothing, and the next run writes the rest.
 * A writer who is overtaken at one must read and ask again before closing any.
 * What a run of a later day wrote is left as it is. Pure; the same input in any order gives the same.
 * (Design, section 9; issue: alerts, 1 and 2.)
 */
export function reconciled({ on, knownAt, found, episodes, policy }: Run): readonly Episode[] {
  const stored = new Map(episodes.map((episode) => [episode.id, episode]));
  const going = openAfter({ on, knownAt, found, newest: newestOf(episodes) });
  const inForce = policy && new Set(policy.entries.map(({ id }) => id));
  const closing: Episode[] = [];
  for (const episode of episodes.toSorted(byId)) {
    const { practice, rule } = episode.alert;
    if (episode.closed !== null || episode.openedOn > on) continue;
    if (holds(found.get(practice), rule)) continue;
    const own = found.get(practice);
    const successors = successorsOf(practice, found);
    if (successors.length === 0) {
      const why = whyClosing(episode, { on, found: own, inForce });
      closing.push(closed(episode, { on, at: knownAt, ...why, passedTo: null }));
      continue;
    }
    const heir = heirOf(episode, successors, going);
    if (heir !== undefined) going.set(keyOf(heir.alert), goingOnWith(heir, episode));
    const why = whyMerged({
      successors,
      since: own?.since ?? null,
      isPassed: heir !== undefined,
      isKnown: found.has(successors.at(-1)!),
    });
    closing.push(closed(episode, { on, at: knownAt, ...why, passedTo: heir?.id ?? null }));
  }
  return [...changedIn(going, stored), ...closing];
}

function holds(found: Found | undefined, rule: Alert['rule']): boolean {
  return found?.alerts.some((alert) => alert.rule === rule) ?? false;
}

function byId(a: Episode, b: Episode): number {
  return byCodeUnits(a.id, b.id);
}

function closed(episode: Episode, by: Closed): Episode {
  return { ...episode, closed: by, version: episode.version + 1 };
}

function changedIn(
  going: ReadonlyMap<Key, Episode>,
  stored: ReadonlyMap<string, Episode>,
): readonly Episode[] {
  const changed: Episode[] = [];
  for (const episode of going.values()) {
    const before = stored.get(episode.id);
    if (before === undefined) changed.push(episode);
    else if (!isSame(before, episode)) {
      changed.push({ ...episode, version: before.version + 1 });
    }
  }
  return changed.sort(byId);
}
