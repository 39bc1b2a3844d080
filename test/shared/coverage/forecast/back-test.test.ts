import { describe, expect, test } from 'vitest';
import { addedUp, backTest } from '../../../../shared/coverage/forecast/back-test.ts';
import type { WeekOfHistory } from '../../../../shared/coverage/forecast/history.ts';
import { pastOf } from '../../../../shared/coverage/forecast/spans.ts';
import { sampleWeeks, steady, weeksWith } from './histories.ts';

const tested = (weeks: readonly WeekOfHistory[]) =>
  backTest(pastOf(weeks.map(({ live, practices }) => live / practices)));

describe('the back-test', () => {
  test.each([{ level: 'national' }, { level: 'icb' }] as const)(
    'on the sample an interval of 80 in 100 holds 70 to 90 in 100 past outcomes: $level',
    ({ level }) => {
      const { held, checked } = addedUp(sampleWeeks(level).map(tested));
      expect(checked).toBeGreaterThan(400);
      expect(held / checked).toBeGreaterThanOrEqual(0.7);
      expect(held / checked).toBeLessThanOrEqual(0.9);
    },
  );

  test('checks every past week with history enough, one to twelve weeks ahead', () => {
    // The first forecast is made in the 13th week; of 16 weeks, three then come.
    expect(tested(steady(16, 0, 1)).checked).toBe(3 + 2 + 1);
    expect(tested(steady(40, 0, 1)).checked).toBe(16 * 12 + (11 * 12) / 2);
  });

  test('a share that never moves is always held', () => {
    expect(tested(weeksWith(Array(30).fill(40)))).toMatchObject({ held: 17 * 12 - 66 });
  });

  test('a forecast knows nothing of the weeks after it', () => {
    const quiet = Array<number>(20).fill(10);
    const { held, checked } = tested(weeksWith([...quiet, ...Array(12).fill(90)]));
    // Every outcome after the jump that was forecast before it is a miss.
    expect(checked - held).toBeGreaterThan(50);
  });

  test('nothing can be checked on less than two weeks after the first forecast', () => {
    expect(tested(steady(13, 0, 1))).toEqual({ held: 0, checked: 0 });
  });
});
