import { describe, expect, test } from 'vitest';
import { isSupplier, supplierFrom, suppliersIn } from '../../../shared/practice/supplier.ts';

describe('a supplier in its usual spellings', () => {
  test.each([
    ['EMIS', 'EMIS'],
    ['emis web', 'EMIS'],
    ['EMIS-Web', 'EMIS'],
    ['EMIS Health', 'EMIS'],
    ['Egton', 'EMIS'],
    ['Optum', 'EMIS'],
    ['Optum (EMIS)', 'EMIS'],
    ['EMIS (I)', 'EMIS'],
    ['TPP', 'TPP'],
    ['SystmOne', 'TPP'],
    ['SystemOne', 'TPP'],
    ['Systm One', 'TPP'],
    ['System1', 'TPP'],
    ['S1', 'TPP'],
    ['TPP SystmOne', 'TPP'],
    ['SystmOne (TPP)', 'TPP'],
    ['The Phoenix Partnership', 'TPP'],
    ['Vision', 'Vision'],
    ['VISION (I)', 'Vision'],
    ['Vision 3', 'Vision'],
    ['Cegedim', 'Vision'],
    ['Cegedim Healthcare Solutions', 'Vision'],
    ['INPS', 'Vision'],
    ['Medicus', 'Medicus'],
  ])('%s is %s, alone', (text, supplier) => {
    expect(supplierFrom(text)).toBe(supplier);
    expect(isSupplier(text)).toBe(true);
  });

  test.each([
    ['EVERGREENLIFE/TPP', 'TPP'],
    ['EMIS, Patchs', 'EMIS'],
    ['AccuRx and SystmOne', 'TPP'],
    ['TPP/SystmOne', 'TPP'],
    ['eConsult + EMIS Web', 'EMIS'],
  ])('%s is %s among others', (text, supplier) => {
    expect(supplierFrom(text)).toBe(supplier);
  });

  test('a list is no name of a supplier, so that a message does not repeat it', () => {
    expect(isSupplier('Jane and EMIS')).toBe(false);
  });

  test('two clinical systems are not one', () => {
    expect(supplierFrom('EMIS/TPP')).toBeUndefined();
    expect(suppliersIn('EMIS/TPP')).toEqual(['EMIS', 'TPP']);
  });

  test.each(['', 'Sistem One', 'other', 'EvergreenLife', 'system'])('%j is none', (text) => {
    expect(supplierFrom(text)).toBeUndefined();
    expect(suppliersIn(text)).toEqual([]);
  });
});
