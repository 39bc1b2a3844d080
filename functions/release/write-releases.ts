import type { Day } from '../../shared/calendar/day.ts';
import type { Fact } from '../../shared/evidence/fact.ts';
import { type Link, lastManifestOf } from '../../shared/release/chain.ts';
import { filesOf } from '../../shared/release/files-of.ts';
import { folderOf, folderOfVersion } from '../../shared/release/folder.ts';
import {
  evidenceOf,
  manifestBytes,
  manifestOf,
  ownPractices,
  sha256Of,
} from '../../shared/release/manifest.ts';
import { brokenFiles } from '../../shared/release/reconcile/files-agree.ts';
import { brokenSums } from '../../shared/release/reconcile/sums.ts';
import type { Release, ReleaseFile, ReleaseScope } from '../../shared/release/release.ts';
import { coverageBefore, releaseOf, scopesOf } from '../../shared/release/release-of.ts';
import type { Restatement } from '../../shared/release/tables/restatements.ts';
import type { WorkedOut } from '../../shared/release/worked-out.ts';
import type { Reports } from '../../shared/store/object-reports.ts';

type Ask = {
  readonly worked: WorkedOut;
  readonly week: Day;
  readonly version: string;
  readonly note: string | null;
  readonly restatements: readonly Restatement[];
  readonly madeUp: boolean;
  readonly codeVersion: string;
  readonly chain: readonly Link[];
  readonly facts: readonly Fact[];
};
type Stores = { readonly reports: Reports };
type Written =
  | {
      readonly version: string;
      readonly folder: string;
      readonly manifests: Readonly<Record<string, string>>;
    }
  | { readonly broken: readonly string[] };

/** Leftovers of runs that broke off before their link, with other bytes: more than this is no accident. */
const MOST_LEFTOVERS = 20;

/**
 * Writes the releases of every place, each with its manifest; one after the other, so that only one is in
 * memory. Gives the hash of each manifest, or every sum that broke; what was written by then is linked
 * nowhere and so is no release.
 */
export async function writeReleases(stores: Stores, ask: Ask): Promise<Written> {
  for (let again = 0; again < MOST_LEFTOVERS; again++) {
    const folder = folderOfVersion(ask.week, ask.version, again);
    const written = await writeInto(stores, folder, ask);
    if (written !== 'differs') return written;
  }
  throw new Error(`the folders of ${ask.week} ${ask.version} are full of other files`);
}

async function writeInto(stores: Stores, folder: string, ask: Ask): Promise<Written | 'differs'> {
  const manifests: Record<string, string> = {};
  let national: Release | undefined;
  for (const scope of scopesOf(ask.worked)) {
    const release = releaseOf(ask.worked, headOf(ask, scope), ask.restatements);
    national ??= release;
    const before = coverageBefore(ask.worked, scope);
    const broken = brokenSums(release, { national, before });
    if (broken.length > 0) return { broken: broken.map((said) => `${scope.code}: ${said}`) };
    const files = await filesOf(release, ask.worked);
    const disagreeing = brokenFiles(release, files);
    if (disagreeing.length > 0) return { broken: disagreeing };
    const manifest = manifestFor(release, files, ask);
    const whole = [...files, { name: 'manifest.json', bytes: manifest }];
    const place = `${folder}/${folderOf(scope)}`;
    if ((await stores.reports.write(place, whole)) === 'differs') return 'differs';
    manifests[scope.code] = sha256Of(manifest);
  }
  return { version: ask.version, folder, manifests };
}

function headOf({ worked, ...ask }: Ask, scope: ReleaseScope) {
  const { clocks, comparedWith } = worked.ask;
  const { week, version, note, madeUp, codeVersion } = ask;
  return { week, scope, version, note, clocks, comparedWith, madeUp, codeVersion };
}

function manifestFor(release: Release, files: readonly ReleaseFile[], ask: Ask): Uint8Array {
  const { head } = release;
  const { clocks, entries } = ask.worked.ask;
  const evidence = evidenceOf(ask.facts, clocks.knownAt, ownPractices(release));
  const previous = lastManifestOf(ask.chain, head.scope.code);
  return manifestBytes(manifestOf({ head, evidence, entries, previous, files }));
}
