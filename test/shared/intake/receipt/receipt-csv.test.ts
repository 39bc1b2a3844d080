import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import {
  RECEIPT_COLUMNS,
  receiptCsv,
  receiptsCsv,
  TROUBLE_COLUMNS,
} from '../../../../shared/intake/receipt/receipt-csv.ts';
import { receiptOf } from '../../uploads.ts';

const read = (csv: string): Record<string, string>[] => parse(csv, { columns: true });
const problem = { column: 'plan_date', found: '31/02/2023', problem: 'no day', remedy: 'mend' };

test('the problems and warnings of a receipt, worst first, each row on its line', () => {
  const receipt = receiptOf({
    problems: [
      { ...problem, row: 3, problem: 'rare' },
      { ...problem, row: 5 },
      { ...problem, row: 4 },
    ],
    warnings: [{ row: 0, column: null, warning: 'of the file' }],
  });
  const csv = receiptCsv(receipt);
  expect(csv.split('\n')[0]).toBe(TROUBLE_COLUMNS.join(','));
  expect(read(csv).map(({ costs, row, what }) => [costs, row, what])).toEqual([
    ['the row', '4', 'no day'],
    ['the row', '5', 'no day'],
    ['the row', '3', 'rare'],
    ['nothing', '0', 'of the file'],
  ]);
  expect(read(csv)[0]).toMatchObject({
    upload: 'up-1',
    file_name: 'return.csv',
    column: 'plan_date',
    found: '31/02/2023',
    remedy: 'mend',
  });
});

test('a receipt without a trouble is a header alone', () => {
  const csv = receiptCsv(receiptOf({ problems: [], warnings: [] }));
  expect(csv).toBe(`${TROUBLE_COLUMNS.join(',')}\n`);
});

test.each(['=cmd|x', '+1', '-5', '@SUM(A1)'])('%s is no formula to a spreadsheet', (text) => {
  const receipt = receiptOf({ fileName: text, problems: [{ ...problem, row: 3, found: text }] });
  expect(read(receiptCsv(receipt))[0]).toMatchObject({ found: `'${text}`, file_name: `'${text}` });
  expect(read(receiptsCsv([receipt]))[0]).toMatchObject({ file_name: `'${text}` });
});

test('a list of receipts, one line each in its order', () => {
  const refused = receiptOf({
    uploadId: 'up-2',
    sender: { role: 'practice' },
    kind: null,
    refused: true,
  });
  const csv = receiptsCsv([receiptOf(), refused]);
  expect(csv.split('\n')[0]).toBe(RECEIPT_COLUMNS.join(','));
  expect(read(csv)).toMatchObject([
    {
      upload: 'up-1',
      received_at: '2022-06-01T09:00:00.000Z',
      sender_role: 'icb',
      sender_org: 'QHM',
      kind: 'status-return',
      refused: 'no',
      malware_scan: 'none',
      rows: '3',
      accepted: '1',
      problems: '1',
      warnings: '1',
    },
    { upload: 'up-2', sender_role: 'practice', sender_org: '', kind: '', refused: 'yes' },
  ]);
});
