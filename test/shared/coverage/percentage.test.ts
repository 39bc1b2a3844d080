import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentage } from '../../../shared/coverage/percentage.ts';

test.each([
  { part: 5148, whole: 6348, is: 81.1 },
  { part: 1, whole: 16, is: 6.3 },
  { part: 3, whole: 16, is: 18.8 },
  { part: 1, whole: 2000, is: 0.1 },
  { part: 1, whole: 2001, is: 0 },
  { part: 1999, whole: 2000, is: 100 },
  { part: 23_500_000, whole: 63_000_000, is: 37.3 },
  { part: 0, whole: 5, is: 0 },
  { part: 5, whole: 5, is: 100 },
  { part: 0, whole: 0, is: null },
])('$part of $whole is $is%', ({ part, whole, is }) => {
  expect(percentage(part, whole)).toBe(is);
});

test('is within half a tenth of the true share, and never just under a half', () => {
  const any = fc
    .integer({ min: 1, max: 70_000_000 })
    .chain((whole) =>
      fc.record({ whole: fc.constant(whole), part: fc.integer({ min: 0, max: whole }) }),
    );
  fc.assert(
    fc.property(any, ({ part, whole }) => {
      const tenths = BigInt(Math.round(percentage(part, whole)! * 10));
      // Twice the error in tenths times the whole: more than -whole, at most whole.
      const error = 2n * (tenths * BigInt(whole) - 1000n * BigInt(part));
      expect(error > -BigInt(whole) && error <= BigInt(whole)).toBe(true);
    }),
  );
});
