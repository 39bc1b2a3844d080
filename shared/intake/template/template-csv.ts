import { stringify } from 'csv-stringify/sync';
import { RETURN_COLUMNS, type ReturnKind } from '../readers/return-columns.ts';

/** A template as CSV: the header alone, since an example left in it by mistake would be read. */
export function templateCsv(kind: ReturnKind): string {
  return stringify([[...RETURN_COLUMNS[kind].names]], { record_delimiter: '\r\n' });
}
