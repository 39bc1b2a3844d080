import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberText, plainDigits, unescaped } from '../../../../shared/intake/open/sheet-value.ts';
import { kindOfFormat } from '../../../../shared/intake/open/xlsx-styles.ts';

describe('a number in plain digits', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [1234, '1234'],
    [-5, '-5'],
    [0.1 + 0.2, '0.3'],
    [1.1 * 3, '3.3'],
    [2.5, '2.5'],
    [1e-7, '0.0000001'],
    [-1.5e-9, '-0.0000000015'],
    [1e21, '1000000000000000000000'],
    [1364731000000104, '1364731000000104'],
    [1.36473e15, '1364730000000000'],
  ])('%s is %s', (number, text) => {
    expect(plainDigits(number)).toBe(text);
  });

  test('never has an exponent, and means the same to 15 digits', () => {
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(numbers, (number) => {
        const text = plainDigits(number);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        if (!Number.isInteger(number)) expect(Number(text)).toBe(Number(number.toPrecision(15)));
        else expect(Number(text)).toBe(number === 0 ? 0 : number);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a day number', () => {
  test.each<[number, boolean, string]>([
    [45264, false, '2023-12-04'],
    [45264.5, false, '2023-12-04T12:00'],
    [44865.711805555555, false, '2022-10-31T17:05'],
    [44865.71186342593, false, '2022-10-31T17:05:05'],
    [43802, true, '2023-12-04'],
    [0, true, '1904-01-01'],
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [0.5, false, '12:00'],
    [2958465, false, '9999-12-31'],
    [2958466, false, '2958466'],
    [-3, false, '-3'],
  ])('%s (from 1904: %s) is %s', (number, is1904, text) => {
    expect(numberText(number, 'date', is1904)).toBe(text);
  });

  test('of every day from March 1900 on is one more than that of the day before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_957_000 }), (number) => {
        const [one, next] = [number, number + 1].map((n) =>
          Date.parse(numberText(n, 'date', false)),
        );
        expect(next! - one!).toBe(86_400_000);
        expect(numberText(number, 'date', true)).toBe(numberText(number + 1462, 'date', false));
      }),
      { numRuns: 200 },
    );
  });
});

test.each<[number, string]>([
  [0.711805555555556, '17:05'],
  [0.99999999, '23:59:59'],
  [1.25, '1900-01-01T06:00'],
])('a time of %s is %s', (number, text) => {
  expect(numberText(number, 'time', false)).toBe(text);
});

test.each<[number, string]>([
  [0.85, '85%'],
  [0.57, '57%'],
  [0.9026, '90.26%'],
  [1, '100%'],
  [0, '0%'],
])('a percentage of %s is %s', (number, text) => {
  expect(numberText(number, 'percent', false)).toBe(text);
});

test.each([
  ['General', 'plain'],
  ['0', 'plain'],
  ['#,##0.00', 'plain'],
  ['@', 'plain'],
  ['0.00E+00', 'plain'],
  ['0" days"', 'plain'],
  ['0\\d', 'plain'],
  ['[Red]0;[Blue]-0', 'plain'],
  ['_-* #,##0_-;-* #,##0_-', 'plain'],
  ['0%', 'percent'],
  ['0.0%;[Red]-0.0%', 'percent'],
  ['dd/mm/yyyy', 'date'],
  ['DD/MM/YYYY', 'date'],
  ['[$-809]dd mmmm yyyy;@', 'date'],
  ['d-mmm-yy', 'date'],
  ['mmm', 'date'],
  ['dd/mm/yyyy hh:mm', 'date'],
  ['hh:mm', 'time'],
  ['[h]:mm:ss', 'time'],
  ['h:mm AM/PM', 'time'],
])('the format %s shows a %s number', (code, kind) => {
  expect(kindOfFormat(code)).toBe(kind);
});

test.each([
  ['plain_x', 'plain_x'],
  ['one_x000D_two', 'one\rtwo'],
  ['_x005F_x000D_', '_x000D_'],
  ['_xD800_', '\ufffd'],
])('%s is unescaped', (written, text) => {
  expect(unescaped(written)).toBe(text);
});
