import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTables } from './create-tables.ts';
import type { DataFolder } from './data-folder.ts';
import { dynamoClientElsewhere, localDynamoClient } from './dynamo-client.ts';
import { holdOrJoin } from './owner.ts';

/** The DynamoDB that holds the tables; `mine` when this process owns the data folder. */
export type Database = {
  readonly client: DynamoDBClient;
  readonly mine: boolean;
  close(): Promise<void>;
};

/**
 * Opens the data folder's own database, or joins its owner's; or, where `DYNAMODB_ENDPOINT` is set,
 * uses that one. Throws a PlainError when another program holds the folder and does not answer.
 */
export async function openDatabase(folder: DataFolder): Promise<Database> {
  const elsewhere = process.env['DYNAMODB_ENDPOINT'];
  if (elsewhere !== undefined) {
    const client = dynamoClientElsewhere(elsewhere);
    await createTables(client);
    return { client, mine: false, close: async () => client.destroy() };
  }
  const held = await holdOrJoin(folder.root);
  const client = localDynamoClient(held.endpoint);
  const close = async () => {
    client.destroy();
    await held.close();
  };
  return { client, mine: held.mine, close };
}
