import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFor, shareOut, shuffled } from '../../../local/sample/random.ts';

describe('lots drawn by seed and label', () => {
  test('are the same on every machine', () => {
    const random = randomFor(1, 'a label');
    // Worked out apart, in Python's whole numbers.
    expect([1, 2, 3, 4].map(() => random.between(0, 999_999))).toEqual([
      882_208, 233_860, 509_825, 592_087,
    ]);
  });

  test('differ by seed and by label', () => {
    const first = (seed: number, label: string) => randomFor(seed, label).fraction();
    expect(new Set([first(1, 'a'), first(2, 'a'), first(1, 'b')]).size).toBe(3);
  });

  test('stay between their bounds and reach both', () => {
    const random = randomFor(7, 'dice');
    const thrown = Array.from({ length: 500 }, () => random.between(1, 6));
    expect([Math.min(...thrown), Math.max(...thrown)]).toEqual([1, 6]);
  });

  test('mix a list without losing anything', () => {
    const list = Array.from({ length: 50 }, (_, i) => i);
    const mixed = shuffled(list, randomFor(3, 'mix'));
    expect(mixed).not.toEqual(list);
    expect(mixed.toSorted((a, b) => a - b)).toEqual(list);
  });
});

describe('sharing out', () => {
  test.each([
    { total: 10, weights: [1, 1, 2], least: 0, is: [3, 2, 5] },
    { total: 10, weights: [0, 0, 5], least: 1, is: [1, 1, 8] },
    { total: 0, weights: [1, 2], least: 0, is: [0, 0] },
  ])('$total by $weights, at least $least each, is $is', ({ total, weights, least, is }) => {
    expect(shareOut(total, weights, least)).toEqual(is);
  });

  test('always adds up to the total', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), weights, (total, shares) => {
        expect(shareOut(total, shares).reduce((a, b) => a + b, 0)).toBe(total);
      }),
    );
  });
});
