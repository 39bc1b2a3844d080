import type { AlertDeps } from '../functions/alert/alert-deps.ts';
import { decide } from '../functions/alert/decide.ts';
import { headlinesOf } from '../functions/alert/headlines.ts';
import { linksBeneath } from '../functions/alert/links.ts';
import { type RunAsk, type RunReport, runAlerts } from '../functions/alert/run-alerts.ts';
import { webhookCarrier } from '../functions/alert/webhook-carrier.ts';
import { SILENT } from '../functions/log.ts';
import type { Delivery } from '../shared/alert/message.ts';
import { sightOn } from '../shared/alert/sight.ts';
import { groupByPractice } from '../shared/state/practice-on-day.ts';
import type { Carrier } from '../shared/store/alert-ports.ts';
import type { From } from '../shared/store/email.ts';
import { carrierFor, smtpCarrier } from '../shared/store/mail-carrier.ts';
import { objectReports } from '../shared/store/object-reports.ts';
import type { SmtpServer } from '../shared/store/smtp-conversation.ts';
import type { DataFolder } from './data-folder.ts';
import { type Machine, openMachine } from './machine.ts';
import { now } from './now.ts';
import { outboxCarrier } from './outbox-carrier.ts';
import { PlainError } from './plain-error.ts';
import { uploadEndpoint } from './upload-server.ts';

const FROM: From = { name: 'Record Access Rollout', address: 'rollout@localhost' };
/** So many messages one run may send here; more would be a mistake on one machine too. */
const CAP = 1_000;

/** The alert step on one data folder. */
export type AlertMachine = Machine & {
  readonly deps: AlertDeps;
  run(ask: RunAsk): Promise<RunReport>;
  /** What a person decides of a message in doubt. */
  decide(delivery: Delivery, decision: 'again' | 'drop'): Promise<Delivery>;
};

/** Opens a data folder with the alert step as the cloud runs it; mail goes to the outbox, or to `SMTP_URL`. */
export async function alertMachine(folder: DataFolder): Promise<AlertMachine> {
  return alertStepOn(await openMachine(folder));
}

/** The alert step on a data folder that is open. */
export async function alertStepOn(machine: Machine): Promise<AlertMachine> {
  const deps = await depsOn(machine);
  return {
    ...machine,
    deps,
    run: runAlerts(deps),
    async decide(delivery, decision) {
      try {
        await decide(deps, delivery, decision);
      } catch (error) {
        if (error instanceof RangeError) throw new PlainError(`${error.message}.`);
        throw error;
      }
      return (await machine.deliveries.of(delivery.id)) ?? delivery;
    },
  };
}

async function depsOn(machine: Machine): Promise<AlertDeps> {
  const { episodes, subscriptions, deliveries, folder, ledger, reports } = machine;
  const pages = await uploadEndpoint(folder.root);
  let facts: ReturnType<typeof groupByPractice> | undefined;
  return {
    ...{ episodes, subscriptions, deliveries },
    async look(clocks) {
      facts ??= groupByPractice(await ledger.all());
      return sightOn(facts, { ...clocks, rulesAt: clocks.validAt });
    },
    headlines: (week) => headlinesOf(objectReports(reports), week),
    carrier: carrierFor({
      email: mailCarrier(folder.root),
      webhook: webhookCarrier({ fetch, now, allowLocal: true }),
    }),
    links: (subscription) => linksBeneath(pagesAt(pages), subscription),
    cap: CAP,
    madeUp: (await folder.sample()) !== undefined,
    now,
    log: SILENT,
  };
}

function mailCarrier(root: string): Carrier {
  const server = process.env['SMTP_URL'];
  return server === undefined ? outboxCarrier(root, FROM) : smtpCarrier(smtpServer(server), FROM);
}

/**
 * Where links lead: to `PAGES_URL` where it is given, else to the pages that `npm start` serves. Mail that
 * leaves this machine by a server names no address of this machine.
 */
function pagesAt(served: string | undefined): string | null {
  const { PAGES_URL, SMTP_URL } = process.env;
  return PAGES_URL ?? (SMTP_URL === undefined ? (served ?? null) : null);
}

/** Reads `smtp://user:password@host:port`; `smtps` for a connection that is secure from its beginning. */
function smtpServer(text: string): SmtpServer {
  if (!URL.canParse(text) || !/^smtps?:/.test(text)) {
    throw new PlainError('SMTP_URL is no address of a mail server: write smtp://host:25.');
  }
  const { protocol, hostname, port, username, password } = new URL(text);
  const secure = protocol === 'smtps:';
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    host: hostname,
    port: port === '' ? (secure ? 465 : 25) : Number(port),
    secure,
    ...(username !== '' && { auth }),
  };
}
