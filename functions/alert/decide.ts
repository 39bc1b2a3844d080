import type { Delivery, DeliveryState } from '../../shared/alert/message.ts';
import type { Became } from './delivery-report.ts';
import { barred, type DeliverDeps, handOver, runOf } from './hand-over.ts';
import { hasMessage } from './retry-due.ts';
import { begunAgain } from './try-states.ts';

/** What a person may decide about: all that is neither under way nor over. */
const OPEN_TO_DECISION: readonly DeliveryState[] = ['waiting', 'refused', 'dead', 'uncertain'];

/**
 * What a person decided of a message: `again` hands it over once more, from the words that were kept;
 * `drop` says that it is not to be sent. Gives what became of it; `left`: somebody else was faster. Throws,
 * in words for the person, where nothing can be decided.
 */
export async function decide(
  deps: DeliverDeps,
  delivery: Delivery,
  decision: 'again' | 'drop',
): Promise<Became | 'dropped'> {
  if (!OPEN_TO_DECISION.includes(delivery.state)) {
    throw new RangeError(`message ${delivery.id} is ${delivery.state}: there is nothing to decide`);
  }
  if (decision === 'drop') return drop(deps, delivery);
  if (!hasMessage(delivery)) {
    throw new RangeError(`message ${delivery.id} was sent and came back: its words are not kept`);
  }
  const run = await runOf(deps);
  const bar = await barred(deps, run, delivery.message);
  if (bar !== undefined) throw new RangeError(`message ${delivery.id} is not sent: ${BARS[bar]}`);
  const begun = { ...begunAgain(delivery, deps.now()), message: delivery.message };
  return (await handOver(deps, run, begun)) ?? 'left';
}

const BARS = {
  suppressed: 'its address takes no mail; release the address first',
  ended: 'its subscription has ended',
} as const;

async function drop({ deliveries, now }: DeliverDeps, delivery: Delivery) {
  const fresh = { at: now(), notBefore: null, message: null, version: delivery.version + 1 };
  const saved = await deliveries.save({ ...delivery, ...fresh, state: 'dropped' });
  return saved === 'saved' ? 'dropped' : 'left';
}
