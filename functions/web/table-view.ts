import type { Cell, Column, Row, Table } from '../../shared/coverage/table.ts';
import { cellOf } from '../../shared/release/page/cell-words.ts';

/** A table as the NHS.UK table macro takes it. */
export type TableView = {
  readonly caption: string;
  readonly head: readonly {
    readonly text: string;
    readonly format?: 'numeric';
    readonly href?: string;
    readonly sort?: string;
  }[];
  readonly rows: readonly (readonly CellView[])[];
};
type CellView = { readonly text: string; readonly format?: 'numeric'; readonly href?: string };

export type TableViewAsk = {
  /** Keys of the columns to show, in this order; all where none are named. */
  readonly shown?: readonly string[];
  /** Where a cell leads: to the rows behind a number, to a practice; null: nowhere. */
  readonly href?: (row: Row, key: string) => string | null;
  /** Of a column whose heading sorts the list, and how the list is sorted now. */
  readonly sort?: (
    key: string,
  ) => { readonly href: string; readonly sort: 'ascending' | 'descending' | 'none' } | null;
};

const NUMERIC: ReadonlySet<Column['holds']> = new Set([
  'count',
  'change',
  'share',
  'target',
  'number',
]);

/** A table of figures as a page shows it: cells in words, numbers to the right, links where they lead somewhere. */
export function tableView(table: Table, { shown, href, sort }: TableViewAsk = {}): TableView {
  const columns = shown === undefined ? table.columns : shown.map((key) => columnOf(table, key));
  return {
    caption: table.title,
    head: columns.map(({ key, heading, holds }) => ({
      text: heading,
      ...(NUMERIC.has(holds) && { format: 'numeric' as const }),
      ...(sort?.(key) ?? {}),
    })),
    rows: table.rows.map((row) => columns.map((column) => cellView(row, column, href))),
  };
}

function columnOf({ name, columns }: Table, key: string): Column {
  const column = columns.find((one) => one.key === key);
  if (column === undefined) throw new Error(`table ${name} has no column ${key}`);
  return column;
}

function cellView(row: Row, column: Column, href: TableViewAsk['href']): CellView {
  const to = isEmpty(row[column.key] ?? null) ? null : (href?.(row, column.key) ?? null);
  return {
    text: cellOf(row, column),
    ...(NUMERIC.has(column.holds) && { format: 'numeric' as const }),
    ...(to !== null && { href: to }),
  };
}

/** Nothing stands behind "No data", and no rows behind 0. */
function isEmpty(cell: Cell): boolean {
  return cell === null || cell === 0;
}
