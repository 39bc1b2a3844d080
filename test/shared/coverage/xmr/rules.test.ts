import { describe, expect, test } from 'vitest';
import type { Spread } from '../../../../shared/coverage/xmr/limits.ts';
import { breaksIn } from '../../../../shared/coverage/xmr/rules.ts';

/** Mean 0, limits 266 and -266, outer thirds from 177.33. */
const SPREAD: Spread = { sum: 0, count: 1, moved: 100, moves: 1 };
const SHORT = { 'outside limits': 'O', trend: 'T', 'two in three': '2', shift: 'S' };

/** `O+`: outside, high; `.`: common cause. */
function marked(values: readonly number[]): string {
  return breaksIn(values, SPREAD)
    .map((one) => (one === null ? '.' : `${SHORT[one.rule]}${one.side === 1 ? '+' : '-'}`))
    .join(' ');
}

describe('the four rules of Making Data Count', () => {
  test.each([
    { story: 'over the upper limit', values: [0, 267, 0], marks: '. O+ .' },
    { story: 'under the lower limit', values: [0, -267, 0], marks: '. O- .' },
    { story: 'on a limit is not outside', values: [0, 266, -266], marks: '. . .' },
    { story: '7 rising', values: [-30, -20, -10, 1, 2, 3, 4], marks: 'T+ T+ T+ T+ T+ T+ T+' },
    { story: '7 falling', values: [4, 3, 2, 1, -10, -20, -30], marks: 'T- T- T- T- T- T- T-' },
    { story: '6 rising are no trend', values: [-30, -20, -10, 1, 2, 3, 3], marks: '. . . . . . .' },
    {
      story: 'equal weeks break a trend',
      values: [-3, -2, -1, 0, 0, 1, 2, 3],
      marks: '. . . . . . . .',
    },
    {
      story: 'the turning week belongs to the later trend',
      values: [-3, -2, -1, 1, 2, 3, 4, 3, 2, 1, -1, -2, -3],
      marks: 'T+ T+ T+ T+ T+ T+ T- T- T- T- T- T- T-',
    },
    { story: '7 above the mean', values: [5, 6, 5, 6, 5, 6, 5], marks: 'S+ S+ S+ S+ S+ S+ S+' },
    {
      story: '8 below the mean, then 1',
      values: [-5, -6, -5, -6, -5, -6, -5, -6, 1],
      marks: 'S- S- S- S- S- S- S- S- .',
    },
    { story: '6 above are no shift', values: [5, 6, 5, 6, 5, 6, -1], marks: '. . . . . . .' },
    {
      story: 'a week on the mean breaks a shift',
      values: [5, 6, 5, 0, 6, 5, 6, 5],
      marks: '. . . . . . . .',
    },
    { story: '2 of 3 in the outer third', values: [178, 1, 178], marks: '2+ . 2+' },
    { story: 'two thirds of the way is not beyond', values: [177, 1, 178], marks: '. . .' },
    { story: '2 of 3 with the third on the other side', values: [178, -1, 178], marks: '. . .' },
    { story: '2 of 4 are not 2 of 3', values: [178, 1, 1, 178], marks: '. . . .' },
    { story: '2 of 3, low', values: [-200, -200, -1], marks: '2- 2- .' },
    { story: 'a week outside is not near', values: [300, 1, 200], marks: 'O+ . .' },
    {
      story: 'outside before trend before 2 of 3 before shift',
      values: [300, 200, 20, 200, 10, 11, 12],
      marks: 'O+ 2+ S+ 2+ S+ S+ S+',
    },
    {
      story: 'a trend before 2 of 3',
      values: [1, 2, 3, 4, 5, 200, 201],
      marks: 'T+ T+ T+ T+ T+ T+ T+',
    },
    {
      story: 'outside before trend',
      values: [1, 2, 3, 4, 5, 200, 300],
      marks: 'T+ T+ T+ T+ T+ T+ O+',
    },
    { story: 'no week', values: [], marks: '' },
  ])('$story', ({ values, marks }) => {
    expect(marked(values)).toBe(marks);
  });
});
