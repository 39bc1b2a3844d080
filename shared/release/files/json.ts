import * as z from 'zod';
import { DaySchema } from '../../calendar/day.ts';
import type { Table } from '../../coverage/table.ts';
import { ClocksSchema, ScopeSchema } from '../manifest.ts';
import { IN_CSV_ONLY, type Release, TABLE_NAMES } from '../release.ts';

const CellSchema = z.union([z.string(), z.number(), z.null()]);
const TableSchema = z.object({
  name: z.string(),
  title: z.string(),
  says: z.string(),
  columns: z.array(
    z.object({
      key: z.string(),
      heading: z.string(),
      holds: z.enum(['code', 'text', 'day', 'count', 'change', 'share', 'target', 'number']),
      note: z.string().exactOptional(),
    }),
  ),
  rows: z.array(z.record(z.string(), CellSchema)),
});

/** `coverage.json`, read back. */
export const ReleaseJsonSchema = z.object({
  week: DaySchema,
  scope: ScopeSchema,
  version: z.string(),
  note: z.string().nullable(),
  clocks: ClocksSchema,
  comparedWith: ClocksSchema,
  madeUp: z.boolean(),
  codeVersion: z.string(),
  tables: z.record(z.string(), TableSchema),
});
export type ReleaseJson = z.infer<typeof ReleaseJsonSchema>;

/**
 * A release as JSON: what it is, then every table but those that are in CSV only, keys in column order, a
 * row a line. Ends with a line feed.
 */
export function releaseJson({ head, tables }: Release): string {
  const names = TABLE_NAMES.filter((name) => !IN_CSV_ONLY.has(name));
  const said = Object.entries(head).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  const written = names.map((name) => `${JSON.stringify(name)}:${tableJson(tables[name])}`);
  return `{${said.join(',\n')},\n"tables":{\n${written.join(',\n')}\n}}\n`;
}

function tableJson({ rows, columns, ...said }: Table): string {
  const keys = columns.map(({ key }) => key);
  const lines = rows.map((row) =>
    JSON.stringify(Object.fromEntries(keys.map((key) => [key, row[key] ?? null]))),
  );
  const { name, title, says } = said;
  const head = JSON.stringify({ name, title, says, columns });
  return `${head.slice(0, -1)},"rows":[${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}]}`;
}
