import { describe, expect, test } from 'vitest';
import { inRows, inText, paragraphs, screened, sheet, workbook } from './files.ts';

const BIRTH = 'a name beside a date of birth';

describe('a person beside a date of birth is found in a text', () => {
  test.each([
    ['DOB', 'Jane Example, DOB 12/03/1956'],
    ['D.O.B. and two digits for the year', 'Patient: Jane Example, D.O.B. 12.3.56'],
    ['born', 'Jane Example, born 12 March 1956, asked'],
    ['born on', 'she was born on 12th of March 1956'],
    ['the label alone', 'date of birth: 1956-03-12'],
    ['a hint of the format', 'Date of birth (dd/mm/yyyy): 12/03/1956'],
    ['a child, by the label', 'DOB 12/03/2021'],
    ['glued', 'DOB12031956'],
    ['boxes', 'Date of birth: 1 2 / 0 3 / 1 9 5 6'],
    ['as programs write it', '{"dateOfBirth": "1956-03-12"}'],
    ['the month first, as forms from abroad have it', 'DOB: March 12, 1956'],
    ['a title', 'I saw Mrs Example 12/03/1956 again'],
    ['a cue', 'Re: Jane Example (12/03/1956)'],
    ['a line of its own', 'Dear all\nJane Example 12/03/1956\nthanks'],
    ['a line of a list', 'x\nEXAMPLE, Jane (Mrs)\t12-Mar-1956\tF\nx'],
    ['the date first', '12/03/1956 Jane Example'],
    ["a place's word for a surname", 'Jane Hill 12/03/1956'],
  ])('%s', (_, text) => {
    expect(inText(text)).toBe(BIRTH);
  });

  test('the label in one paragraph, the day in the next', () => {
    const hit = screened(paragraphs('Dear all', 'Date of birth', '12/03/1956'));
    expect(hit).toEqual({ what: BIRTH, where: 'paragraph 2' });
  });
});

describe('none is found in a text', () => {
  test.each([
    ['that speaks of dates of birth', 'we process names, NHS numbers and dates of birth'],
    ['with an empty form', 'Name: ........ Date of birth: dd/mm/yyyy'],
    ['about all who were born by a day', 'patients born on or before 1 November 2006'],
    ['about all who were born from a day on', 'those born 1 November 2006 or later'],
    ['about the health service', 'The NHS was born on 5 July 1948'],
    ['with a letter head', 'Dr Jane Sample\n4 November 2022'],
    ['with a signature', 'Signed: Jane Sample 04/11/2022'],
    ['with a recent day behind a title', 'Mr Sample 04/11/22 agreed'],
    ['with the day of a law', 'Data Protection Act 16 July 1998'],
    ['with a practice and its day', 'Elm Tree Surgery 01/04/1974'],
    ['with a doctor, whose name is a practice', 'Dr Smith 01/04/1974'],
  ])('%s', (_, text) => {
    expect(inText(text)).toBeUndefined();
  });
});

describe('how long ago a day must be depends on the file, not on a clock', () => {
  const child = 'Re: Jane Example 12/03/2014';

  test('in a file of 2022 a day of 2014 is none of birth', () => {
    expect(screened(paragraphs(child, '4 November 2022'))).toBeNull();
  });
  test('in a file of 2026 it is', () => {
    expect(screened(paragraphs(child, '4 November 2026'))?.what).toBe(BIRTH);
  });
  test('a day without end is no day of the file', () => {
    expect(screened(paragraphs(child, 'open until 31/12/2099'))).toBeNull();
  });
});

describe('a person beside a date of birth is found in a row', () => {
  test.each<[string, string[]]>([
    ['in one cell', ['A81001', 'Jane Example', '12/03/1956']],
    ['in two cells, with the sex between', ['Jane', 'Example', 'F', '1956-03-12']],
    ['surname first, behind the day', ['12-Mar-1956', 'EXAMPLE, Jane']],
    ['as a spreadsheet exports a day', ['Jane Example', '1956-03-12 00:00:00']],
    ['with a title', ['Mrs Example', '12/03/1956']],
    ['a label and its day', ['A81001', 'Date of birth', '12/03/1956']],
    ['a cue, a name and a day', ['A81001', 'Patient:', 'Jane Example', '12/03/1956']],
  ])('%s', (_, row) => {
    expect(inRows(row)).toBe(BIRTH);
  });

  test('under headings that say nothing', () => {
    expect(inRows(['Code', 'Name', 'Date'], ['A81001', 'Jane Example', '12/03/1956'])).toBe(BIRTH);
  });
});

describe('none is found in a row', () => {
  test.each<[string, string[][]]>([
    ['a practice and its opening day', [['Elm Tree Surgery', '01/04/1974', 'x']]],
    ['a lead and a recent day', [['Jane Example', '04/11/2022', 'x']]],
    [
      'a heading that says what the day is',
      [
        ['Name', 'Joined'],
        ['Jane Example', '01/04/1974'],
      ],
    ],
    [
      'a heading that says who it is',
      [
        ['GP partner', 'Date'],
        ['Jane Example', '01/04/1974'],
      ],
    ],
    [
      'the lead and the day of a plan',
      [
        ['practice_code', 'plan_lead', 'plan_date'],
        ['A81001', 'Jane Example', '01/04/2012'],
      ],
    ],
    ['an address with its postcode before the day', [['Jane Example', 'ZZ99 1AA', '01/04/1974']]],
  ])('%s', (_, rows) => {
    expect(inRows(...rows)).toBeUndefined();
  });

  const register = Array.from({ length: 27 }, () => '');
  [register[0], register[9], register[10]] = ['A81001', 'HOWELL D', '19900101'];

  test('a row of the register, whose days open practices', () => {
    expect(screened(workbook(sheet([register])), 'epraccur')).toBeNull();
    expect(screened(workbook(sheet([register])))).toBeNull();
  });
  test('the same name and day in a row of another shape are found', () => {
    expect(inRows(register.slice(0, 20))).toBe(BIRTH);
  });
});
