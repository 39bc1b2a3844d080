import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNhsNumber, isNhsNumber } from '../../../../shared/intake/patient-data/nhs-number.ts';
import { readings } from '../../../../shared/intake/patient-data/readings.ts';
import { inRows, inText } from './files.ts';

// Numbers from 9 are kept for tests; no title of a test repeats one.
const SOLID = '9434765919';
const GROUPED = '943 476 5919';
const MOBILE = passing('791112345');
const NUMBER = 'an NHS number';

/** The nine digits with their check digit, the last of them changed where there is none. */
function passing(nine: string): string {
  const last = [...'0123456789'].find((digit) => isNhsNumber(nine + digit));
  return last === undefined ? passing(String(Number(nine) + 1)) : nine + last;
}

describe('Modulus 11', () => {
  test.each([
    ['the example of the NHS Data Dictionary passes', SOLID, true],
    ['another check digit does not', '9434765918', false],
    ['the preferred example of NHS.UK does not', '9991234567', false],
    [
      'the number within the code for declined access does not: its first digit is never given out',
      '3310000001',
      false,
    ],
    ['a check digit of 11 is written 0', '4000000160', true],
    ['a check digit of 10 is no number, whatever the last digit', '4000000080', false],
    ['nine digits', '943476591', false],
    ['eleven digits', '94347659190', false],
    ['letters', '94347659I9', false],
  ])('%s', (_, digits, passes) => {
    expect(isNhsNumber(digits)).toBe(passes);
  });
});

describe('found in a text', () => {
  test.each([
    ['ten digits', SOLID],
    ['with spaces', GROUPED],
    ['with two spaces', '943  476  5919'],
    ['with no-break spaces', '943\u00a0476\u00a05919'],
    ['with thin spaces', '943\u2009476\u202f5919'],
    ['with hyphens', '943-476-5919'],
    ['with spaced hyphens', '943 - 476 - 5919'],
    ['with dashes', '943\u2013476\u20145919'],
    ['with dots', '943.476.5919'],
    ['with slashes', '943/476/5919'],
    ['with mixed marks', '943-476 5919'],
    ['with brackets', '(943) 476-5919'],
    ['glued to letters', `NHS${SOLID}`],
    ['glued to letters and a date', `NHS${SOLID}DOB`],
    ['single digits', '9 4 3 4 7 6 5 9 1 9'],
    ['single digits in three groups', '9 4 3  4 7 6  5 9 1 9'],
    ['single digits in boxes', '[9][4][3][4][7][6][5][9][1][9]'],
    ['full-width digits', '\uff19\uff14\uff13\uff14\uff17\uff16\uff15\uff19\uff11\uff19'],
    ['zero-width characters', '943\u200b476\u200b5919'],
    ['soft hyphens within', '94\u00ad3476\u00ad5919'],
    ['keycap digits', [...SOLID].map((digit) => `${digit}\ufe0f\u20e3`).join('')],
    ['a decimal of nothing', `${SOLID}.0`],
    ['an exponent', '9.434765919E9'],
    ['commas for thousands, in a sentence', '9,434,765,919, which'],
    ['a line end between groups', '943 476\n5919'],
    ['a line end within a group', '94347\n65919'],
    ['a hyphen at the line end', '94347-\n65919'],
    ['groups and a line end within one', '943 47\n6 5919'],
    ['odd groups behind a label', 'NHS No: 94347 65919'],
    ['odd groups behind another label', 'patient number 943 4765919'],
    ['a label on the line above', 'NHS number\n9434 765 919'],
    ['a date after it', `${GROUPED} 12/03/1956`],
    ['a date before it', `12/03/1956 ${GROUPED}`],
    ['a year before it', `2023-943-476-5919`],
    ['the number of a list before it', `1. ${GROUPED}`],
    ['another after it', '943 476 5919 943 476 5870'],
    ['another below it', '943 476 5919\n943 476 5870'],
    ['a small raised digit before it', `\u00b2${SOLID}`],
    ['a telephone word before a number that no telephone has', `Tel: ${SOLID}`],
    ['a mobile number by its digits, and nothing that says so', MOBILE],
    ['a mobile number by its digits, of a patient', `call about patient ${MOBILE}`],
  ])('%s', (_, text) => {
    expect(inText(`The file of ${text} was seen`)).toBe(NUMBER);
  });
});

