import { stringify } from 'csv-stringify/sync';
import { DPIA_COLUMNS, type DpiaRow } from './dpia-register.ts';

/**
 * The register of DPIAs as CSV: a header, then one line a practice, each ended with a line feed; a null is
 * an empty field. Names come from files that others send, so a text that a spreadsheet would run as a
 * formula gets an apostrophe in front.
 */
export function dpiaCsv(rows: readonly DpiaRow[]): string {
  return stringify([...rows], {
    header: true,
    columns: [...DPIA_COLUMNS],
    record_delimiter: '\n',
    escape_formulas: true,
  });
}
