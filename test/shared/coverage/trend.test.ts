import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, endOfLondonDay } from '../../../shared/calendar/day.ts';
import { coverage } from '../../../shared/coverage/coverage.ts';
import { DENOMINATORS, SCOPE_TYPES } from '../../../shared/coverage/coverage-row.ts';
import { placeNames } from '../../../shared/coverage/names.ts';
import { type TrendAsk, trendsOf } from '../../../shared/coverage/trend.ts';
import { TREND_COLUMNS } from '../../../shared/coverage/trend-row.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { groupByPractice } from '../../../shared/state/practice-on-day.ts';
import { practicesByWeek } from '../../../shared/state/weeks.ts';
import { exemption, extract, listing, listSize, membership } from '../builders.ts';
import { anyMovers } from './moved/any-movers.ts';

const FIRST = day('2022-11-07');
const weeksOf = (count: number): readonly Day[] =>
  Array.from({ length: count }, (_, i) => addDays(FIRST, 7 * i));

const askFor = (count: number) => ({
  weeks: weeksOf(count),
  knownAt: (week: Day) => endOfLondonDay(week),
});

function walk(facts: readonly Fact[], count: number) {
  return practicesByWeek(groupByPractice(facts), askFor(count));
}

function trendRows(facts: readonly Fact[], count: number, ask: TrendAsk) {
  return trendsOf(groupByPractice(facts), askFor(count), [ask])[0]!;
}

const names = placeNames([]);
const SHARED = TREND_COLUMNS.filter(
  (column) => column !== 'week' && column !== 'newly_live' && column !== 'no_longer_live',
);

