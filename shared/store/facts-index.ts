import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
  paginateQuery,
} from '@aws-sdk/lib-dynamodb';
import type { Fact } from '../evidence/fact.ts';
import { factFromJson } from '../evidence/stored-fact.ts';
import { again } from './again.ts';
import { atOnce, pieces } from './at-once.ts';
import type { FactsIndex } from './ports.ts';

/** DynamoDB's own limit for one BatchWriteItem. */
const ITEMS_A_REQUEST = 25;
const REQUESTS_AT_ONCE = 8;

type Requests = NonNullable<BatchWriteCommandInput['RequestItems']>;

/**
 * The index of the ledger by practice (table `facts`). An item's key is made of what it says, so that
 * adding it again changes nothing. The fact itself is one JSON string: nothing is asked of its inside.
 */
export function dynamoFactsIndex(client: DynamoDBDocumentClient, table: string): FactsIndex {
  return {
    async add(facts) {
      const items = itemsOf(facts);
      await atOnce(REQUESTS_AT_ONCE, pieces(items, ITEMS_A_REQUEST), (batch) =>
        writeBatch(client, { [table]: batch.map((Item) => ({ PutRequest: { Item } })) }),
      );
      return items.length;
    },

    async of(practice) {
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: 'practice = :practice',
          ExpressionAttributeValues: { ':practice': practice },
          // What intake added a moment ago must be seen: a state counts the facts that it rests on.
          ConsistentRead: true,
        },
      );
      const facts: Fact[] = [];
      for await (const page of pages) {
        for (const item of page.Items ?? []) facts.push(factFromJson(item['fact']));
      }
      return facts;
    },
  };
}

type Item = { readonly practice: string; readonly receipt: string; readonly fact: string };

/** One item a key, since DynamoDB refuses a batch that names a key twice. */
function itemsOf(facts: readonly Fact[]): Item[] {
  const items = new Map<string, Item>();
  for (const fact of facts) {
    const receipt = `${fact.receivedAt}#${fact.id}`;
    const item = { practice: fact.practice, receipt, fact: JSON.stringify(fact) };
    items.set(`${fact.practice}#${receipt}`, item);
  }
  return [...items.values()];
}

/** Writes one batch; what DynamoDB hands back unwritten (when it is busy) is sent again. */
function writeBatch(client: DynamoDBDocumentClient, first: Requests): Promise<true> {
  let left = first;
  return again(async () => {
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: left }));
    if (UnprocessedItems === undefined || Object.keys(UnprocessedItems).length === 0) return true;
    left = UnprocessedItems;
    return undefined;
  }, 'the facts table took no more items; the upload is committed and its index will be added when it is taken in again');
}
