import { type Day, isDay } from '../../calendar/day.ts';
import type { Cell, Row, Table } from '../../coverage/table.ts';

/** A row of a weekly table. */
export type Week = Row & { readonly week: Day };

/** The number in a cell, or null where there is none to draw. */
export function numberIn(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}

/** The text in a cell; empty where there is none. */
export function textIn(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

/** The rows that have a week, in the order of the weeks. */
export function byWeek(rows: readonly Row[]): readonly Week[] {
  return rows
    .filter((row): row is Week => typeof row['week'] === 'string' && isDay(row['week']))
    .toSorted((a, b) => (a.week < b.week ? -1 : a.week > b.week ? 1 : 0));
}

/** A table with some of the columns of another, as it heads them, and the rows given. */
export function picked(
  table: Table,
  { keys, rows }: { readonly keys: readonly string[]; readonly rows: readonly Row[] },
): Pick<Table, 'columns' | 'rows'> {
  const columns = keys.flatMap((key) => table.columns.filter((column) => column.key === key));
  const cells = (row: Row) => columns.map(({ key }) => [key, row[key] ?? null]);
  return { columns, rows: rows.map((row) => Object.fromEntries(cells(row))) };
}
