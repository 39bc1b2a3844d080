import type { Links } from '../../shared/alert/messages/links.ts';
import type { Sight } from '../../shared/alert/sight.ts';
import type { Subscription } from '../../shared/alert/subscription.ts';
import type { Day, Instant } from '../../shared/calendar/day.ts';
import type {
  Carrier,
  Deliveries,
  Episodes,
  RunClocks,
  Subscriptions,
} from '../../shared/store/alert-ports.ts';
import type { Log } from '../log.ts';
import type { Headlines } from './headlines.ts';

/** What the alert step needs: the same in the cloud, on one machine and in a rehearsal. */
export type AlertDeps = {
  readonly episodes: Episodes;
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  /** What is found of every practice under some clocks. */
  readonly look: (clocks: RunClocks) => Promise<Sight>;
  /** The coverage that the release of a week gives each place. */
  readonly headlines: (week: Day) => Promise<Headlines>;
  readonly carrier: Carrier;
  readonly links: (subscription: Subscription) => Links;
  /** Messages that one run may hand over. */
  readonly cap: number;
  readonly madeUp: boolean;
  readonly now: () => Instant;
  readonly log: Log;
};
