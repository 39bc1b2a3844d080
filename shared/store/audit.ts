import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type AuditEntry, AuditEntrySchema } from '../access/audit-entry.ts';
import { londonDay } from '../calendar/day.ts';
import { itemsOf, putWhere } from './work-items.ts';

/** Who did what: entries are added and read, never changed. */
export type Audit = {
  add(entry: AuditEntry): Promise<void>;
  /** All of a London month such as `2023-12`, newest first. */
  of(month: string): Promise<readonly AuditEntry[]>;
};

const Item = z.object({ entry: AuditEntrySchema });

/** The audit in table `work`: items `audit#<month>`, `<instant>#<uuid>`. */
export function dynamoAudit(client: DynamoDBDocumentClient, table: string): Audit {
  return {
    async add(entry) {
      const month = londonDay(entry.at).slice(0, 7);
      await putWhere(client, {
        TableName: table,
        Item: { pk: `audit#${month}`, sk: `${entry.at}#${randomUUID()}`, entry },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
    },
    async of(month) {
      const ask = {
        TableName: table,
        KeyConditionExpression: 'pk = :month',
        ExpressionAttributeValues: { ':month': `audit#${month}` },
        ScanIndexForward: false,
        ConsistentRead: true,
      };
      return (await itemsOf(client, ask, Item)).map(({ entry }) => entry);
    },
  };
}
