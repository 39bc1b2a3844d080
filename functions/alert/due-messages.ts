import type { Episode } from '../../shared/alert/episode.ts';
import type { Message } from '../../shared/alert/message.ts';
import { type InFull, messagesDue } from '../../shared/alert/messages-due.ts';
import type { Sight } from '../../shared/alert/sight.ts';
import type { Scope, Subscription } from '../../shared/alert/subscription.ts';
import { type Cover, coverOf } from '../../shared/alert/subscriptions/cover.ts';
import { placesIn } from '../../shared/alert/subscriptions/places.ts';
import type { Told } from '../../shared/alert/told.ts';
import { addDays, type Day } from '../../shared/calendar/day.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import { decideInFull } from '../../shared/state/decide-in-full.ts';
import type { AlertDeps } from './alert-deps.ts';

type Seen = {
  readonly sight: Sight;
  /** Every open episode, and any closed ones that are at hand. */
  readonly episodes: readonly Episode[];
  readonly week: Day | null;
};

/** Works out what one subscription is due, from what it was told. */
export type Telling = (subscription: Subscription, told: Told) => Promise<readonly Message[]>;

/** Makes ready what the messages of one run are made of. */
export async function tellingOf(
  deps: Pick<AlertDeps, 'episodes' | 'headlines' | 'links' | 'madeUp'>,
  { sight, episodes, week }: Seen,
): Promise<Telling> {
  const open = byPractice(episodes.filter(({ closed }) => closed === null));
  const closings = closingsOf(deps.episodes, episodes);
  const headlines = week === null ? new Map() : await deps.headlines(week);
  const places = placesIn(sight);
  const { validAt: on, knownAt } = sight.clocks;
  const inFull = (practice: PracticeCode) => inFullOf(sight, practice);
  const common = {
    ...{ on, knownAt, week, inFull, found: sight.found, madeUp: deps.madeUp },
    ladder: sight.policy.ladder,
  };
  return async (subscription, told) => {
    const cover = coverOf(subscription, places);
    const headline = headlines.get(placeOf(subscription.scope, cover)) ?? null;
    const links = deps.links(subscription);
    // Only a digest tells what closed; the first one begins with its own week.
    const closed = week === null ? NONE : await closings(told.lastDigest?.on ?? addDays(on, -7));
    const own = { open: of(open, cover), closed: of(closed, cover) };
    return messagesDue({ ...common, ...own, subscription, cover, told, headline, links });
  };
}

type ByPractice = ReadonlyMap<PracticeCode, readonly Episode[]>;

const NONE: ByPractice = new Map();

function byPractice(episodes: readonly Episode[]): ByPractice {
  return Map.groupBy(episodes, ({ alert }) => alert.practice);
}

/** The episodes that a subscription may hear of: each is about few practices, and there are many episodes. */
function of(episodes: ByPractice, { practices }: Cover): readonly Episode[] {
  return [...practices].flatMap((practice) => episodes.get(practice) ?? []);
}

/** Why a practice has its status, and its next date: what one practice at a time is asked for. */
function inFullOf({ facts, clocks }: Sight, practice: PracticeCode): InFull {
  const own = facts.get(practice);
  if (own === undefined) return { why: null, nextDate: null };
  const { explanation, nextChange } = decideInFull(own, clocks);
  const nextDate = nextChange === null ? null : { on: nextChange.on, what: nextChange.because };
  return { why: explanation, nextDate };
}

/**
 * Episodes that closed from a day on, read again only where an earlier day is asked for. The list may be a
 * moment old; what this run wrote is not.
 */
function closingsOf(store: AlertDeps['episodes'], written: readonly Episode[]) {
  let read: { readonly from: Day; readonly episodes: ByPractice } | undefined;
  return async (from: Day): Promise<ByPractice> => {
    if (read === undefined || from < read.from) {
      const known = new Map((await store.closedFrom(from)).map((episode) => [episode.id, episode]));
      for (const episode of written) {
        if (episode.closed !== null && episode.closed.on >= from) known.set(episode.id, episode);
      }
      read = { from, episodes: byPractice([...known.values()]) };
    }
    return read.episodes;
  };
}

/** The place whose coverage heads a digest: what the subscription's place has become; of practices there is none. */
function placeOf(scope: Scope, { ended }: Cover): string {
  const last = ended.at(-1);
  if (scope.type === 'practices' || last?.how === 'practices') return '';
  return `${scope.type} ${last?.to[0]?.code ?? scope.code}`;
}