describe('not found in a text', () => {
  test.each([
    ['a wrong check digit', '943 476 5918'],
    ['the codes 103, 104 and 106', '1290331000000103, 1364731000000104 and 1364751000000106'],
    ['the codes as a spreadsheet rounds them', '1364731000000100 1.36473E+15'],
    ['within eleven digits', `${SOLID}0 and 1${SOLID}`],
    ['within twelve digits', '918943476591'],
    ['a telephone number from abroad', '+44 943 476 5919'],
    ['the same with 00', '0044 9434765919'],
    [
      'a mobile number with its prefix',
      `+44 ${MOBILE}, +44 (0)${MOBILE}, 44 ${MOBILE}, (0)${MOBILE}`,
    ],
    ['a mobile number that is called so', `Mobile: ${MOBILE}`],
    ['a mobile number behind another number', `Tel 01632 960123 / ${MOBILE}`],
    ['a mobile number with the word after it', `${MOBILE} (mobile)`],
    ['a mobile number to text', `text me on ${MOBILE}`],
    ['a serial number that is called so', `serial no ${SOLID}`],
    ['a piece of a longer grouped code', '1234 943 476 5919 1234'],
    ['a piece of a longer code with hyphens', '01-943-476-5919'],
    ['the decimals of a share', '0.9434765919'],
    ['a SHA-256', `d1a${SOLID}f3c2b7e8a9d0c1b2a3f4e5d6c7b8a9d0e1f2a3b4c5d6e7f8a9b`],
    ['a GUID', `12345678-1234-1234-1234-ab${SOLID}`],
    ['two counts that a line end parts, among others', '12 943476\n5919 14'],
    ['eleven single digits', '9 4 3 4 7 6 5 9 1 9 1'],
    ['a day and a time', '20230401 2023-04-01T12:30:45'],
  ])('%s', (_, text) => {
    expect(inText(`The file of ${text} was seen`)).toBeUndefined();
  });
});

describe('in the cells of a sheet', () => {
  const phones = ['1632960123', '1912345678', '2079460958'].map((phone) => ['A81001', phone]);

  test.each<[string, string[][]]>([
    ['a digit in each of ten cells', [['x', ...SOLID, 'y']]],
    ['ten cells with gaps between the groups', [[...'943', '', ...'476', '', ...'5919']]],
    ['groups in cells behind a label', [['A81001', 'NHS No', '943', '476', '5919']]],
    [
      'in a column of telephone numbers, as no telephone is written',
      [['Code', 'Tel'], ...phones, ['B1', GROUPED]],
    ],
    [
      'in a column of telephone numbers, with a first digit that none has',
      [['Code', 'Tel'], ...phones, ['B1', SOLID]],
    ],
    [
      'a whole column under a wrong heading',
      [['Code', 'Tel'], ...[1, 2, 3, 4].map((n) => ['A81001', passing(`70000000${n}`)])],
    ],
    [
      'like a mobile number, among lists of other numbers',
      [
        ['Code', 'Ref'],
        ['A81001', '12'],
        ['A81002', MOBILE],
      ],
    ],
  ])('found: %s', (_, rows) => {
    expect(inRows(...rows)).toBe(NUMBER);
  });

  test.each<[string, string[][]]>([
    ['nine cells with a digit', [['x', ...SOLID.slice(1), 'y']]],
    ['eleven cells with a digit', [['x', '1', ...SOLID, 'y']]],
    [
      'a table of scores, of which one row passes',
      [[...SOLID], ...Array.from({ length: 6 }, () => [...'4433221154'])],
    ],
    ['groups in cells without a label', [['A81001', '943', '476', '5919']]],
    [
      'a mobile number under its heading',
      [
        ['Code', 'Telephone'],
        ['A81001', MOBILE],
      ],
    ],
    [
      'under a heading in capitals joined to another word',
      [
        ['Code', 'MobileNo'],
        ['A81001', MOBILE],
      ],
    ],
    ['beside its label', [['Contact number', MOBILE]]],
    ['among telephone numbers without a heading', [...phones, ['A81001', MOBILE]]],
    ['in a file with semicolons', [['Code;Telephone'], [`A81001;${MOBILE}`]]],
  ])('not found: %s', (_, rows) => {
    expect(inRows(...rows)).toBeUndefined();
  });

  test('a title above the heading does not hide what the column holds', () => {
    const rows = [
      ['Contacts'],
      ['as at', '04/12/2023'],
      ['Code', 'Name', 'Phone'],
      ['A81001', 'x', MOBILE],
    ];
    expect(inRows(...rows)).toBeUndefined();
  });
});

