import * as z from 'zod';
import { DaySchema } from '../calendar/day.ts';
import { sha256Of } from './manifest.ts';
import { byVersion } from './version.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * One link of the chain of releases: which version of which week was published, where, and the hash of
 * each place's manifest. Links are numbered from 1, each names the hash of the one before.
 */
export const LinkSchema = z.object({
  number: z.int().min(1),
  week: DaySchema,
  version: z.string(),
  folder: z.string(),
  /** SHA-256 of the manifest of each place, by its code. */
  manifests: z.record(z.string(), Sha256),
  previous: Sha256.nullable(),
});
export type Link = z.infer<typeof LinkSchema>;

/** The bytes of a link. */
export function linkBytes(link: Link): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(link, null, 2)}\n`);
}

/** What the next link has to name as the one before; null at the beginning. */
export function headOf(chain: readonly Link[]): string | null {
  const last = chain.at(-1);
  return last === undefined ? null : sha256Of(linkBytes(last));
}

/** The manifest published last for a place, or null where it had none. */
export function lastManifestOf(chain: readonly Link[], code: string): string | null {
  return chain.findLast(({ manifests }) => manifests[code] !== undefined)?.manifests[code] ?? null;
}

/** The latest version of a week; undefined where it was never published. */
export function latestOf(chain: readonly Link[], week: string): Link | undefined {
  return chain
    .filter((link) => link.week === week)
    .toSorted((a, b) => byVersion(a.version, b.version))
    .at(-1);
}

/** Every link that does not follow from the one before it, as a sentence; none for a sound chain. */
export function brokenLinks(chain: readonly Link[]): readonly string[] {
  return chain.flatMap((link, at) => {
    const before = chain.slice(0, at);
    return [
      ...(link.number === at + 1 ? [] : [`link ${at + 1} is numbered ${link.number}`]),
      ...(link.previous === headOf(before)
        ? []
        : [
            `link ${link.number} (week ${link.week}, ${link.version}) does not follow from the one before it`,
          ]),
    ];
  });
}
