import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNationalInsuranceNumber } from '../../../../shared/intake/patient-data/national-insurance.ts';
import { inText } from './files.ts';

describe('a National Insurance number is found', () => {
  test.each([
    ['in one', 'AB123456C'],
    ['with spaces', 'AB 12 34 56 C'],
    ['with no-break spaces', 'AB\u00a012\u00a034\u00a056\u00a0C'],
    ['with the letters apart', 'AB 123456 C'],
    ['with hyphens', 'AB-12-34-56-C'],
    ['in small letters', 'ab123456c'],
    ['in full-width characters', '\uff21\uff22123456\uff23'],
    ['glued to its label', 'NINOAB123456C'],
    ['without its last letter, behind a label', 'NI number: AB 12 34 56'],
    ['without its last letter, behind the words in full', 'National Insurance no. AB123456'],
  ])('%s', (_, text) => {
    expect(inText(`seen: ${text}, and kept`)).toBe('a National Insurance number');
  });
});

describe('none is found in', () => {
  test.each([
    ['letters that are not given out', 'QQ123456C'],
    ['a second letter that is not given out', 'AO123456C'],
    ['a prefix that is not given out', 'GB123456A and TN123456A'],
    ['a last letter that there is not', 'AB123456E'],
    ['a longer code', 'XAB123456C AB123456CD AB1234567C'],
    ['a day in a sentence', 'on 31 10 22 a letter went, by 30-11-22 a plan'],
    ['a day in a sentence of capitals', 'SENT ON 31 10 22 A LETTER'],
    ['postcodes and codes', 'SW1A 1AA, AB12 3CD, E38000130, A81001 B82002, ZA123456'],
  ])('%s', (_, text) => {
    expect(inText(`seen: ${text}, and kept`)).toBeUndefined();
  });
});

test('every one that can be given out is found, in capitals with any spacing', () => {
  const letter = fc.constantFrom(...'ABCEGHJKLMNPRSTWXYZ');
  const pair = fc.stringMatching(/^\d\d$/);
  const space = fc.constantFrom('', ' ', '-');
  const prefix = fc
    .tuple(letter, letter)
    .map((pairOf) => pairOf.join(''))
    .filter((two) => !/BG|GB|NK|KN|TN|NT|ZZ/.test(two));
  // With A behind it and spaces between, "ON 31 10 22 A" is a sentence: see above.
  const suffix = fc.constantFrom('B', 'C', 'D');
  fc.assert(
    fc.property(prefix, fc.tuple(pair, pair, pair), suffix, space, (two, pairs, last, between) => {
      const text = `(${[two, ...pairs, last].join(between)})`;
      return findNationalInsuranceNumber(text) !== undefined;
    }),
  );
});
