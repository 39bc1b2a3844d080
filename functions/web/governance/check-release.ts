import type { Fact } from '../../../shared/evidence/fact.ts';
import { POLICY } from '../../../shared/policy/timeline.ts';
import type { Link } from '../../../shared/release/chain.ts';
import { folderOf } from '../../../shared/release/folder.ts';
import { ENGLAND } from '../../../shared/release/release.ts';
import {
  type Check,
  checkChain,
  checkEvidence,
  checkFiles,
  type Files,
  manifestAmong,
} from '../../../shared/release/verify.ts';
import { atOnce } from '../../../shared/store/at-once.ts';
import { objectReports } from '../../../shared/store/object-reports.ts';
import type { WebDeps } from '../deps.ts';

/** What a check found of one release. */
export type CheckedRelease = {
  readonly week: string;
  readonly version: string;
  readonly place: string;
  readonly checks: readonly Check[];
};

export type CheckAsk = {
  readonly link: Link;
  readonly place: string;
  readonly chain: readonly Link[];
  /** Works every figure out anew from the ledger, too: some seconds of work. */
  readonly figures: boolean;
};

/** Files read at once. */
const READS = 8;

/**
 * Holds one published release against its hashes, its place in the chain and the ledger, and on request
 * its figures against those worked out anew, as `rollout verify` does. (Issue: the chain, with a check.)
 */
export async function checkRelease(
  { reports, world }: Pick<WebDeps, 'reports' | 'world'>,
  { link, place, chain, figures }: CheckAsk,
): Promise<CheckedRelease> {
  const { week, version } = link;
  const files = await filesOf(reports, link, place);
  const manifest = manifestAmong(files);
  if (typeof manifest === 'string') {
    const check = { what: 'the manifest of the release', fails: [manifest] };
    return { week, version, place, checks: [check] };
  }
  const { facts } = await world.known();
  const checks = [
    checkFiles(files, manifest),
    checkChain(files, manifest, chain),
    checkEvidence(files, manifest, facts),
  ];
  const isRead = checks[0]!.fails.length === 0;
  if (figures && isRead) checks.push(await figuresOf(files, manifest, facts));
  return { week, version, place, checks };
}

async function filesOf(
  objects: WebDeps['reports'],
  { folder }: Link,
  place: string,
): Promise<Files> {
  const reports = objectReports(objects);
  const scope = place === 'ENGLAND' ? ENGLAND : { type: 'icb' as const, code: place, name: null };
  const own = `${folder}/${folderOf(scope)}`;
  const names = await reports.names(own);
  const read = await atOnce(READS, names, async (name) => {
    const bytes = await reports.file(own, name);
    return [name, bytes ?? new Uint8Array()] as const;
  });
  return new Map(read);
}

/** Figures alone: the bytes are the same only under the code that published them, and their hashes say as much. */
async function figuresOf(
  files: Files,
  manifest: Exclude<ReturnType<typeof manifestAmong>, string>,
  facts: readonly Fact[],
): Promise<Check> {
  // Loaded only here: working a release out brings what draws charts and writes workbooks.
  const { checkFigures } = await import('../../../shared/release/verify-figures.ts');
  const check = await checkFigures(files, manifest, {
    facts,
    entries: POLICY,
    codeVersion: 'of this service',
  });
  return {
    what: 'the figures of every table and file, worked out anew from the ledger',
    fails: check.fails,
  };
}
