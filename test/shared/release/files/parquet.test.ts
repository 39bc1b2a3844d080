import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import type { Row, Table } from '../../../../shared/coverage/table.ts';
import { practicesParquet } from '../../../../shared/release/files/parquet.ts';
import { madeRelease } from '../page/made-release.ts';

const { practices } = madeRelease({ each: 4, weeks: 2 }).tables;

const MIXED: Table = {
  name: 'mixed',
  title: 'Mixed',
  says: 'Every kind of cell.',
  columns: [
    { key: 'text', heading: 'Text', holds: 'text' },
    { key: 'day', heading: 'Day', holds: 'day' },
    { key: 'change', heading: 'Change', holds: 'change' },
    { key: 'share', heading: 'Share', holds: 'share' },
  ],
  rows: [
    { text: '=Tŷ Coch, "Ward" 東', day: '1969-12-31', change: -3, share: 81.1 },
    { text: null, day: null, change: null, share: null },
    { text: '', day: '2024-02-29', change: 0, share: 100 },
  ],
};

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

test('every cell reads back with its type, null as null', async () => {
  const file = bufferOf(practicesParquet(MIXED));
  expect(await parquetReadObjects({ file })).toEqual(
    MIXED.rows.map((row) => ({
      ...row,
      day: row['day'] === null ? null : new Date(`${row['day']}T00:00:00Z`),
    })),
  );
});

test('nothing is compressed, and the file has no rows to show when the table has none', async () => {
  const { row_groups } = parquetMetadata(bufferOf(practicesParquet(practices)));
  const codecs = row_groups.flatMap(({ columns }) => columns.map((one) => one.meta_data?.codec));
  expect(new Set(codecs)).toEqual(new Set(['UNCOMPRESSED']));
  const none = bufferOf(practicesParquet({ ...practices, rows: [] }));
  expect(await parquetReadObjects({ file: none })).toEqual([]);
});

test.each([
  ['a word among counts', { change: '[c]' }],
  ['a number among texts', { text: 3 }],
])('%s is refused by the name of its column', (_, cell: Row) => {
  const rows = [{ ...MIXED.rows[0], ...cell } as Row];
  expect(() => practicesParquet({ ...MIXED, rows })).toThrow(Object.keys(cell)[0]);
});

/** Week, version, and how many of the practices of the first ICB are live in it. */
const KEPT = [
  ['2023-11-27', '1.0.0', 1],
  ['2023-12-04', '1.9.0', 2],
  ['2023-12-04', '1.10.0', 3],
] as const;

test('the query of the docs takes the latest version of each week', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rollout-history-'));
  try {
    for (const [week, version, live] of KEPT) {
      const at = join(folder, 'history', 'practices', `week=${week}`, `version=${version}`);
      await mkdir(at, { recursive: true });
      await writeFile(join(at, 'part.parquet'), practicesParquet(fourPractices(week, live)));
    }
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const query = (await documentedQuery()).replace('history/', `${folder}/history/`);
    const rows = (await connection.runAndReadAll(query)).getRowObjectsJson();
    expect(rows).toEqual([
      { week: '2023-11-27', icb_code: 'QOQ', practices: '4', live: '1', live_pct: 25 },
      { week: '2023-12-04', icb_code: 'QOQ', practices: '4', live: '3', live_pct: 75 },
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

function fourPractices(week: string, live: number): Table {
  const rows = practices.rows.slice(0, 4).map((row, at) => ({
    ...row,
    week,
    icb_code: 'QOQ',
    in_open: 'yes',
    status: at < live ? 'live' : 'scheduled',
  }));
  return { ...practices, rows };
}

async function documentedQuery(): Promise<string> {
  const docs = await readFile(new URL('../../../../docs/history.md', import.meta.url), 'utf8');
  return /```sql\n(WITH versions[^`]+)```/.exec(docs)![1]!;
}

test('the table that the docs create in Athena has the columns of the file', async () => {
  const docs = await readFile(new URL('../../../../docs/history.md', import.meta.url), 'utf8');
  const columns = /CREATE EXTERNAL TABLE practices \(([^)]+)\)/.exec(docs)![1]!;
  const types = { day: 'date', count: 'int' } as const;
  expect(columns.split(',').map((column) => column.trim())).toEqual(
    practices.columns
      .filter(({ key }) => key !== 'week')
      .map(({ key, holds }) => `${key} ${types[holds as keyof typeof types] ?? 'string'}`),
  );
});
