import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse as parseCsv } from 'csv-parse/sync';
import { interleaved } from './interleaved.ts';
import { check, type NationalFile, nationalFiles } from './national-files.ts';
import { ratio } from './report.ts';

const TIMES = 5;

/** Parse and check of the national files, each beside DuckDB's reader and beside csv-parse without any check. */
export async function parse(): Promise<readonly string[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const folder = await mkdtemp(join(tmpdir(), 'rollout-bench-'));
  const lines: string[] = [];
  try {
    for (const [index, file] of nationalFiles().entries()) {
      const path = join(folder, `${index}.csv`);
      await writeFile(path, file.bytes);
      const header = file.name.startsWith('epraccur') ? 'false' : 'true';
      const took = await interleaved(
        {
          ours: () => check(file),
          csvParse: () => parseCsv(file.bytes, { bom: true }),
          duckDb: () =>
            connection.run(
              `CREATE OR REPLACE TEMP TABLE t AS FROM read_csv('${path}', header = ${header}, all_varchar = true)`,
            ),
        },
        TIMES,
      );
      lines.push(lineFor(file, took));
    }
  } finally {
    connection.closeSync();
    await rm(folder, { recursive: true });
  }
  return lines;
}

function lineFor(
  file: NationalFile,
  took: Readonly<Record<'ours' | 'csvParse' | 'duckDb', number>>,
): string {
  const { ours, csvParse, duckDb } = took;
  const rows = check(file);
  return `${file.name}, ${rows} rows: parse + check ${ratio(ours, duckDb, "DuckDB's reader")}, ${ratio(ours, csvParse, 'bare csv-parse')}`;
}
