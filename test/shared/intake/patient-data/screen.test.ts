import { describe, expect, test } from 'vitest';
import { MOST_LINES } from '../../../../shared/intake/open/file-limits.ts';
import {
  hasPatientData,
  isScreenedWhole,
  screenForPatientData,
} from '../../../../shared/intake/patient-data/screen.ts';
import { csv, paragraphs, screened, sheet, workbook } from './files.ts';

const VALUE = '943 476 5919';
const NUMBER = 'an NHS number';
/** More lines than are taken in one file. */
const MANY = Array.from({ length: MOST_LINES + 1 }, () => 'a,b');
const CLEAN = [
  ['practice_code', 'as_at_date', 'comment'],
  ['A81001', '04/12/2023', 'fine'],
];

describe('where it was found is said as the sender sees it', () => {
  const inCell = [...CLEAN, ['A81002', '04/12/2023', `see ${VALUE}`]];
  const document = paragraphs('Dear all', `about ${VALUE}`);
  const pdf = {
    ...document,
    passages: [
      { page: 1, text: 'x' },
      { page: 2, text: VALUE },
    ],
  };
  const aside = [{ where: 'a comment', text: `ask ${VALUE}` }];

  test.each([
    ['a cell of a CSV file', csv(['a,b', 'x,y', `x,${VALUE}`]), 'row 3, column 2'],
    ['a cell of the only sheet of a workbook', workbook(sheet(inCell)), 'sheet 1, row 3, column 3'],
    [
      'a hidden sheet',
      workbook(sheet(CLEAN), sheet(inCell, { hidden: true })),
      'sheet 2, row 3, column 3',
    ],
    ['a title', workbook(sheet([[`for ${VALUE}`], ...CLEAN])), 'sheet 1, row 1, column 1'],
    [
      'the name of a sheet',
      workbook(sheet(CLEAN), sheet(CLEAN, { name: VALUE })),
      'the name of sheet 2',
    ],
    ['a comment', { ...workbook(sheet(CLEAN)), asides: aside }, 'a comment'],
    ['a row that cannot be taken apart', csv(['a,b', 'x,y', `x,"y"${VALUE}`, 'x,y']), 'row 3'],
    ['a paragraph', document, 'paragraph 2'],
    ['a page', pdf, 'page 2'],
    ['beside a document', { ...paragraphs('Dear all'), asides: aside }, 'a comment'],
    [
      'ten boxes of a form',
      workbook(sheet([['x'], ['', ...VALUE.replaceAll(' ', '')]])),
      'sheet 1, row 2, column 2',
    ],
    [
      'a label and cells after it',
      csv(['a,b,c,d,e', 'A81001,NHS no,943,476,5919']),
      'row 2, column 3',
    ],
  ])('%s', (_, opened, where) => {
    expect(screened(opened as typeof document)).toEqual({ what: NUMBER, where });
  });

  test('the file name comes before all else', () => {
    const about = { fileName: `letter ${VALUE}.csv`, kind: null };
    const hit = screenForPatientData(workbook(sheet(inCell)), about);
    expect(hit).toEqual({ what: NUMBER, where: 'the file name' });
  });
});

describe('what was not taken apart is screened all the same', () => {
  test('a file of too many lines', () => {
    const opened = csv([...MANY, `x,${VALUE}`]);
    expect(screened(opened)).toEqual({ what: NUMBER, where: `row ${MANY.length + 1}` });
  });

  test('its headings', () => {
    const opened = csv(['code,NHS number', ...MANY]);
    expect(screened(opened)?.what).toBe('a column named like patient data');
  });

  test('a file that is broken throughout, beyond the row at which reading stopped', () => {
    const opened = csv([...Array.from({ length: 6_000 }, () => 'a"b'), `x"y ${VALUE}`]);
    expect(screened(opened)).toEqual({ what: NUMBER, where: 'row 6001' });
  });

  test('a row in which a quote stays open', () => {
    expect(screened(csv(['a,b', `A81001,"${VALUE}`, 'A81002,x']))?.where).toBe('row 2');
  });

  test('a telephone column of such a file is still one', () => {
    const rows = Array.from({ length: MOST_LINES + 1 }, (_, i) => `A81001,${7_911_100_000 + i}`);
    expect(screened(csv(['code,Telephone', ...rows]))).toBeNull();
  });
});

describe('of what was screened whole', () => {
  const refused = { row: 0, column: null, found: null, problem: 'x', remedy: 'y' };

  test.each([
    ['a workbook', workbook(sheet(CLEAN), sheet([])), true],
    ['a document', paragraphs('x'), true],
    ['a file with a broken row', csv(['a,b', 'x,y"z']), true],
    ['a workbook with a refused sheet', workbook(sheet(CLEAN), sheet([], { refused })), false],
    ['a file that could not be opened', { as: 'refused', refused } as const, false],
  ])('%s', (_, opened, is) => {
    expect(isScreenedWhole(opened)).toBe(is);
  });

  test('a file that could not be opened still has a name', () => {
    const about = { fileName: `${VALUE}.zip`, kind: null };
    const hit = screenForPatientData({ as: 'refused', refused }, about);
    expect(hit?.where).toBe('the file name');
    expect(screened({ as: 'refused', refused })).toBeNull();
  });
});

describe('a file name or a typed reason', () => {
  test.each([
    ['ten digits', '9434765919.pdf'],
    ['groups with underscores', '943_476_5919 letter.pdf'],
    ['as a browser encodes it', '943%20476%205919.pdf'],
    ['beside a year', 'letter-2023-943-476-5919.pdf'],
    ['before a day', '9434765919-20230401.csv'],
    ['a name and its label', 'Jane_Example_DOB_12031956.pdf'],
    ['a name and a day', 'Jane Example 12-03-1956.pdf'],
    ['a name and a day with hyphens throughout', 'Jane-Example-12-03-1956.docx'],
    ['a National Insurance number', 'AB123456C letter.pdf'],
    ['a reason', 'wrong file, it names Jane Example, DOB 12/03/1956'],
  ])('with %s has patient data', (_, text) => {
    expect(hasPatientData(text)).toBe(true);
  });

  test.each([
    ['epraccur_2023-12.csv'],
    ['gp-reg-pat-prac-all_2022-01.csv'],
    ['Elm Tree Surgery letter 04-11-2022.pdf'],
    ['A81001 plan 01-04-2010.pdf'],
    ['status-return-2023-12-04 (1).csv'],
    ['100% done %zz.csv'],
    ['the wrong practice was named: A81001, not A81002'],
    ['Letter to EMIS, Mr Sample, 4 November 2022'],
  ])('"%s" has none', (text) => {
    expect(hasPatientData(text)).toBe(false);
  });
});

test('a long document is searched to its end, and its hit put in its place', () => {
  const filler = 'The practice agreed its plan on 4 November 2022, see page 12.\n'.repeat(5_000);
  const opened = paragraphs(filler, filler, `about ${VALUE}`, filler);
  expect(screened(opened)).toEqual({ what: NUMBER, where: 'paragraph 3' });
});
