import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, longDay } from '../../../../shared/calendar/day.ts';
import { daysIn } from '../../../../shared/intake/document/days-in-text.ts';

/** What is found, without where. */
const found = (text: string) => daysIn(text).map(({ at: _at, end: _end, ...said }) => said);

describe('a date in prose', () => {
  test.each([
    ['on Monday 3 April 2023, at noon', '2023-04-03'],
    ['3rd April 2023', '2023-04-03'],
    ['3 rd April, 2023', '2023-04-03'],
    ['the 3rd of April 2023', '2023-04-03'],
    ['3rd day of April 2023', '2023-04-03'],
    ['03/04/2023', '2023-04-03'],
    ['3/4/23.', '2023-04-03'],
    ['3.4.23', '2023-04-03'],
    ['3 / 4 / 2023', '2023-04-03'],
    ['03-04-2023', '2023-04-03'],
    ['2023-04-03', '2023-04-03'],
    ['3-Apr-23', '2023-04-03'],
    ['03APR2023', '2023-04-03'],
    ['3 Apr. 2023', '2023-04-03'],
    ['April 3, 2023', '2023-04-03'],
    ['April 3rd 2023', '2023-04-03'],
    ['31 March 2024 at the latest', '2024-03-31'],
    ['(31/03/2024)', '2024-03-31'],
  ])('%s', (text, on) => {
    expect(found(text)).toEqual([{ as: 'day', day: on, time: null }]);
  });

  test.each([
    ['31 October 2022 14:05', '14:05'],
    ['31 October 2022 at 2:05pm', '14:05'],
    ['Mon, 31 Oct 2022 14:05:00 +0000', '14:05'],
    ['31/10/2022, 2pm', '14:00'],
  ])('%s has its time', (text, time) => {
    expect(found(text)).toEqual([{ as: 'day', day: '2022-10-31', time }]);
  });

  test.each([
    ['by the end of March 2024', '2024-03-31'],
    ['in February 2024', '2024-02-29'],
    ['Dec 2023', '2023-12-31'],
  ])('%s is a month, whose last day is kept', (text, last) => {
    expect(found(text)).toEqual([{ as: 'month', day: last }]);
  });

  test.each(['31 October', 'the 5th of November at 5pm'])('%s has no year', (text) => {
    expect(found(text)).toEqual([{ as: 'no-year' }]);
  });

  test.each([
    ['03/31/2024', 'the month may have been written first'],
    ['31/02/2024', 'there is no 31 February 2024'],
    ['31 September 2023', 'there is no 31 September 2023'],
  ])('%s is shaped like a date and is none', (text, why) => {
    expect(found(text)).toEqual([{ as: 'none', why: expect.stringContaining(why) }]);
  });

  test.each([
    'version v1.2.3',
    'call 01632 960 104 or 0191 496 0000',
    '2022/23',
    'step 3 may begin',
    'SNOMED 1364731000000104',
    'NB4 7QT',
    '£3.4.23',
  ])('%s holds none', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('several stand in reading order, each where it is', () => {
    const text = 'From 1 May 2023 (not 02/05/2023) until June 2023';
    const places = daysIn(text).map(({ at, end }) => text.slice(at, end));
    expect(places).toEqual(['1 May 2023', '02/05/2023', 'June 2023']);
  });

  test('any day is read back from any British spelling of it', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(day('2019-01-01'), n));
    const spellings = fc.constantFrom<(on: string) => string>(
      (on) => longDay(day(on)),
      (on) => on.split('-').reverse().join('/'),
      (on) => on.split('-').reverse().map(Number).join('.'),
      (on) => `the ${longDay(day(on)).replace(' ', 'th of ')}`,
    );
    fc.assert(
      fc.property(days, spellings, (on, spelt) => {
        expect(found(`agreed on ${spelt(on)}, and so on`)).toEqual([
          { as: 'day', day: on, time: null },
        ]);
      }),
    );
  });
});
