import { hash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { SubscriptionSchema } from '../alert/subscription.ts';
import { InstantSchema } from '../calendar/day.ts';
import { byCodeUnits } from '../coverage/by-code-units.ts';
import type { Subscriptions } from './alert-ports.ts';
import { itemAt, itemsOf, putWhere } from './work-items.ts';

const Item = z.object({ subscription: SubscriptionSchema });
const SuppressedItem = z.object({
  address: z.string(),
  why: z.enum(['bounce', 'complaint']),
  at: InstantSchema,
});
const SUBSCRIPTIONS = 'subscriptions';
const SUPPRESSED = 'addresses#suppressed';

/**
 * Subscriptions in table `work`: item `subscription#<id>`, `subscription`; all in one partition of `gsi1`.
 * Suppressed addresses: item `address#<SHA-256>`, `suppressed`, as keys are shown where addresses must not be.
 */
export function dynamoSubscriptions(client: DynamoDBDocumentClient, table: string): Subscriptions {
  const listed = <T>(partition: string, schema: z.ZodType<T>) =>
    itemsOf(
      client,
      {
        TableName: table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :partition',
        ExpressionAttributeValues: { ':partition': partition },
      },
      schema,
    );

  return {
    async save(subscription) {
      const listing = { gsi1pk: SUBSCRIPTIONS, gsi1sk: subscription.id };
      // What was edited by hand is found out here, and not by every run that reads it.
      const parsed = SubscriptionSchema.parse(subscription);
      const put = { ...keyOf(subscription.id), ...listing, subscription: parsed };
      const isSaved = await putWhere(client, {
        TableName: table,
        Item: put,
        ...(subscription.endedOn === null && WHERE_NOT_ENDED),
      });
      return isSaved ? 'saved' : 'ended';
    },

    takeTurn: (id, { by, at, until }) =>
      putWhere(client, {
        TableName: table,
        Item: { ...turnKey(id), by, until },
        ConditionExpression: 'attribute_not_exists(pk) OR #until <= :at',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':at': at },
      }),

    async endTurn(id, by) {
      await putWhere(client, {
        TableName: table,
        Item: { ...turnKey(id), by, until: LONG_AGO },
        ConditionExpression: '#by = :by',
        ExpressionAttributeNames: { '#by': 'by' },
        ExpressionAttributeValues: { ':by': by },
      });
    },

    async of(id) {
      return (await itemAt({ client, table }, keyOf(id), Item))?.subscription;
    },

    async all() {
      const items = await listed(SUBSCRIPTIONS, Item);
      return items.map(({ subscription }) => subscription).sort((a, b) => byCodeUnits(a.id, b.id));
    },

    async suppress(address, { why, at }) {
      const key = addressKey(address);
      const listing = { gsi1pk: SUPPRESSED, gsi1sk: key.pk };
      await putWhere(client, {
        TableName: table,
        Item: { ...key, ...listing, address: address.toLowerCase(), why, at },
        ConditionExpression: 'attribute_not_exists(gsi1pk)',
      });
    },

    async suppressed() {
      const items = await listed(SUPPRESSED, SuppressedItem);
      return new Map(items.map(({ address, why, at }) => [address, { why, at }]));
    },

    async release(address) {
      // Out of the list, and still there: no function may delete an item.
      await putWhere(client, {
        TableName: table,
        Item: { ...addressKey(address), address: address.toLowerCase() },
        ConditionExpression: 'attribute_exists(gsi1pk)',
      });
    },
  };
}

const LONG_AGO = '1970-01-01T00:00:00.000Z';

const WHERE_NOT_ENDED = {
  ConditionExpression: 'attribute_not_exists(pk) OR #subscription.#endedOn = :null',
  ExpressionAttributeNames: { '#subscription': 'subscription', '#endedOn': 'endedOn' },
  ExpressionAttributeValues: { ':null': null },
};

const turnKey = (id: string) => ({ pk: `subscription#${id}`, sk: 'turn' });

const keyOf = (id: string) => ({ pk: `subscription#${id}`, sk: 'subscription' });

function addressKey(address: string) {
  return { pk: `address#${hash('sha256', address.toLowerCase(), 'hex')}`, sk: 'suppressed' };
}
