import * as z from 'zod';
import { CONTENT_TYPES } from '../../../shared/intake/upload-limits.ts';
import type { WebDeps } from '../deps.ts';
import { type Asked, download, type WebFile } from '../route.ts';
import { fileOf, manifestOf } from './published.ts';
import { ReleaseAsk, releaseAsked, releaseResource } from './release-ask.ts';

const Ask = ReleaseAsk.extend({
  file: z
    .string()
    .regex(/^[a-z]+\.[a-z]+$/, 'Name a file of the release, such as coverage.csv')
    .describe('Its name'),
});
type Ask = z.output<typeof Ask>;

/** What a file is, by how its name ends; the names are ours. */
const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  xlsx: CONTENT_TYPES[1],
};

/** `/releases/:week/:place/:file`: a file of a release, byte for byte as it was published. */
export const fileRoute = download({
  path: '/releases/:week/:place/:file',
  about: 'A file of a release, byte for byte as it was published.',
  ask: Ask,
  action: 'read-release',
  on: releaseResource,
  file: fileAsked,
  audit: async (_deps, { ask }) => ({
    did: 'downloaded',
    what: `${ask.week}/${ask.version ?? 'latest'}/${ask.place}/${ask.file}`,
    icb: ask.place === undefined || ask.place === 'ENGLAND' ? null : ask.place,
  }),
});

/** Only what the manifest names, and the manifest: nothing else in the folder is part of the release. */
async function fileAsked(deps: WebDeps, asked: Asked<Ask>): Promise<WebFile | null> {
  const published = await releaseAsked(deps, asked);
  const manifest = published && (await manifestOf(deps, published));
  if (published === null || !manifest) return null;
  const { file } = asked.ask;
  const isOwn = file === 'manifest.json' || manifest.files.some(({ name }) => name === file);
  const type = TYPES[file.split('.')[1]!];
  const bytes = isOwn ? await fileOf(deps, published, file) : undefined;
  if (bytes === undefined || type === undefined) return null;
  const { week, version } = manifest;
  return { name: `${week}-${version}-${published.place}-${file}`, type, bytes };
}
