import type { Delivery, DeliveryState, Message } from '../../shared/alert/message.ts';
import type { Instant } from '../../shared/calendar/day.ts';
import type {
  Carrier,
  Deliveries,
  HandedOver,
  Subscriptions,
} from '../../shared/store/alert-ports.ts';
import { type Log, traceOf } from '../log.ts';
import type { Became } from './delivery-report.ts';
import { after } from './try-states.ts';

export type DeliverDeps = {
  readonly deliveries: Deliveries;
  readonly subscriptions: Subscriptions;
  readonly carrier: Carrier;
  readonly now: () => Instant;
  readonly log: Log;
  /** The most messages that one run hands over. */
  readonly cap: number;
};

/** What the messages of one run share: how many more may go, and to whom nothing goes. */
export type Run = { left: number; readonly suppressed: Set<string> };

/** Begins a run: nothing has been handed over in it yet. */
export async function runOf({ subscriptions, cap }: DeliverDeps): Promise<Run> {
  return { left: cap, suppressed: new Set((await subscriptions.suppressed()).keys()) };
}

/** Why a message is not to be handed over at all: its address is suppressed, or its subscription ended. */
export async function barred(
  deps: Pick<DeliverDeps, 'subscriptions'>,
  run: Pick<Run, 'suppressed'>,
  message: Message,
): Promise<'suppressed' | 'ended' | undefined> {
  const { channel, subscription } = message;
  if (channel.type === 'email' && run.suppressed.has(channel.to.toLowerCase())) return 'suppressed';
  const known = await deps.subscriptions.of(subscription);
  return known !== undefined && known.endedOn !== null ? 'ended' : undefined;
}

/**
 * Records a delivery as begun, hands its message over and records the outcome. Of several that try at
 * once one alone gets to hand it over, as one alone gets to record it; undefined: it was not this one.
 */
export async function handOver(
  deps: DeliverDeps,
  run: Run,
  begun: Delivery & { readonly message: Message },
): Promise<Became | undefined> {
  if (run.left <= 0) return 'over-cap';
  run.left -= 1;
  if ((await deps.deliveries.save(begun)) === 'overtaken') {
    run.left += 1;
    return undefined;
  }
  const handedOver = await handedOverBy(deps, begun.message);
  const done = after(begun, handedOver, deps.now());
  const kept = await recorded(deps, begun, done);
  if (handedOver.outcome === 'refused' && handedOver.forGood) {
    await suppressReceiver(deps, run, begun.message);
  }
  return becameOf(kept.state);
}

async function handedOverBy({ carrier, log }: DeliverDeps, message: Message): Promise<HandedOver> {
  try {
    return await carrier.handOver(message);
  } catch (error) {
    // A carrier that throws has a fault, and nobody knows how far it got.
    log.warn('carrier failed', { id: message.id, ...traceOf(error) });
    return { outcome: 'uncertain', why: 'the sender failed while the message was handed over' };
  }
}

/**
 * Where another run took this one for crashed meanwhile and settled the delivery, what is known counts;
 * what a person decided since stays.
 */
async function recorded(
  { deliveries }: DeliverDeps,
  begun: Delivery,
  done: Delivery,
): Promise<Delivery> {
  if ((await deliveries.save(done)) === 'saved') return done;
  const found = await deliveries.of(begun.id);
  if (found === undefined || found.tries !== begun.tries) return found ?? done;
  if (found.state !== 'uncertain' && found.state !== 'waiting') return found;
  const known = { ...done, version: found.version + 1 };
  return (await deliveries.save(known)) === 'saved' ? known : found;
}

async function suppressReceiver(deps: DeliverDeps, run: Run, { channel }: Message): Promise<void> {
  if (channel.type !== 'email') return;
  run.suppressed.add(channel.to.toLowerCase());
  await deps.subscriptions.suppress(channel.to.toLowerCase(), { why: 'bounce', at: deps.now() });
}

function becameOf(state: DeliveryState): Became {
  return state === 'begun' ? 'under-way' : state === 'dropped' ? 'left' : state;
}