describe('a trend of any histories', () => {
  test('has the counts of the coverage of each week, and no scope twice', () => {
    const anyAsk = fc.record({
      by: fc.constantFrom(...SCOPE_TYPES),
      denominator: fc.constantFrom(...DENOMINATORS),
    });
    fc.assert(
      fc.property(anyMovers, anyAsk, (facts, ask) => {
        const rows = trendRows(facts, 12, ask);
        const expected = [...walk(facts, 12)].flatMap(({ week, policy, practices }) =>
          coverage(practices, { ...ask, policy, names })
            .filter((row) => row.practices !== 0 || ask.by === 'national')
            .map((row) => ({ week, ...pick(row) })),
        );
        const peopled = rows.filter((row) => row.practices !== 0 || ask.by === 'national');
        expect(peopled.map(({ week, ...row }) => ({ week, ...pick(row) }))).toEqual(expected);
        const keys = rows.map(({ week, scope_code }) => `${week} ${scope_code}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 80 },
    );
  });

  test('tells of England how live changed from week to week', () => {
    fc.assert(
      fc.property(anyMovers, fc.constantFrom(...DENOMINATORS), (facts, denominator) => {
        const rows = trendRows(facts, 12, { by: 'national', denominator });
        expect([rows[0]?.newly_live, rows[0]?.no_longer_live]).toEqual([null, null]);
        for (const [i, row] of rows.entries()) {
          if (i === 0) continue;
          const change = Number(row.live) - Number(rows[i - 1]!.live);
          expect(Number(row.newly_live) - Number(row.no_longer_live)).toBe(change);
        }
      }),
      { numRuns: 80 },
    );
  });
});

function pick(row: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(SHARED.map((column) => [column, row[column]]));
}

describe('newly live', () => {
  const open = (code: string, icb = 'QHM') => [
    listing({ code, icb }),
    listSize({ code, patients: 1000 }),
    membership({ code, icb, supplier: 'TPP' }),
  ];
  const shown = (on: boolean, asAt: string, code = 'A81001') =>
    extract({ code, asAt, on, supplier: 'TPP' });

  const ends = (facts: readonly Fact[], ask: Partial<TrendAsk> = {}) =>
    trendRows(facts, 3, { by: 'national', denominator: 'open', ...ask }).map((row) => [
      row.week,
      row.scope_code,
      row.live,
      row.newly_live,
      row.no_longer_live,
    ]);

  test('is one that was not live the week before, and only in that week', () => {
    expect(ends([...open('A81001'), ...shown(true, '2022-11-10')])).toEqual([
      ['2022-11-07', 'ENGLAND', 0, null, null],
      ['2022-11-14', 'ENGLAND', 1, 1, 0],
      ['2022-11-21', 'ENGLAND', 1, 0, 0],
    ]);
  });

  test('is one that goes when another comes: both are told', () => {
    const facts = [
      ...[...open('A81001'), ...shown(true, '2022-11-01'), ...shown(false, '2022-11-10')],
      ...[...open('A81002'), ...shown(true, '2022-11-10', 'A81002')],
    ];
    expect(ends(facts)[1]).toEqual(['2022-11-14', 'ENGLAND', 1, 1, 1]);
  });

  test('is one that comes into the denominator live, and no longer one that leaves it', () => {
    const live = [...open('A81001'), ...shown(true, '2022-11-01')];
    const exempt = exemption({
      level: 'national',
      effectiveOn: '2022-11-10',
      asAt: '2022-11-10',
      endsOn: '2022-11-16',
    });
    expect(ends([...live, exempt])).toEqual([
      ['2022-11-07', 'ENGLAND', 1, null, null],
      ['2022-11-14', 'ENGLAND', 0, 0, 1],
      ['2022-11-21', 'ENGLAND', 1, 1, 0],
    ]);
  });

  test('is nobody who moves from one ICB to another while live', () => {
    const facts = [
      ...[...open('A81001'), ...shown(true, '2022-11-01')],
      membership({ icb: 'QWO', supplier: 'TPP', asAt: '2022-11-10' }),
      listing({ icb: 'QWO', asAt: '2022-11-10' }),
    ];
    expect(ends(facts, { by: 'icb' })).toEqual([
      ['2022-11-07', 'QHM', 1, null, null],
      ['2022-11-14', 'QWO', 1, 0, 0],
      ['2022-11-21', 'QWO', 1, 0, 0],
    ]);
  });

  test('is counted in the second week, though in the first no scope was known', () => {
    const receivedAt = '2022-11-10T09:00:00Z';
    const facts = [
      listing({ receivedAt }),
      ...extract({ asAt: '2022-11-01', on: true, receivedAt }),
    ];
    expect(ends(facts, { by: 'icb' })[0]).toEqual(['2022-11-14', 'QHM', 1, 1, 0]);
  });

  test('no longer live is told of a scope even where nobody is left', () => {
    const facts = [
      ...[...open('A81001'), ...shown(true, '2022-11-01')],
      listing({ closedOn: '2022-11-09', asAt: '2022-11-08' }),
      ...open('A81002', 'QWO'),
    ];
    expect(ends(facts, { by: 'icb' }).slice(2)).toEqual([
      ['2022-11-14', 'QHM', 0, 0, 1],
      ['2022-11-14', 'QWO', 0, 0, 0],
      ['2022-11-21', 'QWO', 0, 0, 0],
    ]);
  });
});

describe('the walk', () => {
  test('makes several trends at once, each as if alone', () => {
    const facts = [listing(), membership(), listSize(), listing({ code: 'A81002', icb: 'QWO' })];
    const asks = [
      { by: 'national', denominator: 'open' },
      { by: 'icb', denominator: 'listed' },
    ] as const;
    const together = trendsOf(groupByPractice(facts), askFor(4), asks);
    const alone = asks.map((ask) => trendRows(facts, 4, ask));
    expect(together).toEqual(alone);
  });

  test('gives England a row in every week, also where nothing is known', () => {
    const rows = trendRows([], 2, { by: 'national', denominator: 'open' });
    expect(rows.map(({ practices, live_pct }) => [practices, live_pct])).toEqual([
      [0, null],
      [0, null],
    ]);
  });

  test('has the columns of a trend, in their order', () => {
    const [row] = trendRows([listing()], 1, { by: 'icb', denominator: 'open' });
    expect(Object.keys(row!)).toEqual([...TREND_COLUMNS]);
  });
});
