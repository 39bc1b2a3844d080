import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import { dynamoFactsIndex } from '../../../shared/store/facts-index.ts';
import type { FactsIndex } from '../../../shared/store/ports.ts';
import { declared, letter, listing, PRACTICE, plan } from '../builders.ts';
import { type Embedded, startEmbedded } from './embedded.ts';

const many = (length: number) =>
  Array.from({ length }, (_, n) => declared({ asAt: '2022-06-01', effectiveOn: dayNumber(n) }));
const dayNumber = (n: number) =>
  new Date(Date.UTC(2020, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

describe('the index of facts, on an embedded DynamoDB', () => {
  let dynamo: Embedded;
  let index: FactsIndex;
  beforeAll(async () => {
    dynamo = await startEmbedded();
  });
  beforeEach(async () => {
    index = dynamoFactsIndex(dynamo.client, (await dynamo.freshTables()).facts);
  });
  afterAll(() => dynamo.stop());

  test('gives the facts of one practice, oldest receipt first', async () => {
    const late = plan({ receivedAt: '2023-01-02T09:00:00Z' });
    const early = letter({ receivedAt: '2022-11-01T09:00:00Z' });
    const other = letter({ code: 'A81002' });
    expect(await index.add([late, other, early])).toBe(3);
    expect(await index.of(PRACTICE)).toEqual([early, late]);
    expect(await index.of('A81002' as PracticeCode)).toEqual([other]);
    expect(await index.of('A81003' as PracticeCode)).toEqual([]);
  });

  test('is the same when facts are added again, in any order', async () => {
    const facts = [letter(), plan(), listing()];
    await index.add(facts);
    const once = await index.of(PRACTICE);
    await index.add(facts.toReversed());
    await index.add([...facts, ...facts]);
    expect(await index.of(PRACTICE)).toEqual(once);
  });

  test('keeps the same statement from a later receipt beside the first', async () => {
    await index.add([letter(), letter({ receivedAt: '2023-05-05T09:00:00Z' })]);
    expect(await index.of(PRACTICE)).toHaveLength(2);
  });

  test('takes more than a batch and gives back more than a page', async () => {
    const facts = many(2500);
    expect(await index.add(facts)).toBe(2500);
    const ids = (await index.of(PRACTICE)).map((fact) => fact.id);
    expect(new Set(ids)).toEqual(new Set(facts.map((fact) => fact.id)));
  });

  test('adds nothing when there is nothing', async () => {
    expect(await index.add([])).toBe(0);
  });
});

describe('the commands sent for the index', () => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-2' }));
  const mock = mockClient(client);
  const index = dynamoFactsIndex(client, 'facts');
  beforeEach(() => mock.reset());

  test('a batch has at most 25 items', async () => {
    mock.on(BatchWriteCommand).resolves({});
    await index.add(many(60));
    const sizes = mock
      .commandCalls(BatchWriteCommand)
      .map((call) => call.args[0].input.RequestItems!['facts']!.length);
    expect(sizes.toSorted()).toEqual([10, 25, 25]);
  });

  test('an item is keyed by practice, receipt and statement', async () => {
    mock.on(BatchWriteCommand).resolves({});
    const fact = letter();
    await index.add([fact]);
    const Item = {
      practice: 'A81001',
      receipt: `2022-10-31T09:00:00.000Z#${fact.id}`,
      fact: JSON.stringify(fact),
    };
    expect(mock).toHaveReceivedCommandWith(BatchWriteCommand, {
      RequestItems: { facts: [{ PutRequest: { Item } }] },
    });
  });

  test('what DynamoDB left unwritten is sent again, and only that', async () => {
    const left = { facts: [{ PutRequest: { Item: { practice: 'A81001', receipt: 'x' } } }] };
    mock
      .on(BatchWriteCommand)
      .resolvesOnce({ UnprocessedItems: left })
      .resolvesOnce({ UnprocessedItems: {} });
    expect(await index.add([letter(), plan()])).toBe(2);
    expect(mock).toHaveReceivedCommandTimes(BatchWriteCommand, 2);
    expect(mock).toHaveReceivedNthCommandWith(BatchWriteCommand, 2, { RequestItems: left });
  });

  test('the query is consistent', async () => {
    mock.on(QueryCommand).resolves({ Items: [] });
    await index.of(PRACTICE);
    expect(mock).toHaveReceivedCommandWith(QueryCommand, {
      TableName: 'facts',
      ConsistentRead: true,
      ExpressionAttributeValues: { ':practice': 'A81001' },
    });
  });

  test('an item that is no fact is refused', async () => {
    mock.on(QueryCommand).resolves({ Items: [{ practice: 'A81001', fact: '{"schema":1}' }] });
    await expect(index.of(PRACTICE)).rejects.toThrow(/not a fact/);
  });
});
