import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SQSEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { eachMessage } from '../../functions/each-message.ts';
import { localQueue, type QueueShape } from '../../local/dispatcher.ts';
import { tempFolder } from './temp-folder.ts';

/** A queue of the shape given, whose handler does `work` with each message as the functions do. */
function queueDoing(work: (word: string) => void, shape: Partial<QueueShape> = {}) {
  const deadLetters = join(tempFolder(), 'dead-letters');
  const queue = localQueue({
    name: 'intake',
    handler: (log) => eachMessage(async (body) => work(body as string), log),
    batchSize: 2,
    atOnce: 1,
    tries: 3,
    pauseMs: 1,
    deadLetters,
    ...shape,
  });
  const send = (...words: string[]) => {
    for (const word of words) queue.send(JSON.stringify(word));
  };
  return { queue, send, deadLetters };
}

describe('a queue on one machine', () => {
  test('hands every message to the handler once when all goes well', async () => {
    const done: string[] = [];
    const { queue, send } = queueDoing((word) => done.push(word));
    send('a', 'b', 'c');
    expect(await queue.drained()).toEqual([]);
    expect(done.sort()).toEqual(['a', 'b', 'c']);
  });

  test('tries a failed message again, and only that one of its batch', async () => {
    const tried: string[] = [];
    const { queue, send } = queueDoing((word) => {
      tried.push(word);
      if (word === 'b' && tried.filter((w) => w === 'b').length < 3) throw new Error('not yet');
    });
    send('x', 'a', 'b', 'c');
    expect(await queue.drained()).toEqual([]);
    expect(tried.sort()).toEqual(['a', 'b', 'b', 'b', 'c', 'x']);
  });

  test('keeps a message that never succeeds as a file, with what is known of the failure', async () => {
    const { queue, send, deadLetters } = queueDoing((word) => {
      if (word === 'bad') throw new TypeError('a cell that no file may repeat');
    });
    send('good', 'bad');
    const dead = await queue.drained();
    expect(dead).toMatchObject([{ queue: 'intake', body: '"bad"' }]);
    expect(readdirSync(deadLetters)).toHaveLength(1);
    const letter = readFileSync(dead[0]!.file, 'utf8');
    expect(JSON.parse(letter)).toMatchObject({
      queue: 'intake',
      tried: 3,
      body: '"bad"',
      trouble: { error: 'TypeError' },
    });
    expect(letter).not.toContain('a cell that no file may repeat');
  });

  test('takes a handler that throws as one that failed for the whole batch', async () => {
    const handler = () => async (_event: SQSEvent) => {
      throw new Error('the handler broke');
    };
    const { queue, send } = queueDoing(() => {}, { handler, tries: 2 });
    send('a', 'b', 'c');
    expect(await queue.drained()).toHaveLength(3);
    expect(await queue.drained()).toEqual([]);
  });

  test('runs no more batches at once than it is told to', async () => {
    let running = 0;
    let most = 0;
    const handler = () => async (_event: SQSEvent) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
      return { batchItemFailures: [] };
    };
    const { queue, send } = queueDoing(() => {}, { handler, batchSize: 1, atOnce: 2 });
    send('a', 'b', 'c', 'd', 'e');
    await queue.drained();
    expect(most).toBe(2);
  });
});
