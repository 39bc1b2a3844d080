import type { Episode } from '../../shared/alert/episode.ts';
import type { Message } from '../../shared/alert/message.ts';
import type { Sight } from '../../shared/alert/sight.ts';
import type { Day } from '../../shared/calendar/day.ts';
import {
  memoryDeliveries,
  memoryEpisodes,
  memorySubscriptions,
} from '../../shared/store/alert-memory.ts';
import type { Deliveries, Episodes, Subscriptions } from '../../shared/store/alert-ports.ts';
import { SILENT } from '../log.ts';
import type { AlertDeps } from './alert-deps.ts';
import { runAlerts } from './run-alerts.ts';

/** One day of a rehearsal. */
export type RehearsedDay = {
  readonly on: Day;
  readonly sight: Sight;
  readonly opened: readonly Episode[];
  readonly closed: readonly Episode[];
  /** All that are open at its end. */
  readonly open: readonly Episode[];
  /** What would have been sent, to whom. */
  readonly messages: readonly Message[];
};

/** The stores that a rehearsal begins from, as they are or as copies. */
export type RehearsalStores = {
  readonly episodes: Episodes;
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
};

type Ask = Pick<AlertDeps, 'headlines' | 'links' | 'madeUp'> & {
  /** What is seen of each day, in the order of days. */
  readonly sights: Iterable<Sight>;
  /** The Monday whose digests a day brings. */
  readonly weekOf: (on: Day) => Day | null;
  readonly stores: RehearsalStores;
};

/** Empty stores with some subscriptions, for a rehearsal that begins from nothing. */
export function emptyStores(
  subscriptions: Parameters<typeof memorySubscriptions>[0],
): RehearsalStores {
  return {
    episodes: memoryEpisodes(),
    subscriptions: memorySubscriptions(subscriptions),
    deliveries: memoryDeliveries(),
  };
}

/**
 * Runs the alert step day by day on stores in memory, with a carrier that only notes: what a rehearsal
 * says is what the step would do, since it is the step that says it. Nothing is sent or kept.
 */
export async function* rehearse({
  sights,
  weekOf,
  stores,
  ...deps
}: Ask): AsyncGenerator<RehearsedDay> {
  const stored = await stores.episodes.open();
  let before = new Map<string, Episode>(stored.map((episode) => [episode.id, episode]));
  for (const sight of sights) {
    const { validAt, knownAt } = sight.clocks;
    const messages: Message[] = [];
    const run = runAlerts({
      ...deps,
      ...stores,
      look: async () => sight,
      carrier: {
        async handOver(message) {
          messages.push(message);
          return { outcome: 'sent', providerId: null };
        },
      },
      cap: Number.POSITIVE_INFINITY,
      now: () => knownAt,
      log: SILENT,
    });
    await run({ validAt, knownAt, week: weekOf(validAt) });
    const open = await stores.episodes.open();
    const after = new Map(open.map((episode) => [episode.id, episode]));
    const opened = open.filter(({ id }) => !before.has(id));
    const gone = [...before.keys()].filter((id) => !after.has(id));
    const closed = (await Promise.all(gone.map((id) => stores.episodes.of(id)))).filter(
      (episode) => episode !== undefined,
    );
    before = after;
    yield { on: validAt, sight, opened, closed, open, messages };
  }
}
