import { stringify } from 'csv-stringify/sync';
import type { Table } from '../../coverage/table.ts';

/**
 * A table as CSV: a header of keys, then one line a row, each ended with a line feed; a null is an empty
 * field. A text that a spreadsheet would run as a formula gets an apostrophe in front; a negative number
 * stays a number. A CSV has no place to say "Made-up data": the manifest beside it does.
 */
export function tableCsv({ columns, rows }: Table): string {
  return stringify([...rows], {
    header: true,
    columns: columns.map(({ key }) => key),
    record_delimiter: '\n',
    escape_formulas: true,
  });
}
