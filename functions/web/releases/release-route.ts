import { may } from '../../../shared/access/may.ts';
import type { CoverageRow } from '../../../shared/coverage/coverage-row.ts';
import { byCodeNotKnownLast } from '../../../shared/coverage/scopes.ts';
import type { Table } from '../../../shared/coverage/table.ts';
import { type Manifest, sha256Of } from '../../../shared/release/manifest.ts';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { coverageIn, fileOf, manifestOf, releasesOf } from './published.ts';
import { ReleaseAsk, releaseAsked, releaseResource } from './release-ask.ts';
import { releaseView } from './release-page.ts';

import { Figures, ReleaseSays } from './release-says.ts';

/** `/releases/:week`: what a release says, from what, and its files. */
export const releaseRoute = reading({
  path: '/releases/:week',
  about: 'A published release: what it says, what it rests on, its files with their hashes.',
  ask: ReleaseAsk,
  action: 'read-release',
  on: releaseResource,
  answers: ReleaseSays,
  answer: answerOf,
  page: releaseView,
});

async function answerOf(
  deps: WebDeps,
  asked: Asked<ReleaseAsk>,
): Promise<Answer<ReleaseSays> | null> {
  const published = await releaseAsked(deps, asked);
  const manifest = published && (await manifestOf(deps, published));
  if (published === null || !manifest) return null;
  const { place, link } = published;
  const [rows, links, own] = await Promise.all([
    coverageIn(deps, published),
    releasesOf(deps, place),
    fileOf(deps, published, 'manifest.json'),
  ]);
  const versions = links.filter(({ week }) => week === link.week).map(({ version }) => version);
  const places = Object.keys(link.manifests)
    .filter((one) => may(asked.member, 'read-release', { kind: 'release', place: one }))
    .sort(byCodeNotKnownLast);
  return {
    says: saysOf(manifest, { place, places, versions, figures: figuresIn(rows ?? [], manifest) }),
    tables: [filesTable(manifest, own!)],
  };
}

function saysOf(
  manifest: Manifest,
  more: Pick<ReleaseSays, 'place' | 'places' | 'versions' | 'figures'>,
): ReleaseSays {
  const { week, version, scope, note, clocks, comparedWith, codeVersion, uploads, facts } =
    manifest;
  return {
    ...more,
    week,
    version,
    name: scope.name,
    note,
    valid_at: clocks.validAt,
    known_at: clocks.knownAt,
    rules_at: clocks.rulesAt,
    compared_with: comparedWith.validAt,
    code_version: codeVersion,
    uploads: uploads.length,
    facts: facts.count,
  };
}

/** The row of the whole place; null where it has none that can be read. */
function figuresIn(rows: readonly CoverageRow[], { scope }: Manifest): ReleaseSays['figures'] {
  const whole = rows.find(
    ({ scope_type, scope_code, denominator }) =>
      scope_type === scope.type && scope_code === scope.code && denominator === 'open',
  );
  return Figures.safeParse(whole).data ?? null;
}

/** The files of a release, its manifest last: what holds their hashes cannot hold its own. */
function filesTable({ files }: Manifest, manifest: Uint8Array): Table {
  const own = { name: 'manifest.json', bytes: manifest.length, sha256: sha256Of(manifest) };
  return {
    name: 'files',
    title: 'Files',
    says: 'One row for each file of the release.',
    columns: [
      { key: 'file', heading: 'File', holds: 'code' },
      { key: 'bytes', heading: 'Bytes', holds: 'count' },
      { key: 'sha256', heading: 'SHA-256', holds: 'code' },
    ],
    rows: [...files, own].map(({ name, bytes, sha256 }) => ({ file: name, bytes, sha256 })),
  };
}
