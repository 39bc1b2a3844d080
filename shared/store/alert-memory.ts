import type { Episode } from '../alert/episode.ts';
import type { Delivery } from '../alert/message.ts';
import type { Subscription } from '../alert/subscription.ts';
import { byCodeUnits } from '../coverage/by-code-units.ts';
import type {
  Deliveries,
  Episodes,
  RunClocks,
  Subscriptions,
  Suppression,
  Turn,
} from './alert-ports.ts';

/** Episodes that are kept nowhere: for rehearsals and tests. They may begin as copies of others. */
export function memoryEpisodes(begin: readonly Episode[] = [], lastRun?: RunClocks): Episodes {
  const kept = new Map(begin.map((episode) => [episode.id, episode]));
  let latest = lastRun;
  const those = (isMeant: (episode: Episode) => boolean) =>
    byId([...kept.values()].filter(isMeant));
  return {
    of: async (id) => kept.get(id),
    ofPractice: async (practice) =>
      those(({ alert }) => alert.practice === practice).sort(
        (a, b) => byCodeUnits(a.alert.rule, b.alert.rule) || a.number - b.number,
      ),
    open: async () => those(({ closed }) => closed === null),
    closedFrom: async (on) => those(({ closed }) => closed !== null && closed.on >= on),
    save: async (episode) => saveIn(kept, episode),
    lastRun: async () => latest,
    async beginRun(clocks) {
      if (latest === undefined || isLater(clocks, latest)) latest = clocks;
      return latest;
    },
  };
}

/** Subscriptions and suppressed addresses that are kept nowhere. */
export function memorySubscriptions(begin: readonly Subscription[] = []): Subscriptions {
  const kept = new Map(begin.map((subscription) => [subscription.id, subscription]));
  const suppressed = new Map<string, Suppression>();
  const turns = new Map<string, Turn>();
  return {
    async save(subscription) {
      const before = kept.get(subscription.id);
      if (subscription.endedOn === null && (before?.endedOn ?? null) !== null) return 'ended';
      kept.set(subscription.id, subscription);
      return 'saved';
    },
    async takeTurn(id, turn) {
      const other = turns.get(id);
      if (other !== undefined && other.until > turn.at) return false;
      turns.set(id, turn);
      return true;
    },
    async endTurn(id, by) {
      if (turns.get(id)?.by === by) turns.delete(id);
    },
    of: async (id) => kept.get(id),
    all: async () => byId([...kept.values()]),
    async suppress(address, suppression) {
      const key = address.toLowerCase();
      if (!suppressed.has(key)) suppressed.set(key, suppression);
    },
    suppressed: async () => new Map(suppressed),
    async release(address) {
      suppressed.delete(address.toLowerCase());
    },
  };
}

/** Deliveries that are kept nowhere. */
export function memoryDeliveries(begin: readonly Delivery[] = []): Deliveries {
  const kept = new Map(begin.map((delivery) => [delivery.id, delivery]));
  const those = (isMeant: (delivery: Delivery) => boolean) =>
    byId([...kept.values()].filter(isMeant));
  return {
    of: async (id) => kept.get(id),
    ofSubscription: async (subscription) => those((each) => each.subscription === subscription),
    inState: async (state) => those((each) => each.state === state),
    ofProviderId: async (providerId) => those((each) => each.providerId === providerId)[0],
    save: async (delivery) => saveIn(kept, delivery),
  };
}

function saveIn<T extends { readonly id: string; readonly version: number }>(
  kept: Map<string, T>,
  one: T,
): 'saved' | 'overtaken' {
  if ((kept.get(one.id)?.version ?? 0) !== one.version - 1) return 'overtaken';
  kept.set(one.id, one);
  return 'saved';
}

function isLater(one: RunClocks, other: RunClocks): boolean {
  if (one.validAt !== other.validAt) return one.validAt > other.validAt;
  return one.knownAt > other.knownAt;
}

function byId<T extends { readonly id: string }>(items: T[]): T[] {
  return items.sort((a, b) => byCodeUnits(a.id, b.id));
}
