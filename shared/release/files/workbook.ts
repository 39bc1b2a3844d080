import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Table } from '../../coverage/table.ts';
import { IN_CSV_ONLY, type Release, TABLE_NAMES } from '../release.ts';
import { contentsSheet, coverSheet } from './front-sheets.ts';
import { type Note, notesOf, notesSheet } from './notes-sheet.ts';
import { packed } from './packed.ts';
import { FONT, tableSheet } from './table-sheet.ts';

/**
 * `report.xlsx`: cover, contents, notes, then one sheet for each table that has rows, by the checklist of
 * the Government Statistical Service for accessible spreadsheets. `extra`: further tables, such as the
 * definitions. The same release gives the same bytes on any machine: dated by the release's own clock,
 * its entries deflated by JavaScript and not by Node.
 */
export async function releaseWorkbook(
  release: Release,
  extra: readonly Table[] = [],
): Promise<Uint8Array> {
  const { head } = release;
  const own = TABLE_NAMES.filter((name) => !IN_CSV_ONLY.has(name)).map(
    (name) => release.tables[name],
  );
  const tables = [...own, ...extra].filter(({ rows }) => rows.length > 0);
  const notes: readonly Note[] = notesOf(tables);
  const sheets: WriteSheet[] = [
    coverSheet(head),
    contentsSheet(head, tables),
    notesSheet(head, notes),
    ...tables.map((table) => tableSheet(table, { head, notes })),
  ];
  const writtenAt = new Date(head.clocks.knownAt);
  const bytes = await writeXlsx({
    sheets,
    properties: {
      title: `Record access coverage, week of ${head.week}, ${head.scope.code}`,
      creator: 'Record Access Rollout',
      ...(head.madeUp && { subject: 'Made-up data' }),
      created: writtenAt,
      modified: writtenAt,
    },
    defaultFont: FONT,
  });
  return packed(bytes);
}
