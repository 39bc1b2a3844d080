import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Instant } from '../../shared/calendar/day.ts';
import type { AlertMessages } from '../../shared/store/alert-ports.ts';
import { type Log, SILENT, traceOf } from '../log.ts';
import { askedIn } from './asked.ts';
import { bouncesIn, type MailEvent } from './mail-event.ts';
import type { Bounce } from './on-bounce.ts';
import type { RunAsk, RunReport } from './run-alerts.ts';
import { WrongMessage } from './wrong-message.ts';

/** What SQS can hold a message back for. */
const LONGEST_DELAY = 15;
/** A day of quarter hours: what waits longer is tried again by the next evening run. */
const MOST_RETRIES = 96;

type Deps = {
  readonly run: (ask: RunAsk) => Promise<Pick<RunReport, 'deliveries' | 'held'>>;
  /** Tries what waits and is due once more. */
  readonly retry: (running: string) => Promise<unknown>;
  /** How many messages wait to be sent again. */
  readonly waiting: () => Promise<number>;
  readonly bounced: (bounce: Bounce) => Promise<unknown>;
  readonly tellOperators: (at: Instant, capReached: boolean) => Promise<void>;
  readonly messages: Pick<AlertMessages, 'retryLater'>;
  /** Only to refuse clocks that are to come. */
  readonly now: () => Instant;
  readonly log?: Log;
};

/**
 * The alert function. An evening or a week that has its release is run; where messages then wait to be sent
 * again, it sends itself word to look after 5, 10, then every 15 minutes; what a mail came back with is
 * noted. Each message may come twice. Throws where one fails: only an invocation that failed rings the
 * alarm at once; it comes again, and in the end goes to the dead-letter queue.
 */
export function onMessage(deps: Deps): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const { log = SILENT } = deps;
  return async ({ Records }) => {
    for (const record of Records) {
      try {
        await doOne({ ...deps, log }, jsonOf(record));
      } catch (error) {
        const why = error instanceof WrongMessage ? error.message : 'an error, at the places named';
        log.warn('nothing was alerted', { messageId: record.messageId, ...traceOf(error), why });
        // Another's words may quote what was read; the log has its places.
        throw error instanceof WrongMessage ? error : new Error('the alert step broke down');
      }
    }
    return { batchItemFailures: [] };
  };
}

async function doOne(deps: Deps & { readonly log: Log }, body: unknown): Promise<void> {
  const asked = askedIn(body, deps.now());
  if (asked.what === 'mail') return noteMail(deps, asked.event);
  if (asked.what === 'retry') {
    await deps.retry(`retry ${asked.times}`);
    return lookAgain(deps, asked.times + 1);
  }
  const { deliveries, held } = await deps.run(asked.run);
  await lookAgain(deps, 1);
  // The message comes again, when the other run is over.
  if (held.length > 0) throw new Error('another run was telling some subscriptions');
  if (asked.evening !== null) {
    await deps.tellOperators(asked.evening, deliveries.counts['over-cap'] > 0);
  }
}

async function noteMail(deps: Deps & { readonly log: Log }, event: MailEvent): Promise<void> {
  const { eventType, mail } = event.detail;
  deps.log.info('mail event', { eventType, providerId: mail.messageId });
  if (eventType === 'Reject') deps.log.warn('mail rejected', { providerId: mail.messageId });
  for (const bounce of bouncesIn(event)) await deps.bounced(bounce);
}

async function lookAgain(deps: Deps & { readonly log: Log }, times: number): Promise<void> {
  const waiting = await deps.waiting();
  if (waiting === 0) return;
  if (times > MOST_RETRIES) {
    deps.log.warn('messages still waiting', { waiting });
    return;
  }
  await deps.messages.retryLater(times, Math.min(times * 5, LONGEST_DELAY));
}

function jsonOf({ body }: SQSRecord): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new WrongMessage('the message is not JSON');
  }
}
