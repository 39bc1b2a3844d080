import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Delivery, DeliverySchema, MessageSchema } from '../alert/message.ts';
import { addDays, londonDay } from '../calendar/day.ts';
import { byCodeUnits } from '../coverage/by-code-units.ts';
import type { Deliveries } from './alert-ports.ts';
import { inPlaceOfVersionBefore, itemAt, itemsOf, putWhere } from './work-items.ts';
import { unzipped, zipped } from './zipped-json.ts';

/** A message with its HTML may be longer than an item's plain text should be, so it is kept zipped. */
const Item = z.object({
  delivery: DeliverySchema.omit({ message: true }),
  message: z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array).nullable(),
});
const PointerItem = z.object({ id: z.string(), subscription: z.string() });

/**
 * Digests are kept for so long: each tells of its own week. What else was told once (a step of an episode, a
 * cover, a status) is never to be told again, however long it stays so: those deliveries are kept for good.
 */
const KEPT_DAYS = 400;
/** A pointer outlives what it points to, however long that waited. */
const POINTER_KEPT_DAYS = 2 * KEPT_DAYS;

/**
 * Deliveries in table `work`: item `subscription#<subscription>`, `delivery#<id>`; by state in `gsi1`. Items
 * `delivery#<id>` and `provider#<provider id>` point to them; each is written first, so that what is
 * saved can always be found.
 */
export function dynamoDeliveries(client: DynamoDBDocumentClient, table: string): Deliveries {
  const inTable = { client, table };
  const pointedTo = async (pk: string): Promise<Delivery | undefined> => {
    const pointer = await itemAt(inTable, { pk, sk: 'pointer' }, PointerItem);
    const item = pointer && (await itemAt(inTable, keyOf(pointer), Item));
    return item && deliveryFrom(item);
  };
  const point = (pk: string, delivery: Delivery) => {
    const { id, subscription } = delivery;
    const pointer = {
      pk,
      sk: 'pointer',
      id,
      subscription,
      ...expiring(delivery, POINTER_KEPT_DAYS),
    };
    return client.send(new PutCommand({ TableName: table, Item: pointer }));
  };

  return {
    of: (id) => pointedTo(`delivery#${id}`),

    async ofSubscription(subscription) {
      const ask = {
        TableName: table,
        KeyConditionExpression: 'pk = :subscription AND begins_with(sk, :deliveries)',
        ExpressionAttributeValues: {
          ':subscription': `subscription#${subscription}`,
          ':deliveries': 'delivery#',
        },
        ConsistentRead: true,
      };
      return inOrder((await itemsOf(client, ask, Item)).map(deliveryFrom));
    },

    async inState(state) {
      const ask = {
        TableName: table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :state',
        ExpressionAttributeValues: { ':state': `deliveries#${state}` },
      };
      return inOrder((await itemsOf(client, ask, Item)).map(deliveryFrom));
    },

    async ofProviderId(providerId) {
      const found = await pointedTo(`provider#${providerId}`);
      return found?.providerId === providerId ? found : undefined;
    },

    async save(delivery) {
      const { id, providerId, version } = delivery;
      if (version === 1) await point(`delivery#${id}`, delivery);
      if (providerId !== null) await point(`provider#${providerId}`, delivery);
      const put = { TableName: table, Item: itemOf(delivery), ...inPlaceOfVersionBefore(version) };
      return (await putWhere(client, put)) ? 'saved' : 'overtaken';
    },
  };
}

function keyOf({ id, subscription }: Pick<Delivery, 'id' | 'subscription'>) {
  return { pk: `subscription#${subscription}`, sk: `delivery#${id}` };
}

function itemOf({ message, ...delivery }: Delivery) {
  const { id, state, version } = delivery;
  return {
    ...keyOf(delivery),
    gsi1pk: `deliveries#${state}`,
    gsi1sk: id,
    version,
    delivery,
    message: message && zipped(message),
    ...((state === 'sent' || state === 'dropped') && expiring(delivery, KEPT_DAYS)),
  };
}

function deliveryFrom({ delivery, message }: z.infer<typeof Item>): Delivery {
  return { ...delivery, message: message && unzipped(message, MessageSchema) };
}

/** Epoch seconds, as DynamoDB wants them. */
function expiring({ kind, at }: Pick<Delivery, 'kind' | 'at'>, days: number) {
  if (kind !== 'digest') return {};
  return { expiresAt: Date.parse(`${addDays(londonDay(at), days)}T00:00:00.000Z`) / 1000 };
}

function inOrder(deliveries: Delivery[]): readonly Delivery[] {
  return deliveries.sort((a, b) => byCodeUnits(a.id, b.id));
}
