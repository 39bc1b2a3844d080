import { hash } from 'node:crypto';
import * as z from 'zod';
import { DaySchema, InstantSchema } from '../calendar/day.ts';
import { byCodeUnits } from '../coverage/by-code-units.ts';
import { type Fact, SenderSchema } from '../evidence/fact.ts';
import type { PolicyEntry } from '../policy/entry.ts';
import { entriesInForce } from '../policy/timeline.ts';
import type { Release, ReleaseFile, ReleaseHead } from './release.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const ClocksSchema = z.object({
  validAt: DaySchema,
  knownAt: InstantSchema,
  rulesAt: DaySchema,
});
const UploadUsed = z.object({
  uploadId: z.string(),
  sha256: z.string(),
  sender: SenderSchema,
  receivedAt: InstantSchema,
});
export const ScopeSchema = z.union([
  z.object({ type: z.literal('national'), code: z.literal('ENGLAND'), name: z.literal('England') }),
  z.object({ type: z.literal('icb'), code: z.string(), name: z.string().nullable() }),
]);

/** `manifest.json`: what a release was made from, and the hash of every file of it. */
export const ManifestSchema = z.object({
  schema: z.literal(1),
  week: DaySchema,
  scope: ScopeSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  note: z.string().nullable(),
  madeUp: z.boolean(),
  clocks: ClocksSchema,
  comparedWith: ClocksSchema,
  /** The policy entries in force, and a hash of what they say. */
  rules: z.object({ inForce: z.array(z.string()), sha256: Sha256 }),
  codeVersion: z.string(),
  uploads: z.array(UploadUsed),
  /** Facts received by then, an ICB's of its own practices: how many, and the SHA-256 of their sorted ids. */
  facts: z.object({ count: z.int().min(0), sha256: Sha256 }),
  /** SHA-256 of the manifest published before this one for the same place; null for the first. */
  previous: Sha256.nullable(),
  files: z.array(z.object({ name: z.string(), bytes: z.int().min(0), sha256: Sha256 })),
});
export type Manifest = z.infer<typeof ManifestSchema>;

/** What a manifest says of the evidence. */
export type Evidence = Pick<Manifest, 'uploads' | 'facts'>;

/**
 * The evidence behind a release: every upload of which something had been received by its clock, and a
 * hash over all ids of those facts. Facts in any order and repeated give the same. `own`: the practices of
 * an ICB, whose manifest is to say nothing of who wrote about others; null for all.
 */
export function evidenceOf(
  facts: readonly Fact[],
  knownAt: string,
  own: ReadonlySet<string> | null,
): Evidence {
  const ids = new Set<string>();
  const uploads = new Map<string, Manifest['uploads'][number]>();
  for (const { id, practice, receivedAt, source } of facts) {
    if (receivedAt > knownAt || (own !== null && !own.has(practice))) continue;
    ids.add(id);
    const { uploadId, sha256, sender } = source;
    if (!uploads.has(uploadId)) uploads.set(uploadId, { uploadId, sha256, sender, receivedAt });
  }
  const sorted = [...ids].sort(byCodeUnits);
  return {
    uploads: [...uploads.values()].sort((a, b) => byCodeUnits(a.uploadId, b.uploadId)),
    facts: { count: sorted.length, sha256: sha256Of(sorted.join('\n')) },
  };
}

type Ask = {
  readonly head: ReleaseHead;
  readonly evidence: Evidence;
  readonly entries: readonly PolicyEntry[];
  readonly previous: string | null;
  readonly files: readonly ReleaseFile[];
};

/** The practices that a release is about, by its table of each practice in the denominators; null for England's, which is about all. */
export function ownPractices({ head, tables }: Release): ReadonlySet<string> | null {
  if (head.scope.type === 'national') return null;
  return new Set(tables.denominator.rows.map((row) => String(row['practice_code'])));
}

/** The manifest of a release whose files are written. */
export function manifestOf({ head, evidence, entries, previous, files }: Ask): Manifest {
  const inForce = entriesInForce(entries, head.clocks);
  return {
    schema: 1,
    ...head,
    rules: {
      inForce: inForce.map(({ id }) => id).sort(byCodeUnits),
      sha256: sha256Of(JSON.stringify(inForce.toSorted((a, b) => byCodeUnits(a.id, b.id)))),
    },
    ...evidence,
    previous,
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256Of(bytes) })),
  };
}

/** The bytes of `manifest.json`; their SHA-256 is the release's link in the chain. */
export function manifestBytes(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}

/** SHA-256 in hex. */
export function sha256Of(what: string | Uint8Array): string {
  return hash('sha256', what, 'hex');
}
