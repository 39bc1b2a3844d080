import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../../../shared/calendar/day.ts';
import { type ForecastAsk, forecastOf } from '../../../../shared/coverage/forecast/forecast.ts';
import { outlookInWords } from '../../../../shared/coverage/forecast/forecast-table.ts';
import { pastOf, spanAhead, spansAt } from '../../../../shared/coverage/forecast/spans.ts';
import { FIRST_WEEK, steady, weeksWith } from './histories.ts';

const ask = (over: Partial<ForecastAsk> = {}): ForecastAsk => ({
  target: 90,
  deadline: null,
  quietWeeks: 8,
  ...over,
});
const stopped = [...Array.from({ length: 20 }, (_, i) => 2 * i), ...Array<number>(10).fill(38)];

describe('what becomes of a target', () => {
  test.each([
    { story: 'met in the last week', weeks: steady(20, 71, 1), kind: 'reached' },
    { story: 'met to the practice', weeks: weeksWith([...stopped, 90]), kind: 'reached' },
    { story: 'one practice short of it', weeks: weeksWith([...stopped, 89]), kind: 'expected' },
    { story: 'a steady rise', weeks: steady(30, 10, 2), kind: 'expected' },
    { story: 'nobody newly live for ten weeks', weeks: weeksWith(stopped), kind: 'no-progress' },
    { story: 'nobody ever live', weeks: weeksWith(Array(20).fill(0)), kind: 'no-progress' },
    { story: 'twelve weeks', weeks: steady(12, 10, 2), kind: 'too-little-history' },
    { story: 'no week at all', weeks: [], kind: 'too-little-history' },
    { story: 'twelve weeks, and met', weeks: steady(12, 80, 2), kind: 'reached' },
  ])('$story: $kind', ({ weeks, kind }) => {
    expect(forecastOf(weeks, ask()).outlook.kind).toBe(kind);
  });

  test('no progress says for how many weeks', () => {
    const { outlook } = forecastOf(weeksWith(stopped), ask());
    expect(outlook).toEqual({ kind: 'no-progress', weeks: 10 });
    expect(outlookInWords(outlook, 90)).toBe(
      'No progress in 10 weeks: no practice has gone live, so no date is given.',
    );
  });

  test('the threshold in force says when quiet is no progress', () => {
    expect(forecastOf(weeksWith(stopped), ask({ quietWeeks: 12 })).outlook.kind).toBe('expected');
  });

  test('a target met once and lost again is not met', () => {
    expect(forecastOf(weeksWith([...stopped, 95, 80]), ask()).outlook.kind).toBe('expected');
  });

  test('a met target names the week since which it holds', () => {
    expect(forecastOf(weeksWith([...stopped, 95, 80, 90, 91]), ask()).outlook).toEqual({
      kind: 'reached',
      since: addDays(FIRST_WEEK, 7 * 32),
    });
  });

  test('a share that falls is not expected within two years', () => {
    const falling = steady(30, 89, -2).map((week) => ({ ...week, newlyLive: 1 }));
    expect(forecastOf(falling, ask()).outlook).toMatchObject({ kind: 'expected', on: null });
  });

  test('a snail’s pace is not within two years, in words', () => {
    const { outlook } = forecastOf(
      weeksWith(
        Array.from({ length: 40 }, (_, i) => 10 + Math.floor(i / 7)),
        1000,
      ),
      ask(),
    );
    expect(outlookInWords(outlook, 90)).toMatch(/^90% is not within two years at this pace/);
  });
});

/** Any history of a scope: bursts, pauses and rollbacks. */
const anyWeeks = fc
  .record({
    practices: fc.integer({ min: 1, max: 300 }),
    lean: fc.integer({ min: -25, max: 25 }),
    changes: fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 13, maxLength: 70 }),
  })
  .map(({ practices, lean, changes }) => {
    let live = lean < 0 ? practices : 0;
    const lives = changes.map((change) => {
      live = Math.min(practices, Math.max(0, live + change + lean));
      return live;
    });
    return weeksWith(lives, practices);
  });

test('the last practice is reached too: a share ahead is of whole practices', () => {
  const { outlook } = forecastOf(weeksWith([0, 0, 0, 0, 1, 2, 3, 3, 4, 5, 6, 7, 8, 9], 10), {
    ...ask({ target: 100 }),
  });
  expect(outlook).toMatchObject({ kind: 'expected', on: expect.any(String) });
});

