import type { Day, Instant } from '../../shared/calendar/day.ts';
import type { Opened } from '../../shared/intake/open/opened.ts';
import type { Deliveries, Episodes, Subscriptions } from '../../shared/store/alert-ports.ts';
import type { Audit } from '../../shared/store/audit.ts';
import type {
  FactsIndex,
  Ledger,
  Objects,
  Originals,
  Quarantine,
  StateMessages,
  States,
  Work,
} from '../../shared/store/ports.ts';
import type { World } from './world.ts';

/** All that routes work with: the stores of the steps, and what the steps offer. The same in the cloud and on one machine. */
export type WebDeps = {
  readonly world: World;
  readonly ledger: Ledger;
  readonly index: FactsIndex;
  readonly states: States;
  readonly work: Work;
  readonly quarantine: Pick<Quarantine, 'uploadGrant'>;
  readonly originals: Originals;
  /** Tells the state step of what was done here. */
  readonly messages: StateMessages;
  /** Keys under `reports/`. */
  readonly reports: Objects;
  readonly episodes: Episodes;
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  readonly audit: Audit;
  /** Opens a file within bounds of time and memory. */
  readonly open: (bytes: Uint8Array) => Promise<Opened>;
  readonly newId: () => string;
  /** Where this app is, without a slash at its end: `https://rollout.example.nhs.uk`. */
  readonly address: string;
  /** The day that is meant where none is asked for. */
  readonly today: () => Day;
  readonly now: () => Instant;
  readonly madeUp: boolean;
};
