import { describe, expect, test } from 'vitest';
import { ROUNDED_CODE_REMEDY, roundedCode } from '../../../../shared/intake/table/rounded-codes.ts';

describe('a long number that a spreadsheet spoilt is named, with the remedy', () => {
  test.each([
    ['1364731000000100', /SNOMED code 1364731000000104 as a spreadsheet rounded it/],
    ['1364751000000100', /SNOMED code 1364751000000106/],
    ['1290331000000100', /SNOMED code 1290331000000103/],
    ['9876543210987650', /rounded to 15 digits/],
    ['123456789012345000', /rounded to 15 digits/],
    ['1.36473E+15', /exponent form/],
    ['1,36473E+15', /exponent form/],
    ['1e15', /exponent form/],
    ['9.43477E+09', /exponent form/],
  ])('%s', (text, what) => {
    expect(roundedCode(text)).toMatch(what);
    expect(roundedCode(text)).toContain(ROUNDED_CODE_REMEDY);
  });

  test('one that is not known is not repeated', () => {
    expect(roundedCode('9876543210987650')).not.toContain('987654321');
  });
});

test.each([
  '',
  '0',
  '1234',
  '1,000,000',
  '1364731000000104',
  '1364731000000100 and more',
  '100000000000000',
  '1E5',
  '5E1',
  'A81001',
  '85%',
  '2023-12-04',
  'e15',
  'free text of a comment that goes on for a while',
])('"%s" is none', (text) => {
  expect(roundedCode(text)).toBeNull();
});
