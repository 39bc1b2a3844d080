import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DaySchema } from '../calendar/day.ts';
import { DecisionInFullSchema } from '../state/decision-schema.ts';
import { contentOf } from '../state/seal.ts';
import type { SavedState, States } from './ports.ts';
import { unzipped, zipped } from './zipped-json.ts';

type Client = DynamoDBDocumentClient;

/** What of a stored state tells whether another may take its place. */
const MarkSchema = z.object({
  validAt: DaySchema,
  factCount: z.int(),
  icb: z.string().nullable(),
  says: z.string(),
});
type Mark = z.infer<typeof MarkSchema>;

/** The decision with its whole proof is gzipped JSON: some kilobytes, far from the 400 KB of an item. */
const ItemSchema = MarkSchema.extend({
  decision: z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array),
});

/** Current states in table `results`: item `practice#<code>`, `state`; by ICB in `gsi1`. */
export function dynamoStates(client: Client, table: string): States {
  return {
    async save(state) {
      const mark = markOf(state);
      // Looking first costs half a unit; an unchanged day would cost a write for each practice otherwise.
      const stored = await markStored(client, table, state);
      if (stored !== undefined && isAhead(stored, mark)) return 'stale';
      if (stored !== undefined && saysTheSame(stored, mark)) return 'unchanged';
      return put(client, table, { ...keysOf(state), ...mark, decision: zipped(state.decision) });
    },

    async of(practice) {
      const Key = { pk: `practice#${practice}`, sk: 'state' };
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key, ConsistentRead: true }),
      );
      return Item === undefined ? undefined : stateFrom(Item);
    },

    async ofIcb(icb) {
      const states: SavedState[] = [];
      const ask = {
        TableName: table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :icb',
        ExpressionAttributeValues: { ':icb': `icb#${icb}` },
      };
      for await (const page of paginateQuery({ client }, ask)) {
        for (const item of page.Items ?? []) states.push(stateFrom(item));
      }
      return states;
    },
  };
}

function markOf({ decision, icb, factCount }: SavedState): Mark {
  return { validAt: decision.clocks.validAt, factCount, icb, says: contentOf(decision) };
}

function isAhead(stored: Mark, ours: Mark): boolean {
  return stored.factCount > ours.factCount || stored.validAt > ours.validAt;
}

function saysTheSame(stored: Mark, ours: Mark): boolean {
  return (
    stored.says === ours.says && stored.factCount === ours.factCount && stored.icb === ours.icb
  );
}

function keysOf({ decision: { practice }, icb }: SavedState) {
  const own = `practice#${practice}`;
  return { pk: own, sk: 'state', ...(icb !== null && { gsi1pk: `icb#${icb}`, gsi1sk: own }) };
}

async function markStored(
  client: Client,
  table: string,
  { decision }: SavedState,
): Promise<Mark | undefined> {
  const { Item } = await client.send(
    new GetCommand({
      TableName: table,
      Key: { pk: `practice#${decision.practice}`, sk: 'state' },
      ProjectionExpression: 'validAt, factCount, icb, says',
      ConsistentRead: true,
    }),
  );
  return Item === undefined ? undefined : MarkSchema.parse(Item);
}

/** DynamoDB is the referee between writers that looked at the same moment: more facts and the later day win. */
async function put(
  client: Client,
  table: string,
  item: z.infer<typeof ItemSchema>,
): Promise<'saved' | 'stale'> {
  try {
    await client.send(
      new PutCommand({
        TableName: table,
        Item: item,
        ConditionExpression:
          'attribute_not_exists(pk) OR (factCount <= :factCount AND validAt <= :validAt)',
        ExpressionAttributeValues: { ':factCount': item.factCount, ':validAt': item.validAt },
      }),
    );
    return 'saved';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'stale';
    throw error;
  }
}

function stateFrom(item: Record<string, unknown>): SavedState {
  const { decision, icb, factCount } = ItemSchema.parse(item);
  return { decision: unzipped(decision, DecisionInFullSchema), icb, factCount };
}
