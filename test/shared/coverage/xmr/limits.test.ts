import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitsOf, spreadOf } from '../../../../shared/coverage/xmr/limits.ts';

const rounded = (values: readonly number[]) => {
  const { mean, lower, upper } = limitsOf(spreadOf(values));
  return [mean, lower, upper].map((line) => Number(line.toFixed(2)));
};

describe('limits are the mean and 2.66 times the mean moving range', () => {
  test.each([
    // Ranges 2, 4, 3, 2, 1: mean 2.4; 2.66 x 2.4 = 6.384.
    { story: 'worked by hand', values: [10, 12, 8, 11, 9, 10], lines: [10, 3.62, 16.38] },
    // The example in the documentation of NHSRplotthedots: ranges 8 and 9 are freaks (mean 32/17, times 3.267 = 6.15).
    {
      story: 'as NHSRplotthedots gives them, with a freak week',
      values: [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1],
      lines: [1.94, -0.72, 4.6],
    },
    // Ranges 1, 1, 1, 1, 10, 10: mean 4; the bound is 13.07, so both 10 stay.
    {
      story: 'a large range under the bound',
      values: [0, 1, 0, 1, 0, 10, 0],
      lines: [1.71, -8.93, 12.35],
    },
    { story: 'without any movement', values: [3, 3, 3, 3, 3, 3], lines: [3, 3, 3] },
    // All ranges but the freaks are 0: they stay, 2.66 x 2/11 = 0.48.
    {
      story: 'where all movement is freak',
      values: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      lines: [0.08, -0.4, 0.57],
    },
  ])('$story', ({ values, lines }) => {
    expect(rounded(values)).toEqual(lines);
  });

  test.each([
    { largest: 3267, smallest: 863, kept: 999 },
    { largest: 3266, smallest: 864, kept: 1000 },
  ])(
    'of 1,000 ranges with mean 1,000 one of $largest: $kept count',
    ({ largest, smallest, kept }) => {
      const ranges = [...Array<number>(997).fill(998), smallest, 864, largest];
      expect(ranges.reduce((sum, range) => sum + range, 0)).toBe(1_000_000);
      expect(spreadOf(zigzag(ranges)).moves).toBe(kept);
    },
  );
});

/** Values whose moving ranges are those given. */
function zigzag(ranges: readonly number[]): readonly number[] {
  const values = [0];
  for (const [i, range] of ranges.entries()) values.push(values[i]! + (i % 2 ? range : -range));
  return values;
}

const series = fc.array(fc.integer({ min: 0, max: 800 }), { minLength: 6, maxLength: 60 });

test('law: adding the same to every week leaves the moving ranges, and moves all lines by it', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: -500, max: 500 }), (values, more) => {
      const [before, after] = [spreadOf(values), spreadOf(values.map((value) => value + more))];
      expect([after.moved, after.moves]).toEqual([before.moved, before.moves]);
      expect(limitsOf(after).upper).toBeCloseTo(limitsOf(before).upper + more, 6);
    }),
  );
});

test('law: backwards in time the limits are the same', () => {
  fc.assert(
    fc.property(series, (values) => {
      expect(spreadOf(values.toReversed())).toEqual(spreadOf(values));
    }),
  );
});
