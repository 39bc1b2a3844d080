import { describe, expect, test } from 'vitest';
import { linesOf, readText } from '../uploads-to-read.ts';
import { from } from './return-tables.ts';

const TO_2022 =
  'PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_CCG_CODE,CCG_CODE,CCG_NAME,ONS_STP_CODE,STP_CODE,STP_NAME,ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME';
const SINCE_2022 =
  'PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME,ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME';
const WITH_SUPPLIER = `${SINCE_2022},SUPPLIER_NAME`;

type Cell = 'date' | 'code' | 'name' | 'pcn' | 'pcnName' | 'subIcb' | 'icb' | 'region';
const row = (over: Partial<Record<Cell, string>> = {}, ...supplier: string[]) => {
  const c = {
    ...{
      date: '01Aug2023',
      code: 'A81001',
      name: 'A SURGERY',
      pcn: 'U89141',
      pcnName: 'NORTH PCN',
    },
    ...{ subIcb: '16C', icb: 'QHM', region: 'Y63', ...over },
  };
  return [
    ...['GP_PRAC_PAT_LIST', c.date, c.code, c.name, 'ZZ99 9ZZ', c.pcn, c.pcnName],
    ...['E38000247', c.subIcb, 'Tees - 16C', 'E54000050', c.icb, 'North ICB'],
    ...['E40000012', c.region, 'North', ...supplier],
  ].join(',');
};
const values = {
  ...{ pcn: 'U89141', pcnName: 'NORTH PCN', subIcb: '16C', subIcbName: 'Tees - 16C' },
  ...{ icb: 'QHM', icbName: 'North ICB', region: 'Y63', regionName: 'North', supplier: null },
};
const readOne = (line: string, header = WITH_SUPPLIER) => {
  const read = readText(linesOf(header, line));
  return { ...read, values: read.taken[0]?.statements[0]?.values };
};

test.each([
  ['to mid-2022', TO_2022, row(), values],
  ['since, without supplier', SINCE_2022, row(), values],
  ['with supplier', WITH_SUPPLIER, row({}, 'TPP'), { ...values, supplier: 'TPP' }],
])('the header %s: a row says the membership of a practice', (_, header, line, said) => {
  const read = readOne(line, header);
  expect(read).toMatchObject({ kind: 'practice-map', problems: [], warnings: [], refused: null });
  expect(read.taken[0]?.statements).toEqual([
    {
      ...{ kind: 'membership', practice: 'A81001', row: 2, values: said },
      ...{ asAt: '2023-08-01', effectiveOn: '2023-08-01' },
    },
  ]);
});

describe('the supplier', () => {
  test.each([
    ['EMIS', 'EMIS'],
    ['SystmOne', 'TPP'],
    ['Medicus', 'Medicus'],
    ['other', 'other'],
    ['', null],
    ['NK', null],
  ])('"%s" is %s', (written, supplier) => {
    expect(readOne(row({}, written))).toMatchObject({ values: { supplier }, warnings: [] });
  });

  test('a spelling not known is kept as other, with a warning', () => {
    const read = readOne(row({}, 'Brandnew Systems'));
    expect(read.values).toMatchObject({ supplier: 'other' });
    expect(read.warnings).toMatchObject([{ row: 2, column: 'SUPPLIER_NAME' }]);
    expect(read.warnings[0]?.warning).not.toContain('Brandnew');
  });
});

test.each([
  ['U', 'Unallocated'],
  ['', ''],
])('PCN code "%s" and name "%s" are no network', (pcn, pcnName) => {
  expect(readOne(row({ pcn, pcnName }, 'EMIS')).values).toMatchObject({ pcn: null, pcnName: null });
});

test('an ICB code of five characters and a name that ends in a comma', () => {
  const read = readOne(
    row({ icb: 'D7T5G', name: '"A SURGERY,"', pcnName: '"A, B AND C PCN"' }, 'EMIS'),
  );
  expect(read.values).toMatchObject({ icb: 'D7T5G', pcnName: 'A, B AND C PCN', supplier: 'EMIS' });
});

test.each([
  ['a code that is none', { code: 'Unassigned' }, 'PRACTICE_CODE'],
  ['an ICB by its name', { icb: 'North East ICB' }, 'ICB_CODE'],
  ['a date that is none', { date: 'August' }, 'EXTRACT_DATE'],
])('a row with %s is rejected and the others are kept', (_, over, column) => {
  const read = readText(linesOf(SINCE_2022, row(over), row({ code: 'A81002' })));
  expect(read.taken.map((entry) => entry.row)).toEqual([3]);
  expect(read.problems).toMatchObject([{ row: 2, column }]);
});

test.each(['practice', 'supplier', 'icb'] as const)('is not taken from role %s', (role) => {
  const read = readText(linesOf(SINCE_2022, row()), from(role));
  expect(read).toMatchObject({ kind: 'practice-map', taken: [] });
  expect(read.refused?.remedy).toContain('published by NHS England');
});
