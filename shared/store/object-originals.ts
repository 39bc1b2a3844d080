import * as z from 'zod';
import { InstantSchema } from '../calendar/day.ts';
import { originalKey, tombstoneKey } from './original-keys.ts';
import type { Objects, Originals, Tombstone } from './ports.ts';

const TombstoneSchema: z.ZodType<Tombstone> = z.object({
  sha256: z.string(),
  erasedAt: InstantSchema,
  reason: z.string(),
});

/**
 * Clean originals over objects, write-once. A tombstone counts before the original does: what is being
 * erased is neither kept again nor given out, even if erasing stopped half way.
 */
export function objectOriginals(objects: Objects): Originals {
  const tombstone = (sha256: string) => tombstoneOf(objects, sha256);
  return {
    tombstone,
    async keep(sha256, bytes) {
      const key = originalKey(sha256);
      if ((await tombstone(sha256)) !== undefined) return 'erased';
      return objects.putIfAbsent(key, bytes);
    },
    async get(sha256) {
      const key = originalKey(sha256);
      if ((await tombstone(sha256)) !== undefined) return undefined;
      return (await objects.get(key))?.bytes;
    },
  };
}

/** Lays a tombstone; of several for one original the first stays. */
export function layTombstone(
  objects: Pick<Objects, 'putIfAbsent'>,
  { sha256, erasedAt, reason }: Tombstone,
): Promise<'stored' | 'exists'> {
  const text = `${JSON.stringify({ sha256, erasedAt, reason }, null, 2)}\n`;
  return objects.putIfAbsent(tombstoneKey(sha256), new TextEncoder().encode(text));
}

async function tombstoneOf(objects: Objects, sha256: string): Promise<Tombstone | undefined> {
  const object = await objects.get(tombstoneKey(sha256));
  if (object === undefined) return undefined;
  return TombstoneSchema.parse(JSON.parse(new TextDecoder().decode(object.bytes)));
}
