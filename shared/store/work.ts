import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { InstantSchema } from '../calendar/day.ts';
import { type Mapping, MappingSchema } from '../intake/mapping/mapping.ts';
import { WITHHELD } from '../intake/patient-data/hit.ts';
import type { Receipt } from '../intake/receipt/receipt.ts';
import { AnnouncementSchema, ReceiptSchema } from '../intake/receipt/receipt-schema.ts';
import { worstFirst } from '../intake/receipt/worst-first.ts';
import type { Work } from './ports.ts';
import { unzipped, zipped } from './zipped-json.ts';

type Client = DynamoDBDocumentClient;

const UploadItem = z.object({ upload: AnnouncementSchema });
const ArrivedItem = z.object({
  arrived: z.object({
    uploadId: z.string(),
    sha256: z.string(),
    receivedAt: InstantSchema,
    version: z.string().nullable(),
  }),
});
const MappingItem = z.object({ mapping: MappingSchema });
const ReceiptItem = z.object({ receipt: z.instanceof(Uint8Array) });

/** All receipts stand in one partition of `gsi1`, newest first by receipt: some dozens a week. */
const RECEIPTS = 'receipts';
const MAPPINGS = 'mappings';
/** A DynamoDB item may have 400 KB; the rest is for its keys. */
const ROOM_FOR_A_RECEIPT = 380_000;

/** Uploads and receipts in table `work`: items `upload#<id>`, `upload` and `upload#<id>`, `receipt`. */
export function dynamoWork(client: Client, table: string): Work {
  return {
    async announce(upload) {
      const keys = { pk: `upload#${upload.uploadId}`, sk: 'upload' };
      return (await putFirst(client, table, { ...keys, upload })) ? 'announced' : 'known';
    },

    async announcement(uploadId) {
      const item = await itemAt(client, table, { pk: `upload#${uploadId}`, sk: 'upload' });
      return item === undefined ? undefined : UploadItem.parse(item).upload;
    },

    async withholdName(uploadId) {
      const ask = {
        TableName: table,
        Key: { pk: `upload#${uploadId}`, sk: 'upload' },
        UpdateExpression: 'SET upload.fileName = :withheld',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':withheld': WITHHELD },
      };
      await client.send(new UpdateCommand(ask));
    },

    async claim(arrived) {
      const keys = { pk: `upload#${arrived.uploadId}`, sk: 'arrived' };
      if (await putFirst(client, table, { ...keys, arrived })) return arrived;
      return ArrivedItem.parse(await itemAt(client, table, keys)).arrived;
    },

    async arrived(uploadId) {
      const item = await itemAt(client, table, { pk: `upload#${uploadId}`, sk: 'arrived' });
      return item === undefined ? undefined : ArrivedItem.parse(item).arrived;
    },

    async saveReceipt(receipt) {
      const { uploadId, receivedAt } = receipt;
      const item = {
        pk: `upload#${uploadId}`,
        sk: 'receipt',
        gsi1pk: RECEIPTS,
        gsi1sk: `${receivedAt}#${uploadId}`,
        receipt: zippedToFit(receipt),
      };
      return (await putFirst(client, table, item)) ? 'saved' : 'known';
    },

    async receipt(uploadId) {
      const item = await itemAt(client, table, { pk: `upload#${uploadId}`, sk: 'receipt' });
      return item === undefined ? undefined : receiptFrom(item);
    },

    async receipts(limit, from = {}) {
      const receipts: Receipt[] = [];
      const isFrom = ({ sender }: Receipt) =>
        (from.role ?? sender.role) === sender.role && (from.org ?? sender.org) === sender.org;
      const ask = {
        TableName: table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :receipts',
        ExpressionAttributeValues: { ':receipts': RECEIPTS },
        ScanIndexForward: false,
        Limit: limit,
      };
      for await (const page of paginateQuery({ client }, ask)) {
        receipts.push(...(page.Items ?? []).map(receiptFrom).filter(isFrom));
        if (receipts.length >= limit) break;
      }
      return receipts.slice(0, limit);
    },

    async saveMapping(mapping) {
      const item = {
        ...mappingKey(mapping),
        gsi1pk: MAPPINGS,
        gsi1sk: mappingKey(mapping).pk,
        mapping,
      };
      await client.send(new PutCommand({ TableName: table, Item: item }));
    },

    async mapping(sender, kind) {
      const item = await itemAt(client, table, mappingKey({ sender, kind }));
      return item === undefined ? undefined : MappingItem.parse(item).mapping;
    },

    async mappings() {
      const found: Mapping[] = [];
      const ask = {
        TableName: table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :mappings',
        ExpressionAttributeValues: { ':mappings': MAPPINGS },
      };
      for await (const page of paginateQuery({ client }, ask)) {
        for (const item of page.Items ?? []) found.push(MappingItem.parse(item).mapping);
      }
      return found;
    },

    async removeMapping(sender, kind) {
      const Key = mappingKey({ sender, kind });
      await client.send(new DeleteCommand({ TableName: table, Key }));
    },
  };
}

function mappingKey({ sender, kind }: Pick<Mapping, 'sender' | 'kind'>) {
  return { pk: `mapping#${sender.role}#${sender.org}`, sk: kind };
}

/** Writes an item where none is; true when it did. */
async function putFirst(
  client: Client,
  table: string,
  Item: Record<string, unknown>,
): Promise<boolean> {
  try {
    await client.send(
      new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

async function itemAt(client: Client, table: string, Key: { pk: string; sk: string }) {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key, ConsistentRead: true }),
  );
  return Item;
}

function receiptFrom(item: Record<string, unknown>): Receipt {
  return unzipped(ReceiptItem.parse(item).receipt, ReceiptSchema);
}

/**
 * A file of a million bad rows has a receipt that no item holds. Its counts stay true; of the problems
 * and warnings the worst half is kept until it fits, and a last warning says so.
 */
function zippedToFit(receipt: Receipt): Uint8Array {
  let bytes = zipped(receipt);
  if (bytes.length <= ROOM_FOR_A_RECEIPT) return bytes;
  let kept = worstFirst(receipt);
  while (bytes.length > ROOM_FOR_A_RECEIPT) {
    kept = halved(kept, receipt);
    bytes = zipped(kept);
  }
  return bytes;
}

function halved(kept: Receipt, whole: Receipt): Receipt {
  const problems = kept.problems.slice(0, Math.floor(kept.problems.length / 2));
  const warnings = kept.warnings.slice(0, Math.floor(kept.warnings.length / 2));
  const warning = `this receipt shows the first ${problems.length} of ${whole.problems.length} problems and the first ${warnings.length} of ${whole.warnings.length} warnings; mend these and send the file again`;
  return { ...kept, problems, warnings: [...warnings, { row: 0, column: null, warning }] };
}
