import { chartsOf } from './charts/charts-of.ts';
import { definitionsOf } from './definitions.ts';
import { tableCsv } from './files/csv.ts';
import { releaseJson } from './files/json.ts';
import { practicesParquet } from './files/parquet.ts';
import { releaseWorkbook } from './files/workbook.ts';
import { reportPage } from './page/report-page.ts';
import { type Release, type ReleaseFile, TABLE_NAMES } from './release.ts';
import type { WorkedOut } from './worked-out.ts';

/** Every file of a release but its manifest, in the order of their names. (Design: weekly release.) */
export async function filesOf(
  release: Release,
  { policy, ask }: Pick<WorkedOut, 'policy' | 'ask'>,
): Promise<readonly ReleaseFile[]> {
  const { tables } = release;
  const definitions = definitionsOf(policy, ask.entries);
  const charts = await chartsOf(release, ask.entries);
  // The workbook first: making it takes most room, and the others are not there yet.
  const files: ReleaseFile[] = [
    { name: 'report.xlsx', bytes: await releaseWorkbook(release, definitions) },
    { name: 'practices.parquet', bytes: practicesParquet(tables.practices) },
    ...TABLE_NAMES.map((name) => file(`${name}.csv`, tableCsv(tables[name]))),
    file('coverage.json', releaseJson(release)),
    file('report.html', reportPage(release, charts, definitions)),
  ];
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function file(name: string, text: string): ReleaseFile {
  return { name, bytes: new TextEncoder().encode(text) };
}
