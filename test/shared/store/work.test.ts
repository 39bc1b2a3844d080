import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { hash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../../shared/calendar/day.ts';
import type { Work } from '../../../shared/store/ports.ts';
import { dynamoWork } from '../../../shared/store/work.ts';
import { receiptOf, uploadOf } from '../uploads.ts';
import { type Embedded, startEmbedded } from './embedded.ts';

describe('uploads and receipts, on an embedded DynamoDB', () => {
  let dynamo: Embedded;
  let work: Work;
  beforeAll(async () => {
    dynamo = await startEmbedded();
  });
  beforeEach(async () => {
    work = dynamoWork(dynamo.client, (await dynamo.freshTables()).work);
  });
  afterAll(() => dynamo.stop());

  test('the first announcement of an upload stays', async () => {
    const backfilledAt = instant('2024-01-01T00:00:00Z');
    const upload = uploadOf({ backfilledAt });
    expect(await work.announcement('up-1')).toBeUndefined();
    expect(await work.announce(upload)).toBe('announced');
    expect(await work.announce(uploadOf({ fileName: 'other.csv' }))).toBe('known');
    expect(await work.announcement('up-1')).toEqual(upload);
  });

  test('the first receipt of an upload stays', async () => {
    const receipt = receiptOf();
    expect(await work.receipt('up-1')).toBeUndefined();
    expect(await work.saveReceipt(receipt)).toBe('saved');
    expect(await work.saveReceipt(receiptOf({ accepted: 2 }))).toBe('known');
    expect(await work.receipt('up-1')).toEqual(receipt);
  });

  test('announcing is no receipt, and a receipt no announcement', async () => {
    await work.announce(uploadOf());
    expect(await work.receipt('up-1')).toBeUndefined();
    expect(await work.saveReceipt(receiptOf())).toBe('saved');
    expect(await work.receipts(10)).toHaveLength(1);
  });

  test('receipts are listed newest first', async () => {
    const days = ['2022-06-02', '2022-06-04', '2022-06-01', '2022-06-03'];
    for (const day of days) {
      const receivedAt = instant(`${day}T09:00:00Z`);
      await work.saveReceipt(receiptOf({ uploadId: `on-${day}`, receivedAt }));
    }
    const ids = (await work.receipts(3)).map((receipt) => receipt.uploadId);
    expect(ids).toEqual(['on-2022-06-04', 'on-2022-06-03', 'on-2022-06-02']);
    expect(await work.receipts(9)).toHaveLength(4);
  });

  test('receipts of one role, or of one sender, are found among all others', async () => {
    const senders = [
      { role: 'icb', org: 'QHM' },
      { role: 'practice', org: 'A81001' },
      { role: 'icb', org: 'QOX' },
      { role: 'icb', org: 'QHM' },
    ] as const;
    for (const [at, sender] of senders.entries()) {
      const receivedAt = instant(`2022-06-0${at + 1}T09:00:00Z`);
      await work.saveReceipt(receiptOf({ uploadId: `up-${at + 1}`, sender, receivedAt }));
    }
    const idsFrom = async (limit: number, from: Parameters<Work['receipts']>[1]) =>
      (await work.receipts(limit, from)).map(({ uploadId }) => uploadId);
    expect(await idsFrom(9, { role: 'icb' })).toEqual(['up-4', 'up-3', 'up-1']);
    expect(await idsFrom(9, { role: 'icb', org: 'QHM' })).toEqual(['up-4', 'up-1']);
    expect(await idsFrom(1, { org: 'QHM' })).toEqual(['up-4']);
    // The one asked for lies behind more receipts than are asked for.
    expect(await idsFrom(1, { role: 'practice' })).toEqual(['up-2']);
    expect(await idsFrom(9, { role: 'supplier' })).toEqual([]);
  });

  test('the latest mapping of a sender and kind counts, until it is removed', async () => {
    const sender = { role: 'icb', org: 'QHM' } as const;
    const mapping = { kind: 'status-return', sender, columns: {}, words: {}, fixed: {} } as const;
    const better = { ...mapping, columns: { ODS: 'practice_code' } };
    const other = { ...mapping, kind: 'supplier-extract' } as const;
    for (const one of [mapping, better, other]) await work.saveMapping(one);
    expect(await work.mapping(sender, 'status-return')).toEqual(better);
    expect(await work.mapping({ ...sender, org: 'QOX' }, 'status-return')).toBeUndefined();
    expect(await work.mappings()).toHaveLength(2);
    await work.removeMapping(sender, 'status-return');
    expect(await work.mappings()).toEqual([other]);
    await work.removeMapping(sender, 'status-return');
    expect(await work.receipts(9)).toEqual([]);
  });

  test('a receipt with 6,500 problems is kept whole', async () => {
    const receipt = receiptOf({ problems: problems(6500, (row) => `A8${row}`) });
    await work.saveReceipt(receipt);
    expect(await work.receipt('up-1')).toEqual(receipt);
  });

  test('a receipt too long for an item keeps its counts and its first problems, and says so', async () => {
    const whole = receiptOf({
      rows: 40_000,
      problems: problems(40_000, (row) => hash('sha256', String(row), 'hex')),
    });
    expect(await work.saveReceipt(whole)).toBe('saved');
    const kept = (await work.receipt('up-1'))!;
    expect(kept.rows).toBe(40_000);
    expect(kept.problems.length).toBeGreaterThan(1000);
    expect(kept.problems).toEqual(whole.problems.slice(0, kept.problems.length));
    expect(kept.warnings.at(-1)!.warning).toMatch(
      new RegExp(`shows the first ${kept.problems.length} of 40000 problems`),
    );
  });

  test('of a receipt too long for an item the worst is kept', async () => {
    const often = problems(40_000, (row) => hash('sha256', String(row), 'hex'));
    const rare = { ...often[0]!, row: 1, problem: 'rare' };
    await work.saveReceipt(receiptOf({ rows: 40_000, problems: [rare, ...often] }));
    const kept = (await work.receipt('up-1'))!;
    expect(kept.problems[0]?.problem).toBe('not a day');
    expect(kept.problems.map(({ problem }) => problem)).not.toContain('rare');
  });
});

function problems(length: number, found: (row: number) => string) {
  const said = { column: 'plan_date', problem: 'not a day', remedy: 'write it as 2023-12-04' };
  return Array.from({ length }, (_, at) => ({ ...said, row: at + 2, found: found(at) }));
}

describe('the commands sent for uploads and receipts', () => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-2' }));
  const mock = mockClient(client);
  const work = dynamoWork(client, 'work');
  beforeEach(() => mock.reset());

  test('both are written on the condition that nothing is there', async () => {
    mock.on(PutCommand).resolves({});
    await work.announce(uploadOf());
    await work.saveReceipt(receiptOf());
    for (const call of mock.commandCalls(PutCommand)) {
      expect(call.args[0].input.ConditionExpression).toBe('attribute_not_exists(pk)');
    }
    expect(mock).toHaveReceivedCommandTimes(PutCommand, 2);
  });

  test('the list of receipts asks for the newest, and for no more than it needs', async () => {
    mock.on(QueryCommand).resolves({ Items: [] });
    await work.receipts(20);
    expect(mock).toHaveReceivedCommandWith(QueryCommand, {
      IndexName: 'gsi1',
      ScanIndexForward: false,
      Limit: 20,
    });
  });

  test('a failure other than the condition is thrown', async () => {
    mock.on(PutCommand).rejects(new Error('no network'));
    await expect(work.announce(uploadOf())).rejects.toThrow('no network');
  });
});
