import { byCodeUnits } from '../../../shared/coverage/by-code-units.ts';
import type { CoverageRow } from '../../../shared/coverage/coverage-row.ts';
import { type Link, latestOf } from '../../../shared/release/chain.ts';
import { ReleaseJsonSchema } from '../../../shared/release/files/json.ts';
import { folderOf } from '../../../shared/release/folder.ts';
import { type Manifest, ManifestSchema } from '../../../shared/release/manifest.ts';
import { ENGLAND } from '../../../shared/release/release.ts';
import { objectReports } from '../../../shared/store/object-reports.ts';
import type { WebDeps } from '../deps.ts';

type Reports = Pick<WebDeps, 'reports'>;

/** One published release: which version of which week, of which place. */
export type Published = { readonly link: Link; readonly place: string };

/**
 * The release of a week and place in the chain; its latest version where none is named. Null: there is none.
 */
export async function publishedIn(
  { reports }: Reports,
  { week, version, place }: { week: string; version: string | undefined; place: string },
): Promise<Published | null> {
  const chain = await objectReports(reports).chain();
  const own = chain.filter(({ manifests }) => manifests[place] !== undefined);
  const link =
    version === undefined
      ? latestOf(own, week)
      : own.find((one) => one.week === week && one.version === version);
  return link === undefined ? null : { link, place };
}

/** The links that hold a release of a place, the latest week first, of a week its latest version. */
export async function releasesOf({ reports }: Reports, place: string): Promise<readonly Link[]> {
  const chain = await objectReports(reports).chain();
  return chain
    .filter(({ manifests }) => manifests[place] !== undefined)
    .sort((a, b) => byCodeUnits(b.week, a.week) || b.number - a.number);
}

/** Every place of which anything was published: England, then ICBs by code. */
export async function placesPublished({ reports }: Reports): Promise<readonly string[]> {
  const chain = await objectReports(reports).chain();
  const codes = new Set(chain.flatMap(({ manifests }) => Object.keys(manifests)));
  codes.delete('ENGLAND');
  return ['ENGLAND', ...[...codes].sort(byCodeUnits)];
}

/** The bytes of one file of a release; undefined where it has none of that name. */
export function fileOf(
  { reports }: Reports,
  { link, place }: Published,
  name: string,
): Promise<Uint8Array | undefined> {
  const scope = place === 'ENGLAND' ? ENGLAND : { type: 'icb' as const, code: place, name: null };
  return objectReports(reports).file(`${link.folder}/${folderOf(scope)}`, name);
}

/** What a release was made from and which files it has; undefined where its manifest is gone. */
export async function manifestOf(
  deps: Reports,
  published: Published,
): Promise<Manifest | undefined> {
  const bytes = await fileOf(deps, published, 'manifest.json');
  return bytes && ManifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/** The rows of coverage that a release published; undefined where the file is gone. */
export async function coverageIn(
  deps: Reports,
  published: Published,
): Promise<readonly CoverageRow[] | undefined> {
  const bytes = await fileOf(deps, published, 'coverage.json');
  if (bytes === undefined) return undefined;
  const { tables } = ReleaseJsonSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return tables['coverage']?.rows as unknown as readonly CoverageRow[] | undefined;
}
