import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DELIVERY_STATES, MESSAGE_KINDS } from '../../../shared/alert/message.ts';
import { day } from '../../../shared/calendar/day.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import { dynamoDeliveries } from '../../../shared/store/alert-deliveries.ts';
import { dynamoEpisodes } from '../../../shared/store/alert-episodes.ts';
import {
  memoryDeliveries,
  memoryEpisodes,
  memorySubscriptions,
} from '../../../shared/store/alert-memory.ts';
import { dynamoSubscriptions } from '../../../shared/store/alert-subscriptions.ts';
import { deliveryOf, episodeOf, messageOf, SIX_PM, subscriptionOf } from '../alert/deliveries.ts';
import { deliveriesContract, episodesContract, subscriptionsContract } from './alert-contracts.ts';
import { type Embedded, startEmbedded } from './embedded.ts';

episodesContract('in memory', async () => memoryEpisodes());
subscriptionsContract('in memory', async () => memorySubscriptions());
deliveriesContract('in memory', async () => memoryDeliveries());

describe('on an embedded DynamoDB', () => {
  let dynamo: Embedded;
  beforeAll(async () => {
    dynamo = await startEmbedded();
  });
  afterAll(() => dynamo.stop());
  const fresh = async () => [dynamo.client, (await dynamo.freshTables()).work] as const;

  episodesContract('table work', async () => dynamoEpisodes(...(await fresh())));
  subscriptionsContract('table work', async () => dynamoSubscriptions(...(await fresh())));
  deliveriesContract('table work', async () => dynamoDeliveries(...(await fresh())));

  test('a message of a megabyte of HTML fits', async () => {
    const deliveries = dynamoDeliveries(...(await fresh()));
    const rows = Array.from({ length: 12_000 }, (_, n) => `<tr><td>A8${n}<td>no progress since`);
    const delivery = deliveryOf({ message: messageOf(1, { html: rows.join('\n').repeat(3) }) });
    expect(delivery.message!.html.length).toBeGreaterThan(1_000_000);
    await deliveries.save(delivery);
    expect(await deliveries.of(delivery.id)).toEqual(delivery);
  });

  test('subscriptions, their deliveries and suppressed addresses do not get into each other’s lists', async () => {
    const [client, table] = await fresh();
    const [subscriptions, deliveries] = [
      dynamoSubscriptions(client, table),
      dynamoDeliveries(client, table),
    ];
    await subscriptions.save(subscriptionOf());
    await subscriptions.suppress('a@b.example', { why: 'complaint', at: SIX_PM });
    await deliveries.save(deliveryOf());
    expect(await deliveries.ofSubscription('qhm-team')).toHaveLength(1);
    expect(await subscriptions.all()).toHaveLength(1);
    expect((await subscriptions.suppressed()).size).toBe(1);
  });
});

