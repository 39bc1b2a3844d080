import { stringify } from 'csv-stringify/sync';
import type { Problem, Warning } from '../read-result.ts';
import type { Receipt } from './receipt.ts';
import { troublesOf } from './worst-first.ts';

/** The columns of a receipt's problems and warnings as CSV. */
export const TROUBLE_COLUMNS = [
  'upload',
  'file_name',
  'costs',
  'row',
  'column',
  'found',
  'what',
  'remedy',
] as const;

/**
 * The problems and warnings of a receipt as CSV, worst first: one line for each row that has one; row 0
 * is the file. What senders wrote stands in it, so a text that a spreadsheet would run as a formula
 * gets an apostrophe in front.
 */
export function receiptCsv(receipt: Receipt): string {
  const lines = troublesOf(receipt).flatMap(({ costs, said }) =>
    said.map((one) => ({
      upload: receipt.uploadId,
      file_name: receipt.fileName,
      costs,
      row: one.row,
      column: one.column,
      ...inWords(one),
    })),
  );
  return written(lines, TROUBLE_COLUMNS);
}

function inWords(said: Problem | Warning) {
  if ('warning' in said) return { found: null, what: said.warning, remedy: null };
  const { found, problem, remedy } = said;
  return { found, what: problem, remedy };
}

/** The columns of a list of receipts as CSV. */
export const RECEIPT_COLUMNS = [
  'upload',
  'received_at',
  'sender_role',
  'sender_org',
  'file_name',
  'kind',
  'refused',
  'malware_scan',
  'rows',
  'accepted',
  'unchanged',
  'duplicate',
  'rejected',
  'facts',
  'practices',
  'problems',
  'warnings',
  'sha256',
] as const;

/** A list of receipts as CSV, one line each, in the order given; guarded like the problems. */
export function receiptsCsv(receipts: readonly Receipt[]): string {
  const lines = receipts.map((receipt) => ({
    ...receipt,
    upload: receipt.uploadId,
    received_at: receipt.receivedAt,
    sender_role: receipt.sender.role,
    sender_org: receipt.sender.org ?? null,
    file_name: receipt.fileName,
    malware_scan: receipt.scan,
    problems: receipt.problems.length,
    warnings: receipt.warnings.length,
  }));
  return written(lines, RECEIPT_COLUMNS);
}

function written(lines: readonly object[], columns: readonly string[]): string {
  return stringify([...lines], {
    header: true,
    columns: [...columns],
    record_delimiter: '\n',
    escape_formulas: true,
    cast: { boolean: (yes) => (yes ? 'yes' : 'no') },
  });
}
