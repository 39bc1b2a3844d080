import { describe, expect, test } from 'vitest';
import { linesOf, readText } from '../uploads-to-read.ts';
import { from } from './return-tables.ts';

const TO_2022 =
  'PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS';
const SINCE_2022 =
  'PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS';

const row = (
  over: Partial<Record<'date' | 'type' | 'code' | 'sex' | 'age' | 'count', string>> = {},
) => {
  const usual = {
    date: '01May2022',
    type: 'GP',
    code: 'A81001',
    sex: 'ALL',
    age: 'ALL',
    count: '5983',
  };
  const { date, type, code, sex, age, count } = { ...usual, ...over };
  return `GP_PRAC_PAT_LIST,${date},${type},16C,E38000247,${code},ZZ99 9ZZ,${sex},${age},${count}`;
};

test.each([
  ['to mid-2022', TO_2022],
  ['since', SINCE_2022],
])('the header %s: a row says the patients of a practice, in a complete list', (_, header) => {
  const read = readText(linesOf(header, row()));
  expect(read).toMatchObject({
    kind: 'list-size',
    rows: 1,
    problems: [],
    warnings: [],
    refused: null,
  });
  expect(read.taken).toEqual([
    {
      row: 2,
      statements: [
        {
          kind: 'list-size',
          practice: 'A81001',
          effectiveOn: '2022-05-01',
          asAt: '2022-05-01',
          values: { patients: 5983 },
          row: 2,
          completeList: true,
        },
      ],
    },
  ]);
});

test.each([
  ['01JAN2021', '2021-01-01'],
  ['01Jan2022', '2022-01-01'],
  ['01-Sep-20', '2020-09-01'],
  ['2023-04-01', '2023-04-01'],
  ['20230401', '2023-04-01'],
])('the extract date %s is %s', (date, asAt) => {
  const read = readText(linesOf(SINCE_2022, row({ date })));
  expect(read.taken[0]?.statements[0]).toMatchObject({ asAt, effectiveOn: asAt });
});

describe('a bad row is rejected and the others are kept', () => {
  test.each([
    ['one age', { age: '45' }, 'AGE'],
    ['one sex', { sex: 'FEMALE' }, 'SEX'],
    ['another type', { type: 'PCN' }, 'TYPE'],
    ['a code that is none', { code: 'UNIDENTIFIED' }, 'CODE'],
    ['no code', { code: '' }, 'CODE'],
    ['no count', { count: '' }, 'NUMBER_OF_PATIENTS'],
    ['a negative count', { count: '-5' }, 'NUMBER_OF_PATIENTS'],
    ['half a patient', { count: '5.5' }, 'NUMBER_OF_PATIENTS'],
    ['an impossible date', { date: '31Feb2022' }, 'EXTRACT_DATE'],
    ['a date after the receipt', { date: '01Jan2024' }, 'EXTRACT_DATE'],
  ])('%s', (_, over, column) => {
    const read = readText(linesOf(SINCE_2022, row(over), row({ code: 'A81002' })));
    expect(read.taken.map((entry) => entry.row)).toEqual([3]);
    expect(read.problems).toMatchObject([{ row: 2, column }]);
  });

  test('and the file is then no complete list, and says so', () => {
    const read = readText(linesOf(SINCE_2022, row({ count: 'many' }), row({ code: 'A81002' })));
    expect(read.taken[0]?.statements[0]?.completeList).toBeUndefined();
    expect(read.warnings[0]?.warning).toContain('does not count as a complete list');
  });
});

test('a code that the register does not list is kept, with a warning', () => {
  const read = readText(linesOf(SINCE_2022, row({ code: 'A89999' })));
  expect(read.taken).toHaveLength(1);
  expect(read.warnings).toMatchObject([{ row: 2, column: 'CODE' }]);
});

test('a missing column refuses the file and is named', () => {
  const read = readText(linesOf(SINCE_2022.replace(',SEX', ''), row().replace(',ALL', '')));
  expect(read).toMatchObject({ kind: 'list-size', rows: 1, refused: { column: 'SEX' } });
});

test('a header without rows is refused', () => {
  expect(readText(linesOf(TO_2022)).refused?.problem).toBe('the file has a header and no rows');
});

test.each(['practice', 'supplier', 'icb'] as const)('is not taken from role %s', (role) => {
  const read = readText(linesOf(SINCE_2022, row()), from(role));
  expect(read).toMatchObject({ kind: 'list-size', rows: 1, taken: [] });
  expect(read.refused?.remedy).toContain('published by NHS England');
});
