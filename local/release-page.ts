import type { CoverageRow } from '../shared/coverage/coverage-row.ts';
import { ReleaseJsonSchema } from '../shared/release/files/json.ts';
import type { Reports } from '../shared/store/object-reports.ts';
import { headline } from './headline.ts';
import { counted } from './words.ts';

/** What the terminal says of a published release: its headline and its files; undefined where there is none. */
export async function releasePage(reports: Reports, place: string): Promise<string | undefined> {
  const bytes = await reports.file(place, 'coverage.json');
  if (bytes === undefined) return undefined;
  const release = ReleaseJsonSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const rows = release.tables['coverage']?.rows as unknown as readonly CoverageRow[];
  const row = rows.find(({ denominator }) => denominator === 'open');
  const names = await reports.names(place);
  const restated = release.tables['restatements']?.rows.length ?? 0;
  return [
    ...(row === undefined ? [] : [headline(row)]),
    ...(restated === 0 ? [] : [`${counted(restated, 'restated figure')}: see restatements.csv.`]),
    `Files: ${[...names].sort().join(', ')}`,
  ].join('\n');
}
