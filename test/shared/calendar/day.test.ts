import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type Day,
  day,
  daysBetween,
  endOfLondonDay,
  instant,
  isDay,
  londonDay,
  londonMoment,
  longDay,
  sixOClockInLondon,
} from '../../../shared/calendar/day.ts';

const someDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);

describe('days', () => {
  test.each(['2023-02-31', '2023-13-01', '2023-2-1', '04/12/2023', '', '2023-02-29'])(
    '%j is no day',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => day(text)).toThrow('write it as 2023-12-04');
    },
  );

  test('a leap day is a day', () => {
    expect(day('2024-02-29')).toBe('2024-02-29');
  });

  test('adding days and counting them are each other’s opposite', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  test('are written as people read them', () => {
    expect(longDay(day('2023-12-04'))).toBe('4 December 2023');
  });
});

describe('instants', () => {
  test.each([
    { written: '2022-11-04T17:00:00+00:00', is: '2022-11-04T17:00:00.000Z' },
    { written: '2023-07-01T00:30:00+01:00', is: '2023-06-30T23:30:00.000Z' },
    { written: '2023-12-04T06:00:00Z', is: '2023-12-04T06:00:00.000Z' },
  ])('$written is $is', ({ written, is }) => {
    expect(instant(written)).toBe(is);
  });

  test.each(['2022-11-04T17:00:00', '2022-11-04', 'yesterday', '2022-13-04T17:00:00Z'])(
    '%j has no zone, or is no moment',
    (text) => expect(() => instant(text)).toThrow('is not an instant'),
  );

  test.each([
    { at: '2023-07-01T23:30:00.000Z', on: '2023-07-02', why: 'summer time is an hour ahead' },
    { at: '2022-11-04T23:30:00.000Z', on: '2022-11-04', why: 'winter time is not' },
    { at: '2023-10-29T00:30:00.000Z', on: '2023-10-29', why: 'the clocks go back at 01:00 UTC' },
  ])('$at falls on $on in London: $why', ({ at, on }) => {
    expect(londonDay(instant(at))).toBe(on);
  });

  test('the end of a London day is its last millisecond', () => {
    fc.assert(
      fc.property(someDay, (on) => {
        const end = endOfLondonDay(on);
        const next = instant(new Date(Date.parse(end) + 1).toISOString());
        expect([londonDay(end), londonDay(next)]).toEqual([on, addDays(on, 1)]);
      }),
    );
  });

  test.each([
    { on: '2023-12-04', is: '2023-12-04T06:00:00.000Z', why: 'in winter' },
    { on: '2023-07-03', is: '2023-07-03T05:00:00.000Z', why: 'in summer' },
    { on: '2023-03-26', is: '2023-03-26T05:00:00.000Z', why: 'on the day the clocks go forward' },
    { on: '2023-03-25', is: '2023-03-25T06:00:00.000Z', why: 'on the day before that' },
    { on: '2023-10-29', is: '2023-10-29T06:00:00.000Z', why: 'on the day the clocks go back' },
    { on: '2023-10-28', is: '2023-10-28T05:00:00.000Z', why: 'on the day before that' },
  ])('six o’clock in London on $on is $is, $why', ({ on, is }) => {
    expect(sixOClockInLondon(day(on))).toBe(is);
  });
});

test.each([
  ['2023-12-04T06:00:00.000Z', '4 December 2023, 6:00am'],
  ['2023-07-01T23:30:00.000Z', '2 July 2023, 12:30am'],
  ['2023-07-01T11:05:00.000Z', '1 July 2023, 12:05pm'],
  ['2023-12-31T23:59:59.999Z', '31 December 2023, 11:59pm'],
])('the moment %s is said as %s', (at, says) => {
  expect(londonMoment(instant(at))).toBe(says);
});
