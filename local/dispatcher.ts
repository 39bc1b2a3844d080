import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Log } from '../functions/log.ts';

/** A handler as SQS calls it: the answer names the messages that failed. */
export type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse>;

export type QueueShape = {
  readonly name: string;
  /** Makes the handler; what it logs of a failed message goes into the dead letter. */
  readonly handler: (log: Log) => QueueHandler;
  /** Messages handed over at a time. */
  readonly batchSize: number;
  /** Batches under way at once. */
  readonly atOnce: number;
  /** How often a message is tried before it goes to the dead-letter folder. */
  readonly tries: number;
  /** Milliseconds before a failed message is tried again; doubled each time. */
  readonly pauseMs: number;
  readonly deadLetters: string;
};

/** A message that failed as often as its queue allows, and the file that keeps it. */
export type DeadLetter = { readonly queue: string; readonly body: string; readonly file: string };

/** A queue in this process, in the place of SQS: the same handlers, events and second chances. */
export type LocalQueue = {
  send(body: string): void;
  /** Resolves when nothing waits or runs any more; gives the messages that died since the last call. */
  drained(): Promise<readonly DeadLetter[]>;
};

/** What a handler logged of a failed message: never its content. */
type Trouble = Record<string, unknown>;
type Message = { readonly id: string; readonly body: string; readonly tried: number };

/** Makes a queue; messages are handed to its handler from the moment they are sent. */
export function localQueue(shape: QueueShape): LocalQueue {
  const waiting: Message[] = [];
  const running = new Set<Promise<void>>();
  const trouble = new Map<unknown, Trouble>();
  const handler = shape.handler(logInto(trouble));
  let dead: DeadLetter[] = [];

  const handOver = async (batch: readonly Message[]): Promise<void> => {
    const failed = await failedIn(shape.name, handler, batch);
    const again = batch
      .filter((message) => failed.has(message.id))
      .map((message) => ({ ...message, tried: message.tried + 1 }));
    for (const message of again.filter(({ tried }) => tried >= shape.tries)) {
      dead.push(await bury(shape, message, trouble.get(message.id)));
    }
    for (const { id } of batch) trouble.delete(id);
    const retry = again.filter(({ tried }) => tried < shape.tries);
    if (retry.length > 0) {
      await pause(shape.pauseMs * 2 ** (retry[0]!.tried - 1));
      waiting.push(...retry);
    }
  };
  const pump = (): void => {
    while (waiting.length > 0 && running.size < shape.atOnce) {
      const batch = handOver(waiting.splice(0, shape.batchSize)).finally(() => {
        running.delete(batch);
        pump();
      });
      running.add(batch);
    }
  };
  return {
    send(body) {
      waiting.push({ id: randomUUID(), body, tried: 0 });
      pump();
    },
    async drained() {
      while (running.size > 0) await Promise.race(running);
      const died = dead;
      dead = [];
      return died;
    },
  };
}

/** Ids of the messages that failed: those that the handler names, or all of them when it throws. */
async function failedIn(
  queue: string,
  handler: QueueHandler,
  batch: readonly Message[],
): Promise<ReadonlySet<string>> {
  try {
    const answer = await handler({ Records: batch.map((message) => asRecord(queue, message)) });
    return new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  } catch {
    return new Set(batch.map(({ id }) => id));
  }
}

function logInto(trouble: Map<unknown, Trouble>): Log {
  return { info: () => {}, warn: (_, fields) => trouble.set(fields['messageId'], fields) };
}

/** Keeps a dead message where people can open it, and send what it speaks of once more. */
async function bury(
  shape: QueueShape,
  message: Message,
  trouble: Trouble | undefined,
): Promise<DeadLetter> {
  await mkdir(shape.deadLetters, { recursive: true });
  const file = join(shape.deadLetters, `${shape.name}-${message.id}.json`);
  const letter = { queue: shape.name, tried: message.tried, body: message.body, trouble };
  await writeFile(file, `${JSON.stringify(letter, null, 2)}\n`);
  return { queue: shape.name, body: message.body, file };
}

function asRecord(queue: string, { id, body, tried }: Message): SQSRecord {
  return {
    messageId: id,
    receiptHandle: id,
    body,
    attributes: {
      ApproximateReceiveCount: String(tried + 1),
      SentTimestamp: '0',
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:local:000000000000:${queue}`,
    awsRegion: 'local',
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
