import { hash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../../../shared/coverage/table.ts';
import { tableCsv } from '../../../../shared/release/files/csv.ts';
import { ReleaseJsonSchema, releaseJson } from '../../../../shared/release/files/json.ts';
import { practicesParquet } from '../../../../shared/release/files/parquet.ts';
import { releaseWorkbook } from '../../../../shared/release/files/workbook.ts';
import { workbookTables } from '../../../../shared/release/files/workbook-tables.ts';
import { anyTable, releaseOf } from './tables.ts';

const FORMULA = /^[=+\-@\t\r]/;
const escaped = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

describe('any table', () => {
  test('as CSV has every cell, with texts that look like formulas made harmless and numbers left as they are', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const [header, ...rows] = parse(tableCsv(table)) as string[][];
        expect(header).toEqual(table.columns.map(({ key }) => key));
        expect(rows).toEqual(
          table.rows.map((row) =>
            table.columns.map(({ key }) => {
              const cell = row[key]!;
              return cell === null ? '' : typeof cell === 'number' ? String(cell) : escaped(cell);
            }),
          ),
        );
      }),
    );
  });

  test('as JSON reads back as it is, whatever order the keys of its rows were in', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const release = releaseOf({ practices: table });
        const turned = {
          ...table,
          rows: table.rows.map((row) => Object.fromEntries(Object.entries(row).reverse())),
        };
        const json = releaseJson(release);
        expect(releaseJson(releaseOf({ practices: turned as Table }))).toBe(json);
        const read = ReleaseJsonSchema.parse(JSON.parse(json));
        expect(read.tables['practices']).toEqual(table);
        expect(read).toMatchObject({ ...release.head });
      }),
    );
  });

  test('as a workbook reads back the same by the reader that takes in other people’s', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const bytes = await releaseWorkbook(releaseOf({ practices: table }));
        const rows = workbookTables(bytes, 3).get('practices');
        expect(rows).toEqual(
          table.rows.map((row) =>
            table.columns.map(({ key, holds }) => {
              const cell = row[key]!;
              if (cell === null) return '[x]';
              return typeof cell === 'number' || holds === 'day' ? String(cell) : escaped(cell);
            }),
          ),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('as Parquet reads back with days as days and numbers as numbers', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const bytes = practicesParquet(table);
        const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
        const rows = await parquetReadObjects({ file: file as ArrayBuffer });
        const days = (value: unknown) =>
          value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null);
        expect(rows.map((row) => table.columns.map(({ key }) => days(row[key])))).toEqual(
          table.rows.map((row) => table.columns.map(({ key }) => row[key])),
        );
      }),
      { numRuns: 30 },
    );
  });
});

test('Parquet takes no cell that is not what its column holds', () => {
  const table: Table = {
    name: 'x',
    title: '',
    says: '',
    columns: [{ key: 'n', heading: 'N', holds: 'count' }],
    rows: [{ n: 'many' }],
  };
  expect(() => practicesParquet(table)).toThrow('the column n cannot hold "many"');
});

/** Worked out once and kept: bytes that come out differently on any machine, or after any change, show here. */
test('the bytes of one release are these, on every processor and in every time zone', async () => {
  const table: Table = {
    name: 'practices',
    title: 'Practices',
    says: 'One row.',
    columns: [
      { key: 'practice_code', heading: 'Practice', holds: 'code' },
      { key: 'since', heading: 'Since', holds: 'day' },
      { key: 'share', heading: 'Share', holds: 'share' },
    ],
    rows: Array.from({ length: 400 }, (_, i) => ({
      practice_code: `A8${1000 + i}`,
      since: '2023-10-29',
      share: i / 10,
    })),
  };
  const workbook = await releaseWorkbook(releaseOf({ practices: table }));
  expect({
    parquet: hash('sha256', practicesParquet(table)),
    workbook: hash('sha256', workbook),
  }).toMatchInlineSnapshot(`
    {
      "parquet": "d0141f152abd58c03e7ad5ff9b37a8c039414276ed48a17954a3c11f2993fbc0",
      "workbook": "c9b9f3f288d7f53a106ac794071506cd92ca8d82f450b2acdabc2aa64c5ed97f",
    }
  `);
});
