/**
 * What the cells of a column hold. `share`: percent with one decimal place; `target`: percent, a whole
 * number; `change`: a count that may be negative; `number`: any other number, up to two decimal places.
 */
export type Holds = 'code' | 'text' | 'day' | 'count' | 'change' | 'share' | 'target' | 'number';

/** One cell: a day as `YYYY-MM-DD`, `[c]` where a count of people is confidential, null where there is no data. */
export type Cell = string | number | null;
export type Row<Key extends string = string> = Readonly<Record<Key, Cell>>;

export type Column<Key extends string = string> = {
  /** The same word in CSV, JSON and Parquet: `live_pct_lower`. */
  readonly key: Key;
  /** What people read above the column: `Live %, lowest`. */
  readonly heading: string;
  readonly holds: Holds;
  /** What the column means, for the notes; with "[note 1]" in the heading of a sheet. */
  readonly note?: string;
};

/**
 * One table of a release. Every file is written from the same tables, so that CSV, JSON, workbook and
 * page cannot say different things.
 */
export type Table<Key extends string = string> = {
  /** File and sheet: `coverage`. */
  readonly name: string;
  readonly title: string;
  /** One or two plain sentences: what a row is, and how to read it. */
  readonly says: string;
  readonly columns: readonly Column<Key>[];
  readonly rows: readonly Row<Key>[];
};
