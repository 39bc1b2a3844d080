import type { Column, Row } from '../../coverage/table.ts';

const PRINTED_WEEKS = 13;
/** A table of up to half a year is printed whole. */
const PRINTED_WHOLE = 26;

/** Says of a row whether it is left out in print; `anyAtAll` is true when it says so of any. */
export type ForScreenOnly = ((row: Row) => boolean) & { readonly anyAtAll: boolean };

/**
 * In print a long weekly table keeps its last 13 weeks. Takes the rows and columns shown, gives which
 * rows are for the screen only; a table without a `week` column, or of half a year, keeps all.
 */
export function isForScreenOnly(rows: readonly Row[], columns: readonly Column[]): ForScreenOnly {
  const isWeekly = columns.some(({ key }) => key === 'week');
  const weeks = isWeekly ? [...new Set(rows.map((row) => String(row['week'])))].toSorted() : [];
  const first = weeks.length > PRINTED_WHOLE ? weeks.at(-PRINTED_WEEKS)! : null;
  const isHidden = (row: Row) => first !== null && String(row['week']) < first;
  return Object.assign(isHidden, { anyAtAll: first !== null });
}
