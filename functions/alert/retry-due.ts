import type { Delivery, Message } from '../../shared/alert/message.ts';
import { byCodeUnits } from '../../shared/coverage/by-code-units.ts';
import { type Became, type DeliveryReport, reported } from './delivery-report.ts';
import { eachOf } from './each-of.ts';
import { barred, type DeliverDeps, handOver, type Run, runOf } from './hand-over.ts';
import { begunAgain } from './try-states.ts';

/**
 * Hands over once more what waits and whose time has come, the longest waiting first. One whose address was
 * suppressed meanwhile is `refused`, one whose subscription ended `dropped`.
 */
export async function retryDue(deps: DeliverDeps, running: string): Promise<DeliveryReport> {
  const now = deps.now();
  const due = (await deps.deliveries.inState('waiting'))
    .filter(({ notBefore }) => notBefore === null || notBefore <= now)
    .sort((a, b) => byCodeUnits(a.notBefore ?? '', b.notBefore ?? ''));
  if (due.length === 0) return reported(running, [], deps.log);
  const run = await runOf(deps);
  const became = await eachOf(deps, due, (delivery) => retried(deps, run, delivery));
  return reported(running, became, deps.log);
}

async function retried(deps: DeliverDeps, run: Run, delivery: Delivery): Promise<Became> {
  if (!hasMessage(delivery)) throw new Error('a delivery that waits has lost its message');
  const bar = await barred(deps, run, delivery.message);
  if (bar !== undefined) {
    const saved = await deps.deliveries.save(closedFor(bar, delivery, deps));
    return saved === 'saved' ? bar : 'under-way';
  }
  const begun = { ...begunAgain(delivery, deps.now()), message: delivery.message };
  return (await handOver(deps, run, begun)) ?? 'under-way';
}

function closedFor(
  bar: 'suppressed' | 'ended',
  delivery: Delivery,
  { now }: DeliverDeps,
): Delivery {
  const fresh = { ...delivery, at: now(), notBefore: null, version: delivery.version + 1 };
  if (bar === 'ended') {
    return { ...fresh, state: 'dropped', why: 'its subscription has ended', message: null };
  }
  return { ...fresh, state: 'refused', why: 'nothing is sent to its address any more' };
}

/** True when the words of a delivery are still kept. */
export function hasMessage(delivery: Delivery): delivery is Delivery & { message: Message } {
  return delivery.message !== null;
}
