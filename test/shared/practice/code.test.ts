import { describe, expect, test } from 'vitest';
import { isPracticeCode, isRegisterCode, practiceCode } from '../../../shared/practice/code.ts';
import { supplierFrom } from '../../../shared/practice/supplier.ts';

describe('practice codes', () => {
  test.each([
    { written: 'A81001', is: 'A81001' },
    { written: ' a81 001 ', is: 'A81001' },
    { written: 'W00001', is: 'W00001' },
    { written: 'Y02345', is: 'Y02345' },
  ])('$written is read as $is', ({ written, is }) => {
    expect(practiceCode(written)).toBe(is);
  });

  test.each(['I81001', 'O81001', 'A8100', 'A810011', 'A8100O', '81001A', 'ALD001', '', 'Á81001'])(
    '%j is not well formed',
    (written) => {
      expect(practiceCode(written)).toBeUndefined();
      expect(isPracticeCode(written)).toBe(false);
    },
  );

  test.each(['ALD001', 'K0E995', 'A81001'])('the register may list %s', (code) => {
    expect(isRegisterCode(code)).toBe(true);
  });
});

describe('supplier spellings', () => {
  test.each([
    ['EMIS', 'EMIS'],
    ['EMIS Web', 'EMIS'],
    ['Optum', 'EMIS'],
    ['egton', 'EMIS'],
    ['TPP', 'TPP'],
    ['SystmOne', 'TPP'],
    ['SystemOne', 'TPP'],
    ['TPP SystmOne', 'TPP'],
    ['Cegedim', 'Vision'],
    ['INPS', 'Vision'],
    ['VISION', 'Vision'],
    ['MEDICUS', 'Medicus'],
  ])('%s is %s', (written, is) => {
    expect(supplierFrom(written)).toBe(is);
  });

  test.each(['', 'NK', 'Microtest', 'EMIS/TPP'])('%j is not a spelling we know', (written) => {
    expect(supplierFrom(written)).toBeUndefined();
  });
});
