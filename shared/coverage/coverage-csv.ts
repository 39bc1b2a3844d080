import { stringify } from 'csv-stringify/sync';
import { COVERAGE_COLUMNS, type CoverageRow } from './coverage-row.ts';

/**
 * The rows as CSV: a header, then one line a row, each ended with a line feed; a null is an empty
 * field. Place names come from files that others send, so a text that a spreadsheet would run as a
 * formula gets an apostrophe in front.
 */
export function coverageCsv(rows: readonly CoverageRow[]): string {
  return stringify([...rows], {
    header: true,
    columns: [...COVERAGE_COLUMNS],
    record_delimiter: '\n',
    escape_formulas: true,
  });
}
