import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { beforeEach, describe, expect, test } from 'vitest';
import { day } from '../../../shared/calendar/day.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import type { StateMessage } from '../../../shared/store/ports.ts';
import { sqsStateMessages } from '../../../shared/store/state-messages.ts';

const client = new SQSClient({ region: 'eu-west-2' });
const mock = mockClient(client);
const messages = sqsStateMessages(client, 'https://queue');
beforeEach(() => mock.reset());

const codes = (length: number) =>
  Array.from({ length }, (_, n) => `A${String(n).padStart(5, '0')}` as PracticeCode);
const batches = () =>
  mock.commandCalls(SendMessageBatchCommand).map((call) => call.args[0].input.Entries!);
const bodies = (): StateMessage[] =>
  batches().flatMap((batch) => batch.map((entry) => JSON.parse(entry.MessageBody!)));

describe('messages to the state step', () => {
  test('carry up to 50 codes each, up to 10 a batch, and every code once', async () => {
    mock.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
    await messages.send(codes(1234));
    expect(batches().map((batch) => batch.length)).toEqual([10, 10, 5]);
    expect(Math.max(...bodies().map((body) => body.practices.length))).toBe(50);
    expect(bodies().flatMap((body) => body.practices)).toEqual(codes(1234));
    expect(bodies()[0]).not.toHaveProperty('validAt');
  });

  test('carry the day that they are about, where one is given', async () => {
    mock.on(SendMessageBatchCommand).resolves({});
    await messages.send(codes(1), day('2023-12-04'));
    expect(bodies()).toEqual([{ practices: ['A00000'], validAt: '2023-12-04' }]);
  });

  test('that failed are sent again, and only those', async () => {
    const failed = (Id: string) => ({ Id, Code: 'InternalError', SenderFault: false });
    mock
      .on(SendMessageBatchCommand)
      .resolvesOnce({ Failed: [failed('1'), failed('2')] })
      .resolvesOnce({ Failed: [failed('2')] })
      .resolves({});
    await messages.send(codes(200));
    expect(batches().map((batch) => batch.map((entry) => entry.Id))).toEqual([
      ['0', '1', '2', '3'],
      ['1', '2'],
      ['2'],
    ]);
  });

  test('are none when there is no news', async () => {
    await messages.send([]);
    expect(mock.calls()).toHaveLength(0);
  });
});
