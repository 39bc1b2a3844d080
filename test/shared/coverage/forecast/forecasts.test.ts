import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../../../../shared/calendar/day.ts';
import { clocksOfWeek } from '../../../../shared/calendar/week.ts';
import type { Outlook } from '../../../../shared/coverage/forecast/forecast.ts';
import {
  coverOf,
  forecastTable,
  outlookInWords,
} from '../../../../shared/coverage/forecast/forecast-table.ts';
import { type ForecastsAsk, forecastsOf } from '../../../../shared/coverage/forecast/forecasts.ts';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import { extract, listing, membership } from '../../builders.ts';

const FIRST = day('2023-01-02');
const week = (i: number): Day => addDays(FIRST, 7 * i);

/** A practice shown off in the first week and, from the week given on, on; seen every week but the last two. */
function practice(code: string, icb: string, liveFrom: number): Fact[] {
  const seen = Array.from({ length: 28 }, (_, i) => i);
  return [
    listing({ code, icb }),
    membership({ code, icb, icbName: `ICB ${icb}` }),
    ...seen.flatMap((i) =>
      extract({
        code,
        asAt: week(i),
        on: i >= liveFrom,
        ...(i >= liveFrom ? { since: week(liveFrom) } : {}),
      }),
    ),
  ];
}

const FACTS = Array.from({ length: 20 }, (_, i) => [
  ...practice(`A810${10 + i}`, 'QHM', 2 + 2 * i),
  ...practice(`B810${10 + i}`, 'QOX', i < 4 ? 3 : 99),
]).flat();
const ASK: ForecastsAsk = {
  by: 'icb',
  clocks: clocksOfWeek(week(29)),
  target: 90,
  deadline: null,
};
const forecasts = forecastsOf(FACTS, ASK)!;

describe('forecasts from facts', () => {
  test('one for each scope, by code, up to the last week that extracts reach', () => {
    expect(forecasts.upTo).toBe(week(27));
    expect(forecasts.scopes.map(({ code, name, live }) => [code, name, live])).toEqual([
      ['QHM', 'ICB QHM', 13],
      ['QOX', 'ICB QOX', 4],
    ]);
    expect(forecasts.scopes[0]?.outlook.kind).toBe('expected');
    expect(forecasts.scopes[1]?.outlook).toEqual({ kind: 'no-progress', weeks: 24 });
  });

  test('the order of facts and scopes changes none', () => {
    expect(forecastsOf(FACTS.toReversed(), ASK)).toEqual(forecasts);
    const own = FACTS.filter((fact) => fact.practice.startsWith('A'));
    expect(forecastsOf(own, ASK)?.scopes).toEqual(forecasts.scopes.slice(0, 1));
  });

  test('what was received after the week plays no part', () => {
    const early = forecastsOf(FACTS, { ...ASK, clocks: clocksOfWeek(week(20)) });
    const known = FACTS.filter((fact) => fact.receivedAt <= clocksOfWeek(week(20)).knownAt);
    expect(early).toEqual(forecastsOf(known, { ...ASK, clocks: clocksOfWeek(week(20)) }));
    expect(early?.scopes[0]?.live).toBeLessThan(13);
  });

  test('the target in force and its date are taken where none is named', () => {
    expect(forecastsOf(FACTS, { ...ASK, target: null })).toMatchObject({
      target: 100,
      deadline: '2023-10-31',
    });
    expect(forecasts.deadline).toBeNull();
  });

  test('without a target in force, none is made up', () => {
    const clocks = clocksOfWeek(day('2019-01-07'));
    expect(forecastsOf(FACTS, { ...ASK, target: null, clocks })).toBeNull();
  });

  test('without extracts there is no history, and nothing is forecast', () => {
    expect(forecastsOf([listing()], ASK)).toMatchObject({ upTo: null, scopes: [] });
  });

  test('all back-tests together are the sum of each', () => {
    const [one, other] = forecasts.scopes.map(({ backTest }) => backTest);
    expect(forecasts.together).toEqual({
      held: one!.held + other!.held,
      checked: one!.checked + other!.checked,
    });
  });
});

describe('the table of forecasts', () => {
  test('has the interval, and the measured cover in percent', () => {
    const deadline = week(37);
    const [row] = forecastTable(forecastsOf(FACTS, { ...ASK, deadline })!).rows;
    expect(row).toMatchObject({
      scope_type: 'icb',
      scope_code: 'QHM',
      live_pct: 65,
      outlook: 'expected',
      deadline,
    });
    const { deadline_pct_lower: low, deadline_pct: point, deadline_pct_upper: high } = row!;
    expect(Number(low)).toBeLessThanOrEqual(Number(point));
    expect(Number(point)).toBeLessThanOrEqual(Number(high));
    expect(coverOf({ held: 3, checked: 4 })).toBe(75);
    expect(coverOf({ held: 0, checked: 0 })).toBeNull();
  });

  const expected = (earliest: string | null, on: string | null, latest: string | null): Outlook => {
    const dayOf = (text: string | null) => (text === null ? null : day(text));
    return { kind: 'expected', earliest: dayOf(earliest), on: dayOf(on), latest: dayOf(latest) };
  };
  test.each([
    {
      outlook: { kind: 'reached', since: day('2023-12-04') } as const,
      says: '90% has been reached, and held since 4 December 2023.',
    },
    {
      outlook: { kind: 'too-little-history', weeks: 9 } as const,
      says: 'Too little history: 9 weeks, and a forecast needs 13.',
    },
    {
      outlook: expected('2024-01-08', '2024-02-12', '2024-05-06'),
      says: '90% by 12 February 2024 (80% interval: 8 January 2024 to 6 May 2024).',
    },
    {
      outlook: expected('2024-01-08', '2024-02-12', null),
      says: '90% by 12 February 2024 (80% interval: from 8 January 2024; its late end is not within two years).',
    },
    {
      outlook: expected('2024-01-08', null, null),
      says: '90% is not within two years at this pace (80% interval: from 8 January 2024; its late end is not within two years).',
    },
    {
      outlook: expected(null, null, null),
      says: '90% is not within two years at this pace.',
    },
  ])('$says', ({ outlook, says }) => {
    expect(outlookInWords(outlook, 90)).toBe(says);
  });
});
