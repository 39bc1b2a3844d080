import type { Row, Table } from '../coverage/table.ts';
import type { Fact } from '../evidence/fact.ts';
import type { PolicyEntry } from '../policy/entry.ts';
import { type ReleaseJson, ReleaseJsonSchema } from './files/json.ts';
import { filesOf } from './files-of.ts';
import {
  evidenceOf,
  type Manifest,
  manifestBytes,
  manifestOf,
  ownPractices,
  sha256Of,
} from './manifest.ts';
import { brokenFiles } from './reconcile/files-agree.ts';
import { IN_CSV_ONLY, type Release, type ReleaseFile, TABLE_NAMES } from './release.ts';
import { releaseOf } from './release-of.ts';
import type { Restatement } from './tables/restatements.ts';
import { type Check, type Files, MANIFEST } from './verify.ts';
import { type WorkedOut, workOut } from './worked-out.ts';

type Ledger = {
  readonly facts: readonly Fact[];
  readonly entries: readonly PolicyEntry[];
  readonly codeVersion: string;
};

/**
 * Works the release out anew from the ledger. Under the code version that made it every byte must be the
 * same; under another the figures of every table must be, and what each published file says must be what
 * the published tables say. The restatements are taken as published, since they speak of versions.
 */
export async function checkFigures(
  files: Files,
  manifest: Manifest,
  ledger: Ledger,
): Promise<Check> {
  const published = ReleaseJsonSchema.parse(
    JSON.parse(new TextDecoder().decode(files.get('coverage.json'))),
  );
  const { clocks, comparedWith } = manifest;
  const worked = workOut({ ...ledger, clocks, comparedWith });
  const release = releaseAgain(worked, manifest, published);
  if (ledger.codeVersion === manifest.codeVersion) {
    return sameBytes(files, await everyFile(release, worked, { manifest, ledger }));
  }
  return {
    what: `the figures of every table and file, worked out anew by code version ${ledger.codeVersion} (published by ${manifest.codeVersion}, whose bytes only that version can make again)`,
    fails: [...otherFigures(published, release), ...otherFiles(files, published, release)],
  };
}

function releaseAgain(worked: WorkedOut, manifest: Manifest, published: ReleaseJson): Release {
  const restatements = published.tables['restatements']?.rows ?? [];
  const { week, scope, version, note, madeUp, clocks, comparedWith, codeVersion } = manifest;
  const head = { week, scope, version, note, clocks, comparedWith, madeUp, codeVersion };
  const release = releaseOf(worked, head, []);
  const log = {
    ...release.tables.restatements,
    rows: restatements as unknown as readonly Restatement[],
  };
  return { head, tables: { ...release.tables, restatements: log } };
}

type Again = { readonly manifest: Manifest; readonly ledger: Ledger };

async function everyFile(
  release: Release,
  worked: WorkedOut,
  { manifest, ledger }: Again,
): Promise<readonly ReleaseFile[]> {
  const files = await filesOf(release, worked);
  const { facts, entries } = ledger;
  const evidence = evidenceOf(facts, manifest.clocks.knownAt, ownPractices(release));
  const { previous } = manifest;
  const again = manifestOf({ head: release.head, evidence, entries, previous, files });
  return [...files, { name: MANIFEST, bytes: manifestBytes(again) }];
}

function sameBytes(files: Files, again: readonly ReleaseFile[]): Check {
  const differing = again.filter(
    ({ name, bytes }) => sha256Of(bytes) !== sha256Of(files.get(name) ?? new Uint8Array()),
  );
  return {
    what: `${again.length} files, worked out anew by the same code, byte for byte`,
    fails: differing.map(({ name }) => `${name} comes out differently`),
  };
}

/** The first row of each table whose figures, codes or days come out differently; sentences may be reworded. */
function otherFigures(published: ReleaseJson, { tables }: Release): readonly string[] {
  return TABLE_NAMES.flatMap((name) => {
    const was = published.tables[name];
    if (IN_CSV_ONLY.has(name) || was === undefined) return [];
    const keys = tables[name].columns.filter(({ holds }) => holds !== 'text').map(({ key }) => key);
    const figures = (row: Row | undefined) => keys.map((key) => row?.[key] ?? null).join(', ');
    const [old, now] = [was.rows as Table['rows'], tables[name].rows];
    const longer = old.length > now.length ? old : now;
    const at = longer.findIndex((_, i) => figures(old[i]) !== figures(now[i]));
    if (at < 0) return [];
    return [`${name}, row ${at + 1}: published “${figures(old[at])}”, now “${figures(now[at])}”`];
  });
}

/** Every published file against the published tables. */
function otherFiles(files: Files, published: ReleaseJson, release: Release): readonly string[] {
  const tables = Object.fromEntries(
    TABLE_NAMES.map((name) => [name, published.tables[name] ?? release.tables[name]]),
  ) as unknown as Release['tables'];
  const all = [...files].map(([name, bytes]) => ({ name, bytes }));
  try {
    return brokenFiles({ head: release.head, tables }, all);
  } catch {
    return ['a file cannot be read back'];
  }
}
