import { type DeadLetters, operatorAlerts, operatorsNotice } from '../../shared/alert/operators.ts';
import { type Instant, londonDay } from '../../shared/calendar/day.ts';
import type { Deliveries, OperatorNotices, Subscriptions } from '../../shared/store/alert-ports.ts';
import type { Reports } from '../../shared/store/object-reports.ts';
import type { Work } from '../../shared/store/ports.ts';

export type OperatorsDeps = {
  readonly work: Pick<Work, 'receipts'>;
  readonly deliveries: Pick<Deliveries, 'inState'>;
  readonly subscriptions: Pick<Subscriptions, 'suppressed'>;
  readonly reports: Pick<Reports, 'chain'>;
  readonly deadLetters: () => Promise<readonly DeadLetters[]>;
  readonly notices: OperatorNotices;
};

/**
 * Tells the operators what is in trouble as at a moment, where anything is, once a day. A release that did
 * not reconcile shows as late, and among the dead letters: the release step says why when it happens.
 */
export async function tellOperators(
  deps: OperatorsDeps,
  now: Instant,
  capReached: boolean,
): Promise<'told' | 'was-told' | 'nothing'> {
  const [receipts, deadLetters, releases, uncertain, dead, suppressed] = await Promise.all([
    deps.work.receipts(1),
    deps.deadLetters(),
    deps.reports.chain(),
    deps.deliveries.inState('uncertain'),
    deps.deliveries.inState('dead'),
    deps.subscriptions.suppressed(),
  ]);
  const lastUploadAt = receipts[0]?.receivedAt ?? null;
  const seen = { now, lastUploadAt, deadLetters, releases, refusedReleases: [], uncertain, dead };
  const alerts = operatorAlerts({ ...seen, suppressed: [...suppressed.values()], capReached });
  if (alerts.length === 0) return 'nothing';
  const on = londonDay(now);
  return deps.notices.tell(on, operatorsNotice(on, alerts));
}
