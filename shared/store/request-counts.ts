import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../calendar/day.ts';

/** How often somebody asked within one minute. */
export type RequestCounts = {
  /** Counts one more, and gives how many there were in the minute of that moment. */
  add(who: string, at: Instant): Promise<number>;
};

/** Long enough for clocks that differ; DynamoDB then drops the count by itself. */
const KEPT_SECONDS = 600;

/** Counts in table `work`, items `requests#<who>`, the minute: one number for all instances of a function. */
export function dynamoRequestCounts(client: DynamoDBDocumentClient, table: string): RequestCounts {
  return {
    async add(who, at) {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: `requests#${who}`, sk: at.slice(0, 16) },
          UpdateExpression: 'ADD times :one SET expiresAt = :expiresAt',
          ExpressionAttributeValues: {
            ':one': 1,
            ':expiresAt': Math.floor(Date.parse(at) / 1000) + KEPT_SECONDS,
          },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Number(Attributes?.['times'] ?? 1);
    },
  };
}
