import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '../../../shared/calendar/day.ts';
import { clocksOfWeek, isMonday, mondayOf, mondays } from '../../../shared/calendar/week.ts';

test.each([
  ['2023-12-04', true],
  ['2023-12-03', false],
  ['2022-10-31', true],
  ['2022-10-24', true],
  ['2024-02-29', false],
])('%s: a Monday? %s', (on, is) => {
  expect(isMonday(day(on))).toBe(is);
});

test('the Monday of a day is the same day or one of the six before it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3000, max: 3000 }), (days) => {
      const on = addDays(day('2023-01-01'), days);
      const monday = mondayOf(on);
      expect(isMonday(monday)).toBe(true);
      expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
      expect(monday <= on && on < addDays(monday, 7)).toBe(true);
    }),
  );
});

test('a week is cut off at 6am in London, also in summer', () => {
  expect(clocksOfWeek(day('2023-12-04')).knownAt).toBe('2023-12-04T06:00:00.000Z');
  expect(clocksOfWeek(day('2023-07-03'))).toEqual({
    validAt: '2023-07-03',
    knownAt: '2023-07-03T05:00:00.000Z',
    rulesAt: '2023-07-03',
  });
});

test('the Mondays between two days', () => {
  expect(mondays(day('2023-11-20'), day('2023-12-04'))).toEqual([
    '2023-11-20',
    '2023-11-27',
    '2023-12-04',
  ]);
  expect(mondays(day('2023-12-05'), day('2023-12-04'))).toEqual(['2023-12-04']);
  expect(mondays(day('2023-12-11'), day('2023-12-04'))).toEqual([]);
});
