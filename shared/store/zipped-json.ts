import { gunzipSync, gzipSync } from 'node:zlib';
import type * as z from 'zod';

/** Gives a value as gzipped JSON, for what may be too long for a DynamoDB item otherwise. */
export function zipped(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value));
}

/** Reads gzipped JSON back and checks it; throws when it is not what the schema says. */
export function unzipped<T>(bytes: Uint8Array, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(gunzipSync(bytes).toString('utf8')));
}
