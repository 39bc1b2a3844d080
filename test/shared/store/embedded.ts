import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TABLES, type TableShape } from '../../../shared/store/tables.ts';

const dynalite = createRequire(import.meta.url)('dynalite') as (options: object) => Server;

/** An embedded DynamoDB in memory, on a free port, for one test file. */
export type Embedded = {
  readonly client: DynamoDBDocumentClient;
  /** Makes a fresh set of the three tables and gives their names. */
  readonly freshTables: () => Promise<Readonly<Record<keyof typeof TABLES, string>>>;
  readonly stop: () => Promise<void>;
};

export async function startEmbedded(): Promise<Embedded> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const { port } = server.address() as AddressInfo;
  const dynamo = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' },
  });
  let sets = 0;
  return {
    client: DynamoDBDocumentClient.from(dynamo),
    async freshTables() {
      sets += 1;
      const names = { facts: `facts-${sets}`, results: `results-${sets}`, work: `work-${sets}` };
      for (const table of ['facts', 'results', 'work'] as const) {
        await create(dynamo, names[table], TABLES[table]);
        await active(dynamo, names[table]);
      }
      return names;
    },
    stop() {
      dynamo.destroy();
      return new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      });
    },
  };
}

async function create(dynamo: DynamoDBClient, name: string, shape: TableShape): Promise<void> {
  const keys = (part: { partitionKey: string; sortKey: string }) => [
    { AttributeName: part.partitionKey, KeyType: 'HASH' as const },
    { AttributeName: part.sortKey, KeyType: 'RANGE' as const },
  ];
  const gsi1 = shape.gsi1;
  const schema = [...keys(shape), ...(gsi1 === undefined ? [] : keys(gsi1))];
  await dynamo.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys(shape),
      AttributeDefinitions: schema.map(({ AttributeName }) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      ...(gsi1 !== undefined && {
        GlobalSecondaryIndexes: [
          { IndexName: 'gsi1', KeySchema: keys(gsi1), Projection: { ProjectionType: 'ALL' } },
        ],
      }),
    }),
  );
}

async function active(dynamo: DynamoDBClient, name: string): Promise<void> {
  for (;;) {
    const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: name }));
    if (Table?.TableStatus === 'ACTIVE') return;
  }
}
