import {
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { again } from './again.ts';
import { atOnce, pieces } from './at-once.ts';
import type { StateMessage, StateMessages } from './ports.ts';

/** Some seconds of work for the state step, so that a message that fails repeats little. */
const PRACTICES_A_MESSAGE = 50;
/** SQS's own limit for one SendMessageBatch. */
const MESSAGES_A_BATCH = 10;
const BATCHES_AT_ONCE = 4;

/** Tells the state step through an SQS queue which practices have news. */
export function sqsStateMessages(client: SQSClient, queueUrl: string): StateMessages {
  return {
    async send(codes, validAt) {
      const bodies = pieces(codes, PRACTICES_A_MESSAGE).map(
        (practices): StateMessage => ({ practices, ...(validAt !== undefined && { validAt }) }),
      );
      const entries = bodies.map((body, at) => ({
        Id: String(at),
        MessageBody: JSON.stringify(body),
      }));
      await atOnce(BATCHES_AT_ONCE, pieces(entries, MESSAGES_A_BATCH), (batch) =>
        sendBatch(client, queueUrl, batch),
      );
    },
  };
}

/** SQS may take part of a batch: what failed is sent again. */
function sendBatch(
  client: SQSClient,
  QueueUrl: string,
  batch: readonly SendMessageBatchRequestEntry[],
): Promise<true> {
  let left = batch;
  return again(async () => {
    const { Failed } = await client.send(
      new SendMessageBatchCommand({ QueueUrl, Entries: [...left] }),
    );
    const failed = new Set(Failed?.map((entry) => entry.Id));
    left = left.filter((entry) => failed.has(entry.Id));
    return left.length === 0 ? true : undefined;
  }, 'the state queue took no more messages; they will be sent when the upload is taken in again');
}
