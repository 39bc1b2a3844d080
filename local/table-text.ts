import type { Column, Table } from '../shared/coverage/table.ts';
import { tableCsv } from '../shared/release/files/csv.ts';
import { cellInWords } from '../shared/release/page/cell-words.ts';

export const TABLE_FORMATS = ['table', 'csv', 'json'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const LONGEST_TEXT = 44;

/**
 * A table as text for a terminal: texts begin at the left, numbers end at the right; numbers, dates and
 * missing figures as the NHS service manual writes them. `keys`: the columns to show, in this order
 * (all); the last column is never shortened.
 */
export function tableText({ columns, rows }: Table, keys?: readonly string[]): string {
  const shown =
    keys === undefined ? columns : keys.map((key) => columns.find((c) => c.key === key)!);
  const body = rows.map((row) =>
    shown.map(({ key, holds }, i) => {
      const text = cellInWords(row[key] ?? null, holds);
      return i === shown.length - 1 ? text : shortened(text);
    }),
  );
  const cells = [shown.map(({ heading }) => heading), ...body];
  const widths = shown.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  const lines = cells.map((line) =>
    line
      .map((text, i) => (isText(shown[i]!) ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}

/** A table as CSV, or as JSON: an array of rows. */
export function tableData(table: Table, format: Exclude<TableFormat, 'table'>): string {
  return format === 'csv' ? tableCsv(table).trimEnd() : JSON.stringify(table.rows, null, 2);
}

function isText({ holds }: Column): boolean {
  return holds === 'text' || holds === 'code' || holds === 'day';
}

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}
