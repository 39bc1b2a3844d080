import type { Day } from '../../shared/calendar/day.ts';
import type { RunClocks } from '../../shared/store/alert-ports.ts';
import { SILENT } from '../log.ts';
import type { AlertDeps } from './alert-deps.ts';
import { type DeliveryReport, reported } from './delivery-report.ts';
import { tellingOf } from './due-messages.ts';
import { retryDue } from './retry-due.ts';
import { settleUncertain } from './settle-uncertain.ts';
import { tellSubscribers } from './tell-subscribers.ts';
import { updateEpisodes } from './update-episodes.ts';

/** `week`: the Monday whose digests go out too; null: an evening without. */
export type RunAsk = RunClocks & { readonly week: Day | null };

export type RunReport = {
  /** The clocks that it looked under: the latest that any run has noted. */
  readonly clocks: RunClocks;
  readonly opened: number;
  readonly closed: number;
  readonly changed: number;
  readonly open: number;
  /** What became of the messages of this run, and of those that earlier ones had left. */
  readonly deliveries: DeliveryReport;
  /** Subscriptions that another run was telling: they are to be asked for again. */
  readonly held: readonly string[];
};

/**
 * One run of the alert step: looks at every practice, brings the episodes up to date, and tells each
 * subscription what it was not told yet. Any number of runs, in any order and at once, open one episode
 * for an alert and send a message once. (Design: alerts.)
 */
export function runAlerts(deps: AlertDeps): (ask: RunAsk) => Promise<RunReport> {
  return async ({ week, ...asked }) => {
    const name = `${asked.validAt}${week === null ? '' : ' with digests'}`;
    const settled = await settleUncertain(deps, name);
    const retried = await retryDue(deps, name);
    const updated = await updateEpisodes(deps, asked);
    const { sight, episodes, opened, closed, changed } = updated;
    const tell = await tellingOf(deps, { sight, episodes, week });
    const told = await tellSubscribers(deps, tell, name);
    const reports = [settled, retried, told.deliveries].flatMap(({ messages }) => messages);
    const deliveries = reported(name, reports, SILENT);
    const { validAt, knownAt } = sight.clocks;
    const open = episodes.filter((episode) => episode.closed === null).length;
    deps.log.info('alerts run', { validAt, knownAt, week, opened, closed, changed, open });
    const { held } = told;
    return { clocks: { validAt, knownAt }, opened, closed, changed, open, deliveries, held };
  };
}