describe('the interval', () => {
  const spansOf = (live: readonly number[]) => {
    const shares = live.map((count) => count / 100);
    return spansAt(pastOf(shares), shares.length - 1);
  };
  const bursts = [0, 0, 0, 0, 9, 9, 9, 9, 9, 9, 30, 30, 30, 30, 30, 48, 50, 50, 50, 55, 60];

  test('goes no further down than the share ever did, where it never fell', () => {
    for (const { low } of spansOf(bursts)) expect(low).toBe(0.6);
  });

  test('goes down by twice the worst fall seen, and no further', () => {
    const fallen = [...bursts.slice(0, -1), 54, 60];
    const worst = 1 / 55;
    const [first] = spansOf(fallen);
    expect(first!.low).toBeLessThan(0.6);
    expect(first!.low).toBeGreaterThanOrEqual(0.6 * (1 - 2 * worst) - 1e-9);
  });

  test('is never narrower further ahead, as a part of what is left', () => {
    fc.assert(
      fc.property(anyWeeks, (weeks) => {
        const shares = weeks.map(({ live, practices }) => live / practices);
        const widths = spansAt(pastOf(shares), shares.length - 1)
          .filter(({ point }) => point < 1 - 1e-9)
          .map(({ point, high }) => (high - point) / (1 - point));
        for (const [i, width] of widths.entries()) {
          expect(width).toBeGreaterThanOrEqual((widths[i - 1] ?? 0) - 1e-6);
        }
      }),
    );
  });
});

describe('the share at a deadline', () => {
  const weeks = steady(30, 10, 2);
  const last = addDays(FIRST_WEEK, 7 * 29);

  test.each([
    { deadline: addDays(last, -1), is: 'not given: it has passed' },
    { deadline: addDays(last, 7 * 105), is: 'not given: further than two years' },
  ])('is $is', ({ deadline }) => {
    expect(forecastOf(weeks, ask({ deadline })).atDeadline).toBeNull();
  });

  test('is the share itself within the week of the deadline', () => {
    const { atDeadline } = forecastOf(weeks, ask({ deadline: addDays(last, 6) }));
    expect(atDeadline).toEqual({ low: 0.68, point: 0.68, high: 0.68 });
  });

  test('slows down as fewer are left', () => {
    const shareIn = (n: number) =>
      forecastOf(weeks, ask({ deadline: addDays(last, 7 * n) })).atDeadline!.point;
    expect(shareIn(1) - shareIn(0)).toBeGreaterThan(shareIn(10) - shareIn(9));
  });

  test('is given also where nothing moves', () => {
    const deadline = day('2023-10-01');
    expect(forecastOf(weeksWith(stopped), ask({ deadline })).atDeadline).not.toBeNull();
  });
});

const NEVER = '9999-12-31';
const dated = (on: string | null) => on ?? NEVER;

describe('laws of forecasts', () => {
  test('an interval lies between 0% and 100% and holds its point, however far ahead', () => {
    fc.assert(
      fc.property(anyWeeks, fc.integer({ min: 0, max: 104 }), (weeks, ahead) => {
        const shares = weeks.map(({ live, practices }) => live / practices);
        const spans = spansAt(pastOf(shares), shares.length - 1);
        const { low, point, high } = spanAhead(spans, shares.at(-1)!, ahead);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(point);
        expect(point).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('the dates stand in order, and a higher target is never expected earlier', () => {
    fc.assert(
      fc.property(anyWeeks, fc.integer({ min: 1, max: 99 }), (weeks, target) => {
        const [near, far] = [target, target + 1].map(
          (share) => forecastOf(weeks, ask({ target: share })).outlook,
        );
        if (near?.kind !== 'expected' || far?.kind !== 'expected') return;
        expect(dated(near.earliest) <= dated(near.on)).toBe(true);
        expect(dated(near.on) <= dated(near.latest)).toBe(true);
        for (const end of ['earliest', 'on', 'latest'] as const) {
          expect(dated(near[end]) <= dated(far[end])).toBe(true);
        }
      }),
    );
  });

  test('a series that stops says so, whatever came before', () => {
    fc.assert(
      fc.property(anyWeeks, fc.integer({ min: 8, max: 30 }), (weeks, quiet) => {
        const { practices } = weeks[0]!;
        const lives = weeks.map(({ live }) => live);
        const all = weeksWith([...lives, ...Array<number>(quiet).fill(lives.at(-1)!)], practices);
        const { outlook } = forecastOf(all, ask());
        expect(['no-progress', 'reached']).toContain(outlook.kind);
        if (outlook.kind === 'no-progress') expect(outlook.weeks).toBeGreaterThanOrEqual(quiet);
      }),
    );
  });

  test('how far ahead a past forecast was right does not depend on later weeks', () => {
    fc.assert(
      fc.property(anyWeeks, fc.nat(), (weeks, at) => {
        const shares = weeks.map(({ live, practices }) => live / practices);
        const t = at % shares.length;
        expect(spansAt(pastOf(shares), t)).toEqual(spansAt(pastOf(shares.slice(0, t + 1)), t));
      }),
    );
  });
});
