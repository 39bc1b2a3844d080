import {
  type AttributeDefinition,
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { TABLES, type TableShape } from '../shared/store/tables.ts';

export type TableName = keyof typeof TABLES;

/** Makes those of the three tables that are not there yet, and waits until all can be used. */
export async function createTables(client: DynamoDBClient): Promise<void> {
  await Promise.all(
    Object.entries(TABLES).map(async ([name, shape]: [string, TableShape]) => {
      if ((await statusOf(client, name)) !== undefined) return;
      await client.send(new CreateTableCommand(asCommand(name, shape)));
      await until(async () => (await statusOf(client, name)) === 'ACTIVE');
    }),
  );
}

/** Empties a table that can be rebuilt, by dropping it and making it anew. */
export async function emptyTable(client: DynamoDBClient, name: TableName): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName: name }));
  await until(async () => (await statusOf(client, name)) === undefined);
  await createTables(client);
}

async function statusOf(client: DynamoDBClient, name: string): Promise<string | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table?.TableStatus;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** One description serves the cloud and this machine; here it becomes a CreateTable request. */
function asCommand(name: string, shape: TableShape): CreateTableCommandInput {
  const keys = [shape.partitionKey, shape.sortKey];
  if (shape.gsi1) keys.push(shape.gsi1.partitionKey, shape.gsi1.sortKey);
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keys.map(
      (key): AttributeDefinition => ({ AttributeName: key, AttributeType: 'S' }),
    ),
    KeySchema: keySchema(shape),
    ...(shape.gsi1 && {
      GlobalSecondaryIndexes: [
        {
          IndexName: 'gsi1',
          KeySchema: keySchema(shape.gsi1),
          Projection: { ProjectionType: 'ALL' as const },
        },
      ],
    }),
  };
}

function keySchema({ partitionKey, sortKey }: Pick<TableShape, 'partitionKey' | 'sortKey'>) {
  return [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ];
}
