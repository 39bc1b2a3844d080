import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { addDays } from '../calendar/day.ts';
import type { OperatorNotices } from './alert-ports.ts';
import { itemAt } from './work-items.ts';

/** The operators' topic, and table `work`, which keeps the days on which they were told. */
export type NoticePlaces = {
  readonly sns: SNSClient;
  readonly topicArn: string;
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
};

const KEPT_DAYS = 90;

/**
 * Notices to the operators' topic. The day is noted (item `operators-told`, by day) only after they were
 * told: a run that ends between the two tells twice, which is better than not at all.
 */
export function snsOperatorNotices({
  sns,
  topicArn,
  client,
  table,
}: NoticePlaces): OperatorNotices {
  return {
    async tell(on, { subject, text }) {
      const key = { pk: 'operators-told', sk: on };
      if ((await itemAt({ client, table }, key, z.unknown())) !== undefined) return 'was-told';
      await sns.send(new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: text }));
      const expiresAt = Date.parse(`${addDays(on, KEPT_DAYS)}T00:00:00.000Z`) / 1000;
      await client.send(new PutCommand({ TableName: table, Item: { ...key, expiresAt } }));
      return 'told';
    },
  };
}
