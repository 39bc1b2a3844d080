import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Instant } from '../../shared/calendar/day.ts';
import type { AlertMessages } from '../../shared/store/alert-ports.ts';
import type { ReleaseMessages } from '../../shared/store/ports.ts';
import { type Log, SILENT, traceOf } from '../log.ts';
import { type Asked, askedIn } from './asked.ts';
import { NotReleased } from './not-released.ts';
import type { PublishAsk, PublishOutcome } from './publish-week.ts';
import { type InProcessDeps, uploadsInProcess } from './uploads-in-process.ts';

/** How long a release waits for uploads in process, and how often it looks (design, weekly release). */
const LONGEST_WAIT = 30;
const LOOKS_EVERY = 5;

type Deps = InProcessDeps & {
  readonly publish: (ask: Pick<PublishAsk, 'week' | 'amend'>) => Promise<PublishOutcome>;
  readonly messages: ReleaseMessages;
  readonly alerts: Pick<AlertMessages, 'released'>;
  /** Only to refuse a week that is to come: which week it is, the message says. */
  readonly now: () => Instant;
  readonly log?: Log;
};

/**
 * The release function: publishes the week that each message names, once. While uploads that were
 * received before the cut-off are in process, the message is sent again for some minutes later, carrying
 * how long it has waited; so waiting uses up none of the tries that SQS allows a message, and a failure
 * none of the waiting. After 30 minutes it fails.
 *
 * Throws where a message fails, instead of naming it in the answer: only an invocation that failed rings
 * the alarm at once. The message comes again, and in the end goes to the dead-letter queue. A message
 * that comes twice publishes once. The alert step is told of each week that has its release.
 */
export function onMessage(deps: Deps): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const { log = SILENT } = deps;
  return async ({ Records }) => {
    for (const record of Records) {
      try {
        await release({ ...deps, log }, askedIn(jsonOf(record), deps.now()));
      } catch (error) {
        const why = error instanceof NotReleased ? error.message : 'an error, at the places named';
        log.warn('nothing was released', { messageId: record.messageId, ...traceOf(error), why });
        // Another's words may quote what was read; the log has its places.
        throw error instanceof NotReleased ? error : new Error('the release step broke down');
      }
    }
    return { batchItemFailures: [] };
  };
}

async function release(deps: Deps & { readonly log: Log }, asked: Asked): Promise<void> {
  const { week } = asked.publish;
  const found = await uploadsInProcess(deps, asked.cutOff);
  const uploads = found.filter((uploadId) => !asked.without.has(uploadId));
  if (uploads.length > 0) return waitFor(uploads, deps, asked);
  const published = await deps.publish(asked.publish);
  if (published.outcome === 'refused') throw new NotReleased(`${week}: ${published.why}`);
  const { outcome, version, folder } = published;
  deps.log.info('release made', { week, outcome, version, folder, without: found });
  // Of one published before too: a try that ended between the two told nobody.
  await deps.alerts.released(week);
}

async function waitFor(
  uploads: readonly string[],
  { messages, log }: Deps & { readonly log: Log },
  { message, publish: { week } }: Asked,
): Promise<void> {
  const { waited = 0 } = message;
  log.warn('uploads received before the cut-off are in process', { week, waited, uploads });
  if (waited >= LONGEST_WAIT) {
    throw new NotReleased(
      `${week}: after ${waited} minutes these uploads are still in process: ${uploads.join(', ')}`,
    );
  }
  await messages.sendLater({ ...message, waited: waited + LOOKS_EVERY }, LOOKS_EVERY);
}

function jsonOf({ body }: SQSRecord): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new NotReleased('the message is not JSON');
  }
}
