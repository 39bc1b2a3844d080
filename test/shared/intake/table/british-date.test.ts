import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../../../shared/calendar/day.ts';
import { parseBritishDate } from '../../../../shared/intake/table/british-date.ts';

describe('a date as files spell it', () => {
  test.each([
    ['2023-03-04', '2023-03-04'],
    ['04/03/2023', '2023-03-04'],
    ['4/3/2023', '2023-03-04'],
    ['04-03-2023', '2023-03-04'],
    ['04.03.2023', '2023-03-04'],
    ['04/03/23', '2023-03-04'],
    ['31-Aug-23', '2023-08-31'],
    ['31 Aug 23', '2023-08-31'],
    ['31 August 2023', '2023-08-31'],
    ['31st august 2023', '2023-08-31'],
    ['1 Sept 2023', '2023-09-01'],
    ['30SEP2020', '2020-09-30'],
    ['01Jan2022', '2022-01-01'],
    ['01-Sep-20', '2020-09-01'],
    ['20230304', '2023-03-04'],
    ['29/02/2024', '2024-02-29'],
    ['  04/03/2023 ', '2023-03-04'],
    ['01-Jan-1900', '1900-01-01'],
    ['01/01/69', '2069-01-01'],
    ['01/01/70', '1970-01-01'],
  ])('%s is %s', (text, on) => {
    expect(parseBritishDate(text)).toEqual({ ok: true, day: on });
  });

  test.each([
    ['04/11/2022 17:05', '17:05'],
    ['2022-11-04T17:05', '17:05'],
    ['2022-11-04 17:05:30', '17:05'],
    ['04/11/2022 5:05pm', '17:05'],
    ['04/11/2022 5.05 PM', '17:05'],
    ['4 November 2022 at 5pm', '17:00'],
    ['4 Nov 22, 09:30', '09:30'],
    ['04-Nov-22 12:15am', '00:15'],
    ['04/11/2022 12pm', '12:00'],
    ['2022-11-04T17:05:00.000Z', '17:05'],
    ['2022-11-04T17:05+01:00', '16:05'],
  ])('%s is 4 November 2022 at %s', (text, time) => {
    expect(parseBritishDate(text)).toEqual({ ok: true, day: '2022-11-04', time });
  });

  test('a moment with a zone is brought to London, where summer is an hour on', () => {
    expect(parseBritishDate('2023-07-01T23:30Z')).toEqual({
      ok: true,
      day: '2023-07-02',
      time: '00:30',
    });
  });
});

describe('what is no date, and why', () => {
  test.each([
    ['31/02/2023', 'is an impossible date: there is no 31 February 2023'],
    ['29/02/2023', 'is an impossible date: there is no 29 February 2023'],
    ['31-Sep-23', 'is an impossible date: there is no 31 September 2023'],
    ['20230231', 'is an impossible date: there is no 31 February 2023'],
    ['00/03/2023', 'is an impossible date: there is no 0 March 2023'],
    ['12/31/2023', 'has no month 31; the month may have been written first'],
    ['31/31/2023', 'has no month 31: there are twelve'],
    ['2023-13-40', 'has no month 13: there are twelve'],
    ['04/00/2023', 'has no month 0: there are twelve'],
    ['4 Smarch 2023', 'names a month that does not exist'],
    ['August 31, 2023', 'is not a date'],
    ['04/03/0202', 'has the year 0202'],
    ['04/03/202', 'is not a date'],
    ['45264', "is a spreadsheet's own day number, not a date"],
    ['04/11/2022 25:00', 'has a time that does not exist'],
    ['04/11/2022 13:00pm', 'has a time that does not exist'],
    ['2022-11-04T17:05+99:00', 'has a time zone that does not exist'],
    ['31/02/2023 10:00', 'is an impossible date: there is no 31 February 2023'],
    ['next Tuesday', 'is not a date'],
    ['', 'is not a date'],
    ['2022-11-04T17:05 and then rather more than fits', 'is not a date'],
  ])('%s: %s', (text, problem) => {
    expect(parseBritishDate(text)).toMatchObject({ ok: false, problem });
  });

  test('a date with its month first is told how to write it', () => {
    expect(parseBritishDate('12/31/2023')).toMatchObject({
      remedy: 'Write the day first, such as 31/12/2023.',
    });
  });
});

describe('laws', () => {
  const someDay = fc.integer({ min: 0, max: 36_000 }).map((n) => addDays(day('2000-01-01'), n));

  test('every day is read back from each spelling, day first', () => {
    fc.assert(
      fc.property(someDay, (on) => {
        const [y, m, d] = on.split('-');
        for (const text of [on, `${d}/${m}/${y}`, `${Number(d)}.${Number(m)}.${y}`, `${y}${m}${d}`])
          expect(parseBritishDate(text)).toEqual({ ok: true, day: on });
      }),
    );
  });

  test('no text makes it throw, and no problem repeats a long number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/:.\- TZapm]{0,30}$/)), (text) => {
        const read = parseBritishDate(text);
        if (!read.ok) expect(`${read.problem} ${read.remedy}`).not.toMatch(/\d{9}/);
      }),
    );
  });
});
