import { parse } from 'csv-parse/sync';
import type { Fact } from '../evidence/fact.ts';
import { brokenLinks, headOf, type Link } from './chain.ts';
import { evidenceOf, type Manifest, ManifestSchema, sha256Of } from './manifest.ts';

/** One thing that was checked, in words; `fails`: what is wrong, one line each. */
export type Check = { readonly what: string; readonly fails: readonly string[] };

export type Files = ReadonlyMap<string, Uint8Array>;
export const MANIFEST = 'manifest.json';

/** Reads the manifest among the files of a release, or says what is wrong with it. */
export function manifestAmong(files: Files): Manifest | string {
  const bytes = files.get(MANIFEST);
  if (bytes === undefined) return 'there is no manifest.json: this is no folder of a release';
  try {
    return ManifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return 'manifest.json cannot be read: it is damaged, or of another program';
  }
}

/** Holds every file against its hash in the manifest, and looks for files missing or added. */
export function checkFiles(files: Files, manifest: Manifest): Check {
  const named = new Set(manifest.files.map(({ name }) => name));
  const added = [...files.keys()].filter((name) => name !== MANIFEST && !named.has(name));
  const fails = manifest.files.flatMap(({ name, sha256 }) => {
    const bytes = files.get(name);
    if (bytes === undefined) return [`${name} is missing`];
    return sha256Of(bytes) === sha256 ? [] : [`${name} is not the file that was published`];
  });
  const strange = added.map((name) => `${name} is no part of the release`);
  return { what: `${named.size} files against their hashes`, fails: [...fails, ...strange] };
}

/** Holds the chain's links against each other, and the release against its own place in it. */
export function checkChain(files: Files, manifest: Manifest, chain: readonly Link[]): Check {
  const code = manifest.scope.code;
  const sha256 = sha256Of(files.get(MANIFEST)!);
  const at = chain.findIndex(({ manifests }) => manifests[code] === sha256);
  const before = chain.slice(0, Math.max(at, 0)).findLast(({ manifests }) => manifests[code]);
  const previous = before?.manifests[code] ?? null;
  const misplaced =
    at < 0
      ? ['no link of the chain names this manifest']
      : manifest.previous === previous
        ? []
        : ['the manifest names another release as the one before it than the chain does'];
  return {
    what: `the chain of ${chain.length} releases, whose last link has the SHA-256 ${headOf(chain)}`,
    fails: [...brokenLinks(chain), ...misplaced],
  };
}

/** Holds the facts of a ledger, as known at the release's clock, against what the manifest says of them. */
export function checkEvidence(files: Files, manifest: Manifest, facts: readonly Fact[]): Check {
  const evidence = evidenceOf(facts, manifest.clocks.knownAt, ownIn(files, manifest));
  const known = new Map(evidence.uploads.map((upload) => [upload.uploadId, upload]));
  const used = new Set(manifest.uploads.map(({ uploadId }) => uploadId));
  const gone = manifest.uploads.filter(({ uploadId }) => !known.has(uploadId));
  const other = manifest.uploads.filter(({ uploadId, sha256 }) => {
    const here = known.get(uploadId);
    return here !== undefined && here.sha256 !== sha256;
  });
  const late = evidence.uploads.filter(({ uploadId }) => !used.has(uploadId));
  const isSame = evidence.facts.sha256 === manifest.facts.sha256;
  return {
    what: `${manifest.facts.count} facts of ${manifest.uploads.length} uploads in the ledger`,
    fails: [
      ...gone.map(({ uploadId }) => `upload ${uploadId} is not in this ledger`),
      ...other.map(({ uploadId }) => `upload ${uploadId} has another file in this ledger`),
      ...late.map(
        ({ uploadId }) =>
          `upload ${uploadId} is in this ledger, received in time, and was not used: amend the week`,
      ),
      ...(isSame ? [] : ['the facts are not those of the release']),
    ],
  };
}

/** The practices that an ICB's manifest speaks of, as its own file lists them. */
function ownIn(files: Files, { scope }: Manifest): ReadonlySet<string> | null {
  if (scope.type === 'national') return null;
  const [, ...rows] = parse(new TextDecoder().decode(files.get('denominator.csv'))) as string[][];
  return new Set(rows.map(([code]) => code!));
}
