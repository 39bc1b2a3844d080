import { randomUUID } from 'node:crypto';
import type { Subscription } from '../../shared/alert/subscription.ts';
import { toldBy } from '../../shared/alert/told.ts';
import { instant } from '../../shared/calendar/day.ts';
import { atOnce } from '../../shared/store/at-once.ts';
import { SILENT, traceOf } from '../log.ts';
import { deliver } from './deliver.ts';
import { type DeliveryReport, type MessageReport, reported } from './delivery-report.ts';
import type { Telling } from './due-messages.ts';
import { type DeliverDeps, runOf } from './hand-over.ts';

const AT_ONCE = 4;
/** Far longer than the messages of one subscription take. */
const TURN_MINUTES = 15;

export type ToldReport = {
  readonly deliveries: DeliveryReport;
  /** Subscriptions that another run was telling at the time. */
  readonly held: readonly string[];
};

/**
 * Tells every subscription what it is due. What one was told is read, and more is told, in a turn that one
 * run at a time has: of two runs at once the second would else tell the same in other words. One that
 * cannot be told stops no other. Throws only where the subscriptions cannot be read.
 */
export async function tellSubscribers(
  deps: DeliverDeps,
  tell: Telling,
  running: string,
): Promise<ToldReport> {
  const by = randomUUID();
  const subscriptions = (await deps.subscriptions.all()).filter((s) => s.endedOn === null);
  const run = await runOf(deps);
  const held: string[] = [];
  const reports = await atOnce(AT_ONCE, subscriptions, async (subscription) => {
    try {
      if (await deps.subscriptions.takeTurn(subscription.id, turnOf(by, deps))) {
        return await tellOne({ ...deps, run }, { subscription, tell, running });
      }
      held.push(subscription.id);
    } catch (error) {
      deps.log.warn('subscription not told', { id: subscription.id, ...traceOf(error) });
      return [{ id: subscription.id, became: 'failed' as const }];
    } finally {
      await deps.subscriptions.endTurn(subscription.id, by).catch(() => undefined);
    }
    return [];
  });
  if (held.length > 0) deps.log.warn('subscriptions held by another run', { running, held });
  const all: readonly MessageReport[] = reports.flat();
  return { deliveries: reported(running, all, SILENT), held };
}

type One = {
  readonly subscription: Subscription;
  readonly tell: Telling;
  readonly running: string;
};

async function tellOne(
  deps: Parameters<typeof deliver>[0],
  { subscription, tell, running }: One,
): Promise<readonly MessageReport[]> {
  const told = toldBy(await deps.deliveries.ofSubscription(subscription.id));
  return (await deliver(deps, await tell(subscription, told), running)).messages;
}

function turnOf(by: string, { now }: Pick<DeliverDeps, 'now'>) {
  const at = now();
  const until = instant(new Date(Date.parse(at) + TURN_MINUTES * 60_000).toISOString());
  return { by, at, until };
}
