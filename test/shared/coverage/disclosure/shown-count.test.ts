import { describe, expect, test } from 'vitest';
import {
  countsShownAs,
  type Shown,
  shownCount,
  shownShare,
} from '../../../../shared/coverage/disclosure/shown-count.ts';

test.each<[number | null, Shown]>([
  [null, null],
  [0, 0],
  [1, '[c]'],
  [7, '[c]'],
  [8, 10],
  [10, 10],
  [12, 10],
  [13, 15],
  [17, 15],
  [18, 20],
  [4_002, 4_000],
  [23_499_998, 23_500_000],
])('a count of %s people below England is shown as %s', (count, shown) => {
  expect(shownCount(count)).toBe(shown);
});

test.each([0, 8, 10, 12, 13, 14, 15, 17, 18, 1_234, 1_235])(
  'the bounds of what is shown for %i are exact',
  (count) => {
    const [least, greatest] = countsShownAs(count);
    const all = Array.from({ length: 30 }, (_, i) => count - 15 + i).filter((n) => n >= 0);
    const alike = all.filter((n) => shownCount(n) === shownCount(count));
    expect([least, greatest]).toEqual([alike[0], alike.at(-1)]);
  },
);

describe('a share', () => {
  test.each<[part: Shown, whole: Shown, share: Shown]>([
    [10, 80, 13],
    [1_000, 3_995, 25],
    [1_235, 3_995, 31],
    [1_235, 4_000, 30.9],
    [4_000, 4_000, 100],
    [0, 80, 0],
    [0, 0, null],
    ['[c]', 80, '[c]'],
    [0, '[c]', '[c]'],
    [null, null, null],
  ])('of %s in %s shown is %s', (part, whole, share) => {
    expect(shownShare(part, whole)).toBe(share);
  });
});
