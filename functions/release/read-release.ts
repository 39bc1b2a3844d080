import type { Link } from '../../shared/release/chain.ts';
import { type ReleaseJson, ReleaseJsonSchema } from '../../shared/release/files/json.ts';
import { folderOf } from '../../shared/release/folder.ts';
import { type Manifest, ManifestSchema } from '../../shared/release/manifest.ts';
import { ENGLAND } from '../../shared/release/release.ts';
import type { Reports } from '../../shared/store/object-reports.ts';

/** England's manifest of a published release. Throws where it is not there or cannot be read. */
export async function manifestIn(reports: Reports, link: Link): Promise<Manifest> {
  return ManifestSchema.parse(await parsed(reports, link, 'manifest.json'));
}

/** England's figures as they were published. Throws where they are not there or cannot be read. */
export async function jsonOf(reports: Reports, link: Link): Promise<ReleaseJson> {
  return ReleaseJsonSchema.parse(await parsed(reports, link, 'coverage.json'));
}

async function parsed(reports: Reports, link: Link, name: string): Promise<unknown> {
  const bytes = await reports.file(`${link.folder}/${folderOf(ENGLAND)}`, name);
  if (bytes === undefined) throw new Error(`release ${link.folder} has no ${name}`);
  return JSON.parse(new TextDecoder().decode(bytes));
}