const number = fc
  .tuple(fc.constantFrom(4, 6, 7, 9), fc.integer({ min: 0, max: 99_999_999 }))
  .map(([first, rest]) => passing(`${first}${String(rest).padStart(8, '0')}`));
const gap = fc.constantFrom(
  ' ',
  '-',
  '.',
  '/',
  '_',
  '\u00a0',
  '\u2009',
  '\u2010',
  '\u2013',
  '\u2212',
  '\u200b',
  '\n',
);
const written = fc.oneof(
  number,
  number.map((digits) => `${digits}.0`),
  number.map((digits) => [...digits].join(' ')),
  number.map((digits) =>
    digits.normalize('NFKC').replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
  ),
  number.map((digits) => `NHS no ${digits.slice(0, 4)} ${digits.slice(4)}`),
  fc.tuple(number, gap, gap).map(([digits, a, b]) => digits.replace(/^(...)(...)/, `$1${a}$2${b}`)),
);
/** Anything without digits, and without the words that name another number. */
const around = fc
  .oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('NHS', '(', 'see ', ', ', '"', '\n'),
  )
  .filter(
    (text) =>
      !/\p{Nd}|tel|phone|mob|cell|fax|contact|line|board|bypass|call|ring|text|sms|app|[tmf]:|ser|s\/n|asset|inv|order|utr|vat|isbn|imei/iu.test(
        text,
      ),
  );
const found = (text: string) =>
  readings(text).some((reading) => findNhsNumber(reading) !== undefined);

describe('laws', () => {
  test('every NHS number is found, in every form and among anything without digits', () => {
    fc.assert(
      fc.property(around, written, around, (before, text, after) => found(before + text + after)),
      { numRuns: 3_000 },
    );
  });

  test('no run of more or fewer digits is ever taken for one', () => {
    const run = fc.oneof(
      fc.stringMatching(/^\d{1,9}$/),
      fc.stringMatching(/^\d{11,30}$/),
      fc.tuple(fc.stringMatching(/^\d{1,9}$/), number).map((parts) => parts.join('')),
      fc.tuple(number, fc.stringMatching(/^\d{1,9}$/)).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(
        around,
        run,
        around,
        (before, digits, after) => !found(`${before}${digits}${after}`),
      ),
      { numRuns: 2_000 },
    );
  });

  test('no number with another check digit is found in any form', () => {
    const wrong = written.map((text) =>
      text.replace(/(?<=^[^\d]*)\d/, (first) => String((Number(first) % 9) + 1)),
    );
    const stillPasses = (text: string) =>
      isNhsNumber(text.normalize('NFKC').replace(/\.0$|\D/g, ''));
    fc.assert(
      fc.property(wrong, (text) => {
        fc.pre(/\d/.test(text) && !stillPasses(text));
        return !found(text);
      }),
    );
  });
});
