import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { decideInFull } from '../../../shared/state/decide-in-full.ts';
import type { SavedState, States } from '../../../shared/store/ports.ts';
import { dynamoStates } from '../../../shared/store/states.ts';
import { clocks, letter, listing, membership, PRACTICE, plan } from '../builders.ts';
import { type Embedded, startEmbedded } from './embedded.ts';

const facts: Fact[] = [listing(), membership(), letter(), plan()];

/** The state that the first `count` facts give on a day. */
function stateOn(
  validAt: string,
  count = facts.length,
  over: Partial<SavedState> = {},
): SavedState {
  const decision = decideInFull(facts.slice(0, count), clocks(validAt));
  return { decision, icb: 'QHM', factCount: count, ...over };
}

describe('states, on an embedded DynamoDB', () => {
  let dynamo: Embedded;
  let states: States;
  beforeAll(async () => {
    dynamo = await startEmbedded();
  });
  beforeEach(async () => {
    states = dynamoStates(dynamo.client, (await dynamo.freshTables()).results);
  });
  afterAll(() => dynamo.stop());

  test('come back whole, proof and all', async () => {
    const state = stateOn('2022-12-05');
    expect(await states.of(PRACTICE)).toBeUndefined();
    expect(await states.save(state)).toBe('saved');
    expect(await states.of(PRACTICE)).toEqual(state);
  });

  test('of a practice in no ICB come back too', async () => {
    const state = stateOn('2022-12-05', 4, { icb: null });
    await states.save(state);
    expect(await states.of(PRACTICE)).toEqual(state);
    expect(await states.ofIcb('null')).toEqual([]);
  });

  test.each([
    { next: 'more facts', save: stateOn('2022-12-05', 4), is: 'saved' },
    { next: 'fewer facts', save: stateOn('2022-12-05', 2), is: 'stale' },
    { next: 'fewer facts on a later day', save: stateOn('2022-12-06', 2), is: 'stale' },
    { next: 'more facts for an earlier day', save: stateOn('2022-12-04', 4), is: 'stale' },
    { next: 'the same', save: stateOn('2022-12-05', 3), is: 'unchanged' },
    { next: 'the same again on the next day', save: stateOn('2022-12-06', 3), is: 'unchanged' },
    {
      next: 'the same in another ICB',
      save: stateOn('2022-12-06', 3, { icb: 'QOP' }),
      is: 'saved',
    },
    {
      next: 'one more fact that says nothing',
      save: stateOn('2022-12-05', 3, { factCount: 4 }),
      is: 'saved',
    },
  ] as const)('$next is $is', async ({ save, is }) => {
    const first = stateOn('2022-12-05', 3);
    expect(first.decision.status).toBe('paused-by-letter');
    await states.save(first);
    expect(await states.save(save)).toBe(is);
    expect(await states.of(PRACTICE)).toEqual(is === 'saved' ? save : first);
  });

  test('of many writers at once the one with the most facts stays', async () => {
    const writers = [1, 2, 3, 4].map((count) => states.save(stateOn('2022-12-05', count)));
    const outcomes = await Promise.all(writers);
    expect(outcomes[3]).toBe('saved');
    expect((await states.of(PRACTICE))!.factCount).toBe(4);
  });

  test('are found by ICB, and follow a practice that moves', async () => {
    const here = stateOn('2022-12-05');
    const there = { ...here, icb: 'QOP' };
    await states.save(here);
    expect(await states.ofIcb('QHM')).toEqual([here]);
    await states.save(there);
    expect(await states.ofIcb('QHM')).toEqual([]);
    expect(await states.ofIcb('QOP')).toEqual([there]);
  });
});

describe('the commands sent for states', () => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-2' }));
  const mock = mockClient(client);
  const states = dynamoStates(client, 'results');
  beforeEach(() => mock.reset());

  test('a save is on the condition of no more facts and no later day', async () => {
    mock.on(GetCommand).resolves({}).on(PutCommand).resolves({});
    await states.save(stateOn('2022-12-05'));
    expect(mock).toHaveReceivedCommandWith(GetCommand, { ConsistentRead: true });
    expect(mock).toHaveReceivedCommandWith(PutCommand, {
      TableName: 'results',
      ConditionExpression:
        'attribute_not_exists(pk) OR (factCount <= :factCount AND validAt <= :validAt)',
      ExpressionAttributeValues: { ':factCount': 4, ':validAt': '2022-12-05' },
    });
  });

  test('an unchanged day writes nothing', async () => {
    mock.on(GetCommand).resolves({}).on(PutCommand).resolves({});
    await states.save(stateOn('2022-12-05'));
    const item = mock.commandCalls(PutCommand)[0]!.args[0].input.Item!;
    mock.reset();
    mock.on(GetCommand).resolves({ Item: item });
    expect(await states.save(stateOn('2022-12-06'))).toBe('unchanged');
    expect(mock).toHaveReceivedCommandTimes(PutCommand, 0);
  });

  test('a writer that is overtaken between look and write learns that it is stale', async () => {
    const failed = { $metadata: {}, message: 'The conditional request failed' };
    mock.on(GetCommand).resolves({});
    mock.on(PutCommand).rejects(new ConditionalCheckFailedException(failed));
    expect(await states.save(stateOn('2022-12-05'))).toBe('stale');
  });

  test('any other failure is thrown', async () => {
    mock.on(GetCommand).resolves({}).on(PutCommand).rejects(new Error('no network'));
    await expect(states.save(stateOn('2022-12-05'))).rejects.toThrow('no network');
  });
});