describe('the commands sent', () => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-2' }));
  const mock = mockClient(client);
  const episodes = dynamoEpisodes(client, 'work');
  const subscriptions = dynamoSubscriptions(client, 'work');
  const deliveries = dynamoDeliveries(client, 'work');
  beforeEach(() => {
    mock.reset();
    mock.on(PutCommand).resolves({});
    mock.on(QueryCommand).resolves({ Items: [] });
    mock.on(GetCommand).resolves({});
  });
  const puts = () => mock.commandCalls(PutCommand).map(({ args }) => args[0].input);

  test('an episode has its practice, rule and number in its key, and its closing day in the list', async () => {
    await episodes.save(episodeOf({ number: 2 }));
    await episodes.save(episodeOf({ number: 2, version: 2, closedOn: '2023-11-20' }));
    const [open, closed] = puts();
    expect(open?.Item).toMatchObject({
      pk: 'practice#A81001',
      sk: 'episode#stalled#000002',
      gsi1pk: 'episodes#open',
      gsi1sk: 'A81001-stalled-2',
    });
    expect(open?.ConditionExpression).toBe('attribute_not_exists(pk)');
    expect(closed?.Item).toMatchObject({
      gsi1pk: 'episodes#closed',
      gsi1sk: '2023-11-20#A81001-stalled-2',
    });
    expect(closed?.ConditionExpression).toBe('#version = :before');
    expect(closed?.ExpressionAttributeValues).toEqual({ ':before': 1 });
  });

  test('what sending depends on is read consistently', async () => {
    await episodes.ofPractice('A81001' as PracticeCode);
    await deliveries.ofSubscription('qhm-team');
    for (const { args } of mock.commandCalls(QueryCommand)) {
      expect(args[0].input.ConsistentRead).toBe(true);
    }
    await deliveries.of('notice-a-1');
    await subscriptions.of('a');
    for (const { args } of mock.commandCalls(GetCommand)) {
      expect(args[0].input.ConsistentRead).toBe(true);
    }
    expect(mock).toHaveReceivedCommandTimes(GetCommand, 2);
  });

  test('closed episodes are asked for from a day on', async () => {
    await episodes.closedFrom(day('2023-11-20'));
    expect(mock).toHaveReceivedCommandWith(QueryCommand, {
      IndexName: 'gsi1',
      ExpressionAttributeValues: { ':closed': 'episodes#closed', ':on': '2023-11-20' },
    });
  });

  test('no key holds an address', async () => {
    await subscriptions.suppress('team@icb.example', { why: 'bounce', at: SIX_PM });
    await subscriptions.save(subscriptionOf());
    await deliveries.save(deliveryOf({ providerId: '0102' }));
    for (const { Item } of puts()) {
      expect(
        JSON.stringify([Item?.['pk'], Item?.['sk'], Item?.['gsi1pk'], Item?.['gsi1sk']]),
      ).not.toMatch(/@/);
    }
    expect(puts()).toHaveLength(5);
  });

  test('a delivery is written after what points to it', async () => {
    await deliveries.save(deliveryOf({ state: 'sent', providerId: '0102' }));
    const keys = puts().map(({ Item }) => `${Item?.['pk']} ${Item?.['sk']}`);
    const { id } = deliveryOf();
    expect(keys).toEqual([
      `delivery#${id} pointer`,
      'provider#0102 pointer',
      `subscription#qhm-team delivery#${id}`,
    ]);
  });

  test.each(DELIVERY_STATES)('a digest is kept for 400 days once it is over: %s', async (state) => {
    await deliveries.save(deliveryOf({ kind: 'digest', state, version: 2 }));
    // 400 days after 6 November 2023.
    const kept = Date.parse('2024-12-10T00:00:00Z') / 1000;
    const isOver = state === 'sent' || state === 'dropped';
    expect(puts()[0]?.Item?.['expiresAt']).toBe(isOver ? kept : undefined);
  });

  test.each(MESSAGE_KINDS.filter((kind) => kind !== 'digest'))(
    'what is told but once is kept for good, and can be found: %s',
    async (kind) => {
      await deliveries.save(deliveryOf({ kind, state: 'sent' }));
      expect(puts().map(({ Item }) => Item?.['expiresAt'])).toEqual([undefined, undefined]);
    },
  );

  test.each([
    ['an episode', () => episodes.of('A81001-stalled-1'), { episode: { id: 'A81001-stalled-1' } }],
    ['a subscription', () => subscriptions.of('a'), { subscription: { id: 'a' } }],
    ['a delivery', () => deliveries.of('a'), { id: 7 }],
    ['a run', () => episodes.lastRun(), { validAt: 'today' }],
  ])('%s that is not what it should be is refused', async (_, read, Item) => {
    mock.on(GetCommand).resolves({ Item });
    await expect(read()).rejects.toThrow();
  });

  test('a failure other than the condition is thrown', async () => {
    mock.on(PutCommand).rejects(new Error('no network'));
    await expect(episodes.save(episodeOf({}))).rejects.toThrow('no network');
    await expect(
      episodes.beginRun({ validAt: day('2023-11-06'), knownAt: SIX_PM }),
    ).rejects.toThrow('no network');
  });

  test('what is no id of an episode is not saved', async () => {
    await expect(episodes.save({ ...episodeOf({}), id: 'A81001' })).rejects.toThrow(RangeError);
  });
});
