import type { Delivery } from '../../shared/alert/message.ts';
import { type Became, type DeliveryReport, reported } from './delivery-report.ts';
import { eachOf } from './each-of.ts';
import type { DeliverDeps } from './hand-over.ts';
import { afterCrash, isUnderWay } from './try-states.ts';

/**
 * Settles what runs left that crashed: a delivery still `begun` after 15 minutes becomes `uncertain`, for a
 * person to decide. Where the carrier can tell for sure, it and those uncertain before become `sent`, or wait to be sent.
 */
export async function settleUncertain(deps: DeliverDeps, running: string): Promise<DeliveryReport> {
  const begun = await deps.deliveries.inState('begun');
  const uncertain =
    deps.carrier.was === undefined ? [] : await deps.deliveries.inState('uncertain');
  const crashed = begun.filter((each) => !isUnderWay(each, deps.now()));
  const became = await eachOf(deps, [...crashed, ...uncertain], (each) => settled(deps, each));
  // One that stays uncertain was said when it became so.
  return reported(
    running,
    became.filter((each) => each.became !== 'left'),
    deps.log,
  );
}

/** Settles one delivery whose run crashed; `left`: nothing new is known of it. */
export async function settled(deps: DeliverDeps, delivery: Delivery): Promise<Became> {
  const { carrier, deliveries } = deps;
  const was = delivery.message === null ? undefined : await carrier.was?.(delivery.message);
  if (was === undefined && delivery.state === 'uncertain') return 'left';
  const known = afterCrash(delivery, was, deps.now());
  if ((await deliveries.save(known)) === 'overtaken') return 'under-way';
  return known.state === 'sent' ? 'sent' : known.state === 'waiting' ? 'waiting' : 'uncertain';
}
