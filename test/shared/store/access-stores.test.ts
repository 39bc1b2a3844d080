import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../shared/access/audit-entry.ts';
import type { Member } from '../../../shared/access/member.ts';
import { instant } from '../../../shared/calendar/day.ts';
import { dynamoAudit } from '../../../shared/store/audit.ts';
import { dynamoMembers, rememberedMembers } from '../../../shared/store/members.ts';
import { dynamoRequestCounts } from '../../../shared/store/request-counts.ts';
import { type Embedded, startEmbedded } from './embedded.ts';

const ANA: Member = {
  subject: 'ana',
  name: 'Ana Lyst',
  role: 'analyst',
  scope: { type: 'icb', code: 'QHM' },
  endedOn: null,
};
const ENTRY: AuditEntry = {
  at: instant('2023-12-04T09:00:00.000Z'),
  subject: 'ana',
  name: 'Ana Lyst',
  role: 'analyst',
  did: 'downloaded',
  what: '2023-12-04',
  icb: 'QHM',
};

describe('on the embedded database', () => {
  let database: Embedded;
  let work: string;
  beforeAll(async () => {
    database = await startEmbedded();
    work = (await database.freshTables()).work;
  });
  afterAll(() => database.stop());

  test('a membership is found by its subject, and the latest stands', async () => {
    const members = dynamoMembers(database.client, work);
    expect(await members.of('ana')).toBeUndefined();
    await members.save(ANA);
    await members.save({ ...ANA, role: 'commissioner' });
    expect(await members.of('ana')).toEqual({ ...ANA, role: 'commissioner' });
    expect((await members.all()).map(({ subject }) => subject)).toEqual(['ana']);
  });

  test('the audit keeps every entry of a London month, newest first, two of one moment too', async () => {
    const audit = dynamoAudit(database.client, work);
    const later = { ...ENTRY, at: instant('2023-12-05T09:00:00.000Z') };
    // 11:30pm in London on 30 June.
    const june = { ...ENTRY, at: instant('2023-06-30T22:30:00.000Z') };
    const july = { ...ENTRY, at: instant('2023-06-30T23:30:00.000Z') };
    for (const entry of [ENTRY, later, ENTRY, june, july]) await audit.add(entry);
    expect(await audit.of('2023-12')).toEqual([later, ENTRY, ENTRY]);
    expect(await audit.of('2023-06')).toEqual([june]);
    expect(await audit.of('2023-07')).toEqual([july]);
    expect(await audit.of('2023-11')).toEqual([]);
  });

  test('requests are counted for each person and minute, however many come at once', async () => {
    const counts = dynamoRequestCounts(database.client, work);
    const at = instant('2023-12-04T09:00:30.000Z');
    const all = await Promise.all(Array.from({ length: 20 }, () => counts.add('ana', at)));
    expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(await counts.add('ana', instant('2023-12-04T09:01:00.000Z'))).toBe(1);
    expect(await counts.add('otto', at)).toBe(1);
  });
});

describe('what is asked of DynamoDB', () => {
  const document = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-2' }));
  const client = mockClient(document);
  beforeEach(() => client.reset());

  test('an entry of the audit is written only where none is', async () => {
    client.on(PutCommand).resolves({});
    await dynamoAudit(document, 'work').add(ENTRY);
    const { input } = client.commandCalls(PutCommand)[0]!.args[0];
    expect(input).toMatchObject({
      TableName: 'work',
      ConditionExpression: 'attribute_not_exists(pk)',
      Item: { pk: 'audit#2023-12', entry: ENTRY },
    });
    expect(input.Item?.['sk']).toMatch(/^2023-12-04T09:00:00.000Z#[0-9a-f-]{36}$/);
  });

  test('a count of requests is dropped by itself', async () => {
    client.on(UpdateCommand).resolves({ Attributes: { times: 3 } });
    const at = instant('2023-12-04T09:00:30.000Z');
    expect(await dynamoRequestCounts(document, 'work').add('ana', at)).toBe(3);
    const { input } = client.commandCalls(UpdateCommand)[0]!.args[0];
    expect(input.ExpressionAttributeValues?.[':expiresAt']).toBe(Date.parse(at) / 1000 + 600);
  });

  test('a membership is asked for consistently, and remembered for half a minute, also that there is none', async () => {
    let now = instant('2023-12-04T09:00:00.000Z');
    client
      .on(GetCommand)
      .resolvesOnce({})
      .resolves({ Item: { member: ANA } });
    const members = rememberedMembers(dynamoMembers(document, 'work'), {
      seconds: 30,
      now: () => now,
    });
    expect(await members.of('ana')).toBeUndefined();
    now = instant('2023-12-04T09:00:29.000Z');
    expect(await members.of('ana')).toBeUndefined();
    now = instant('2023-12-04T09:00:30.000Z');
    expect(await members.of('ana')).toEqual(ANA);
    expect(client.commandCalls(GetCommand).map(({ args }) => args[0].input.ConsistentRead)).toEqual(
      [true, true],
    );
  });
});
