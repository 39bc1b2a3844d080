import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';

type Client = DynamoDBDocumentClient;
type Key = { readonly pk: string; readonly sk: string };

/** The item at a key by a consistent read, as its schema gives it; undefined where none is. */
export async function itemAt<T>(
  { client, table }: { readonly client: Client; readonly table: string },
  { pk, sk }: Key,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const ask = { TableName: table, Key: { pk, sk }, ConsistentRead: true };
  const { Item } = await client.send(new GetCommand(ask));
  return Item === undefined ? undefined : schema.parse(Item);
}

/** All items that a query finds, page after page, as their schema gives them. */
export async function itemsOf<T>(
  client: Client,
  ask: QueryCommandInput,
  schema: z.ZodType<T>,
): Promise<T[]> {
  const found: T[] = [];
  for await (const page of paginateQuery({ client }, ask)) {
    for (const item of page.Items ?? []) found.push(schema.parse(item));
  }
  return found;
}

/** Writes an item where its condition is met; false, and nothing is written, where it is not. */
export async function putWhere(client: Client, put: PutCommandInput): Promise<boolean> {
  try {
    await client.send(new PutCommand(put));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** The condition under which an item of a version is written: none is there, or the version before it. */
export function inPlaceOfVersionBefore(version: number) {
  if (version === 1) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression: '#version = :before',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':before': version - 1 },
  };
}
