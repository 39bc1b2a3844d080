import { describe, expect, test } from 'vitest';
import { exemptions } from '../../../../shared/intake/readers/exemptions.ts';
import { RETURN_COLUMNS } from '../../../../shared/intake/readers/return-columns.ts';
import { statusReturn } from '../../../../shared/intake/readers/status-return.ts';
import { succession } from '../../../../shared/intake/readers/succession.ts';
import { supplierExtract } from '../../../../shared/intake/readers/supplier-extract.ts';
import { from, readOne, table } from '../readers/return-tables.ts';

const READERS = [statusReturn, supplierExtract, succession, exemptions];

describe('recognised by the columns', () => {
  test.each(READERS.map((reader) => reader.kind as keyof typeof RETURN_COLUMNS))(
    '%s: its own header, whole or without one required column, and by no other reader',
    (kind) => {
      const { names, required } = RETURN_COLUMNS[kind];
      const headers = [names, ...required.map((gone) => names.filter((name) => name !== gone))];
      for (const header of headers) {
        const by = READERS.filter((reader) => reader.recognises(header)).map(({ kind }) => kind);
        expect(by).toEqual([kind]);
      }
    },
  );

  test.each([
    [
      'a tracker that also has a supplier column',
      [
        'practice_code',
        'as_at_date',
        'declared_status',
        'letter_to',
        'System Supplier',
        'Extract date',
      ],
      'status-return',
    ],
    ['only the required columns', ['Practice Code', 'As-at date'], 'status-return'],
    ['no as_at_date', ['practice code', 'declared status'], 'status-return'],
    [
      'an extract with a comment',
      ['practice_code', 'system_supplier', 'extract_date', 'comment'],
      'supplier-extract',
    ],
    ['two columns', ['predecessor code', 'effective date'], 'succession'],
  ])('%s', (_, header, kind) => {
    expect(READERS.filter((r) => r.recognises(header)).map((r) => r.kind)).toEqual([kind]);
  });

  test.each([
    [
      'the national map',
      ['PUBLICATION', 'EXTRACT_DATE', 'PRACTICE_CODE', 'PRACTICE_NAME', 'SUPPLIER_NAME'],
    ],
    [
      'the national list sizes',
      ['PUBLICATION', 'EXTRACT_DATE', 'TYPE', 'CODE', 'NUMBER_OF_PATIENTS'],
    ],
    ['a row of epraccur', ['A81001', 'THE DENSHAM SURGERY', 'Y63', 'QHM']],
    ['one column', ['as_at_date']],
    ['codes alone', ['practice_code', 'comment']],
    ['nothing', []],
  ])('not recognised: %s', (_, header) => {
    expect(READERS.filter((reader) => reader.recognises(header))).toEqual([]);
  });
});

describe('column names', () => {
  test('match without regard to case, spaces, hyphens and underscores, in any order', () => {
    const row = {
      'Declared-Status': 'live',
      ' AS AT\nDATE ': '04/12/2023',
      PracticeCode: 'A81001',
    };
    const read = readOne(statusReturn, row, from('practice'));
    expect(read).toMatchObject({ refused: null, problems: [], warnings: [] });
    expect(read.said).toHaveLength(1);
  });

  test('a star that marks a required column does not count', () => {
    const row = { 'practice_code *': 'A81001', 'As at date*': '04/12/2023', plan_lead: 'yes' };
    expect(readOne(statusReturn, row, from('practice'))).toMatchObject({
      refused: null,
      warnings: [],
    });
  });

  test('a problem of the header names the row that the header stands in', () => {
    const given = { ...table({ practice_code: 'A81001', plan_lead: 'yes' }), headerRow: 4 };
    const { refused } = statusReturn.read(given, from('practice'));
    expect(refused).toMatchObject({ row: 4, column: 'as_at_date' });
    const remarked = { ...table({ practice_code: 'A81001', as_at_date: '04/12/2023', x: 'y' }) };
    const { warnings } = statusReturn.read({ ...remarked, headerRow: 4 }, from('practice'));
    expect(warnings).toMatchObject([{ row: 4 }]);
  });

  test('an unknown column is ignored and told of; one without a heading only if it is used', () => {
    const row = {
      practice_code: 'A81001',
      as_at_date: '04/12/2023',
      'List size': '8,000',
      declared_status: 'live',
      '': '',
      ' ': 'x',
    };
    const { warnings, said } = readOne(statusReturn, row, from('practice'));
    expect(said).toHaveLength(1);
    expect(warnings).toEqual([
      {
        row: 1,
        column: null,
        warning:
          '"List size" (column 3), column 6 (without a heading) are not columns of this file and were ignored',
      },
    ]);
  });

  test('a missing required column refuses the file and names it', () => {
    const row = { practice_code: 'A81001', declared_status: 'live' };
    const read = readOne(statusReturn, row, from('practice'));
    expect(read.refused).toMatchObject({
      row: 1,
      column: 'as_at_date',
      problem: 'the required column as_at_date is missing',
    });
    expect(read).toMatchObject({ rows: 1, taken: [], problems: [] });
  });

  test('all that are missing are named', () => {
    const row = { practice_code: 'A81001', system_supplier: 'TPP' };
    expect(readOne(supplierExtract, row, from('supplier')).refused?.problem).toBe(
      'the required columns extract_date, default_access are missing',
    );
  });

  test('the same column twice refuses the file', () => {
    const row = { practice_code: 'A81001', as_at_date: '04/12/2023', 'As At Date': '05/12/2023' };
    expect(readOne(statusReturn, row, from('practice')).refused).toMatchObject({
      column: 'as_at_date',
      problem: expect.stringContaining('twice (columns 2 and 3)'),
    });
  });

  test('a header without rows refuses the file', () => {
    const header = [...RETURN_COLUMNS['status-return'].names];
    const read = statusReturn.read({ header, rows: [], broken: [] }, from('practice'));
    expect(read.refused).toMatchObject({ row: 0, problem: 'the file has a header and no rows' });
  });
});
