import type { Episode } from '../../shared/alert/episode.ts';
import type { Message } from '../../shared/alert/message.ts';
import { type InFull, messagesDue } from '../../shared/alert/messages-due.ts';
import type { Sight } from '../../shared/alert/sight.ts';
import type { Scope } from '../../shared/alert/subscription.ts';
import { type Cover, coverOf } from '../../shared/alert/subscriptions/cover.ts';
import { placesIn } from '../../shared/alert/subscriptions/places.ts';
import { type Told, toldBy } from '../../shared/alert/told.ts';
import { addDays, type Day } from '../../shared/calendar/day.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import { decideInFull } from '../../shared/state/decide-in-full.ts';
import { atOnce } from '../../shared/store/at-once.ts';
import type { AlertDeps } from './run-alerts.ts';

const REQUESTS_AT_ONCE = 8;
/** How far back a digest looks for what closed where it is the first. */
const WEEK = 7;

type Seen = {
  readonly sight: Sight;
  /** Every open episode, and any closed ones that are at hand. */
  readonly episodes: readonly Episode[];
  readonly week: Day | null;
};

/** The messages that the subscriptions are due, by subscription in the order of their ids. */
export async function dueMessages(
  deps: Pick<
    AlertDeps,
    'subscriptions' | 'deliveries' | 'episodes' | 'headlines' | 'links' | 'madeUp'
  >,
  { sight, episodes, week }: Seen,
): Promise<readonly Message[]> {
  const subscriptions = (await deps.subscriptions.all()).filter((s) => s.endedOn === null);
  if (subscriptions.length === 0) return [];
  const told = await atOnce(REQUESTS_AT_ONCE, subscriptions, async ({ id }) =>
    toldBy(await deps.deliveries.ofSubscription(id)),
  );
  const open = byPractice(episodes.filter((episode) => episode.closed === null));
  const closed = byPractice(await closedSince(deps, { sight, episodes, told }));
  const headlines = week === null ? new Map() : await deps.headlines(week);
  const places = placesIn(sight);
  const inFull = (practice: PracticeCode) => inFullOf(sight, practice);
  const common = {
    ...{
      on: sight.clocks.validAt,
      knownAt: sight.clocks.knownAt,
      week,
      found: sight.found,
      madeUp: deps.madeUp,
    },
    ladder: sight.policy.ladder,
  };
  return subscriptions.flatMap((subscription, i) => {
    const cover = coverOf(subscription.scope, places);
    const headline = headlines.get(placeOf(subscription.scope, cover)) ?? null;
    const links = deps.links(subscription);
    const own = { open: of(open, cover), closed: of(closed, cover) };
    const asked = { ...common, ...own, inFull, subscription, cover, headline, links };
    return messagesDue({ ...asked, told: told[i]! });
  });
}

type ByPractice = ReadonlyMap<PracticeCode, readonly Episode[]>;

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

/** Those closed since the longest ago of the last digests; the list may be a moment old, what was written now is not. */
async function closedSince(
  { episodes: store }: Pick<AlertDeps, 'episodes'>,
  { sight, episodes, told }: Omit<Seen, 'week'> & { readonly told: readonly Told[] },
): Promise<readonly Episode[]> {
  const weekAgo = addDays(sight.clocks.validAt, -WEEK);
  const from = told.map(({ lastDigest }) => lastDigest?.on ?? weekAgo).sort()[0] ?? weekAgo;
  const known = new Map((await store.closedFrom(from)).map((episode) => [episode.id, episode]));
  for (const episode of episodes) {
    if (episode.closed !== null && episode.closed.on >= from) known.set(episode.id, episode);
  }
  return [...known.values()];
}

/** The place whose coverage heads a digest: what the subscription's place has become; of practices there is none. */
function placeOf(scope: Scope, { ended }: Cover): string {
  const last = ended.at(-1);
  if (scope.type === 'practices' || last?.how === 'practices') return '';
  return `${scope.type} ${last?.to[0]?.code ?? scope.code}`;
}
