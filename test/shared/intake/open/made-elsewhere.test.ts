import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SenderRole } from '../../../../shared/evidence/fact.ts';
import { open } from '../../../../shared/intake/open/open.ts';
import { readOpened } from '../../../../shared/intake/read-upload.ts';
import { from } from '../readers/return-tables.ts';
import { reconciles } from '../uploads-to-read.ts';

/** Files that other programs wrote; fixtures/README.md says which made each. */
const openFixture = (name: string) =>
  open(new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url))));

async function read(name: string, role: SenderRole) {
  const result = readOpened(await openFixture(name), from(role, { isRegistered: () => true }));
  const said = result.taken.flatMap(({ row, statements }) =>
    statements.map(({ practice, kind, asAt, values }) => ({ row, practice, kind, asAt, values })),
  );
  said.sort((a, b) => a.row - b.row || (a.kind < b.kind ? -1 : 1));
  return { ...result, said };
}

describe('a tracker that LibreOffice wrote: titles above, merged cells, a hidden sheet', () => {
  test('is read from the sheet with the header, row by row', async () => {
    const result = await read('libreoffice-tracker.xlsx', 'icb');
    expect(result).toMatchObject({ kind: 'status-return', rows: 2, problems: [], refused: null });
    expect(reconciles(result)).toBe(true);
    expect(result.said).toMatchObject([
      {
        row: 5,
        practice: 'A81001',
        kind: 'declared-status',
        asAt: '2023-12-04',
        values: { status: 'live' },
      },
      {
        row: 6,
        practice: 'A81002',
        kind: 'declared-status',
        values: { status: 'working-towards' },
      },
      {
        ...{ row: 6, practice: 'A81002', kind: 'pause-letter' },
        values: { sentOn: '2022-10-31', sentTime: '17:05' },
      },
      {
        ...{ row: 6, practice: 'A81002', kind: 'plan' },
        values: { agreedOn: '2023-11-01', targetOn: '2024-01-30' },
      },
    ]);
  });

  test('what was read generously is told with its cell, and which sheet was read', async () => {
    const { warnings } = await read('libreoffice-tracker.xlsx', 'icb');
    expect(warnings.map(({ warning }) => warning)).toEqual([
      expect.stringMatching(
        /^the sheet "Tracker" was read, out of 3; not read: "Lists" \(status-return\)/,
      ),
      expect.stringMatching(/^cell H5 is SNOMED code 1364731000000104 as a spreadsheet rounded it/),
      expect.stringMatching(/^cell G6 holds the error #N\/A/),
      expect.stringMatching(/"Share" \(column 7\), "Code used" \(column 8\) are not columns/),
    ]);
  });

  test('a comment, a header and properties come as asides', async () => {
    const file = await openFixture('libreoffice-tracker.xlsx');
    const asides = file.as === 'sheets' ? file.asides : [];
    const said = (where: string) =>
      asides.filter((aside) => aside.where === where).map(({ text }) => text);
    expect(said('a comment on sheet 2, cell A6').join()).toContain(
      'Rang the practice manager; will send a plan.',
    );
    expect(said('the header or footer of sheet 2')).toEqual(['Made-up header of the page']);
    expect(said('the document properties').join()).toContain('Record access tracker');
    expect(said('the name of sheet 3')).toEqual(['Lists']);
  });
});

const EXTRACT = [
  {
    ...{ practice: 'A81001', kind: 'access-counts' },
    values: { onlineAccounts: 4321, accountsWithAccess: 3900, patients104: 12 },
  },
  {
    ...{ practice: 'A81001', kind: 'default-access', asAt: '2023-12-04' },
    values: { supplier: 'TPP', on: true, since: '2023-11-01' },
  },
  {
    ...{ practice: 'A81002', kind: 'access-counts' },
    values: { onlineAccounts: 5120, accountsWithAccess: 41, patients104: 3301 },
  },
  { practice: 'A81002', kind: 'default-access', values: { supplier: 'EMIS', on: false } },
];

test('an extract that LibreOffice saved from CSV: true dates, numbers, codes that it rounded', async () => {
  const result = await read('libreoffice-extract.xlsx', 'supplier');
  expect(result).toMatchObject({ kind: 'supplier-extract', rows: 2, problems: [] });
  expect(result.said).toMatchObject(EXTRACT);
  expect(result.warnings).toMatchObject([
    { row: 2, column: 'I', warning: expect.stringContaining('(also I3)') },
    { warning: expect.stringContaining('"snomed_104"') },
  ]);
});

test('the same extract as exceljs wrote it: rich text, booleans, formulas, a merged title', async () => {
  const result = await read('exceljs-extract.xlsx', 'supplier');
  expect(result).toMatchObject({ kind: 'supplier-extract', rows: 2, problems: [] });
  expect(result.said).toMatchObject([
    ...EXTRACT,
    { row: 5, practice: 'A81002', kind: 'switch-on-booked', values: { on: '2024-01-15' } },
  ]);
  expect(result.warnings).toMatchObject([
    { row: 5, column: 'J', warning: expect.stringContaining('#DIV/0!') },
    { row: 3, warning: expect.stringContaining('"share" (column 10)') },
  ]);
});

test('a return that write-excel-file wrote: texts in the cells, named months, a title', async () => {
  const result = await read('write-excel-file-return.xlsx', 'icb');
  expect(result).toMatchObject({ kind: 'status-return', rows: 2, problems: [] });
  expect(result.said).toMatchObject([
    { row: 3, practice: 'A81003', values: { status: 'working-towards' } },
    {
      ...{ row: 3, practice: 'A81003', kind: 'plan' },
      values: { agreedOn: '2023-10-01', staffTraining: true, targetOn: '2024-03-31' },
    },
    { row: 4, practice: 'A81004', asAt: '2023-12-04', values: { status: 'paused' } },
  ]);
});
