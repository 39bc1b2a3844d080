import type { Fact } from '../evidence/fact.ts';
import type { PolicyEntry } from '../policy/entry.ts';
import { brokenLinks, type Link } from './chain.ts';
import { ReleaseJsonSchema } from './files/json.ts';
import { filesOf } from './files-of.ts';
import {
  evidenceOf,
  type Manifest,
  ManifestSchema,
  manifestBytes,
  manifestOf,
  sha256Of,
} from './manifest.ts';
import type { ReleaseFile } from './release.ts';
import { releaseOf } from './release-of.ts';
import { type Restatement, restatedBetween } from './tables/restatements.ts';
import { workOut } from './worked-out.ts';

/** One thing that was checked, in words; `fails`: what is wrong, one line each. */
export type Check = { readonly what: string; readonly fails: readonly string[] };

export type Files = ReadonlyMap<string, Uint8Array>;
const MANIFEST = 'manifest.json';

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
    what: `the chain of ${chain.length} releases`,
    fails: [...brokenLinks(chain), ...misplaced],
  };
}

/** Holds the facts of a ledger, as known at the release's clock, against what the manifest says of them. */
export function checkEvidence(manifest: Manifest, facts: readonly Fact[]): Check {
  const evidence = evidenceOf(facts, manifest.clocks.knownAt);
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

/**
 * Works the release out anew from the ledger. Under the code version that made it every byte must be the
 * same; under another the figures must. The restatements are taken as published, since they speak of versions.
 */
export async function checkFigures(
  files: Files,
  manifest: Manifest,
  {
    facts,
    entries,
    codeVersion,
  }: { facts: readonly Fact[]; entries: readonly PolicyEntry[]; codeVersion: string },
): Promise<Check> {
  const { clocks, comparedWith, scope } = manifest;
  const published = ReleaseJsonSchema.parse(
    JSON.parse(new TextDecoder().decode(files.get('coverage.json'))),
  );
  const restatements = (published.tables['restatements']?.rows ?? []) as unknown as Restatement[];
  const worked = workOut({ facts, entries, clocks, comparedWith });
  const { week, version, note, madeUp } = manifest;
  const head = {
    week,
    scope,
    version,
    note,
    clocks,
    comparedWith,
    madeUp,
    codeVersion: manifest.codeVersion,
  };
  const release = releaseOf(worked, head, restatements);
  if (codeVersion !== manifest.codeVersion) {
    const differing = restatedBetween(published.tables['coverage']!, release.tables.coverage);
    const said = differing.map(
      ({ key, figure, was, is }) =>
        `${figure} of ${key.scopeCode} (${key.denominator}): published ${was}, now ${is}`,
    );
    return {
      what: `the figures, worked out anew by code version ${codeVersion} (published by ${manifest.codeVersion})`,
      fails: said,
    };
  }
  const again = await filesOf(release, worked);
  const manifestAgain = manifestBytes(
    manifestOf({
      head,
      evidence: evidenceOf(facts, clocks.knownAt),
      entries,
      previous: manifest.previous,
      files: again,
    }),
  );
  const all: readonly ReleaseFile[] = [...again, { name: MANIFEST, bytes: manifestAgain }];
  const differing = all.filter(
    ({ name, bytes }) => sha256Of(bytes) !== sha256Of(files.get(name) ?? new Uint8Array()),
  );
  return {
    what: `${all.length} files, worked out anew by the same code, byte for byte`,
    fails: differing.map(({ name }) => `${name} comes out differently`),
  };
}
