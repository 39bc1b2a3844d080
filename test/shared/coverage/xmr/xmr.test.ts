import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../../../shared/calendar/day.ts';
import { newlyLiveXmr } from '../../../../shared/coverage/xmr/newly-live.ts';
import { type XmrOptions, xmr } from '../../../../shared/coverage/xmr/xmr.ts';
import { XMR_COLUMNS, xmrTable } from '../../../../shared/coverage/xmr/xmr-table.ts';
import { POLICY } from '../../../../shared/policy/timeline.ts';

const FIRST = day('2023-01-02');
const weekOf = (i: number) => addDays(FIRST, 7 * i);
const pointsOf = (values: readonly number[]) =>
  values.map((value, i) => ({ week: weekOf(i), value }));
const WHAT: XmrOptions = { counted: 'practices newly live' };
const LOCKED: XmrOptions = { ...WHAT, limitsFrom: 'first 12 weeks' };
const repeated = (pattern: readonly number[], length: number) =>
  Array.from({ length }, (_, i) => pattern[i % pattern.length]!);

describe('how many weeks limits need', () => {
  test.each([
    { weeks: 5, limits: 'none' },
    { weeks: 6, limits: 'trial' },
    { weeks: 11, limits: 'trial' },
    { weeks: 12, limits: 'settled' },
  ])('$weeks weeks: $limits', ({ weeks, limits }) => {
    const [first] = xmr(pointsOf(repeated([4, 6], weeks)), WHAT).weeks;
    expect(first?.limits).toBe(limits);
    expect(first?.mean === null).toBe(limits === 'none');
  });
});

describe('a new phase', () => {
  const steady = repeated([4, 6], 12);
  const change = { on: weekOf(10), says: 'a new date' };
  test.each([
    { story: '12 weeks above', after: repeated([9, 11], 12), begins: [12] },
    { story: '11 weeks above are not enough', after: repeated([9, 11], 11), begins: [] },
    { story: '8 weeks above after a change', after: repeated([9, 11], 8), change, begins: [12] },
    { story: '7 after a change are not enough', after: repeated([9, 11], 7), change, begins: [] },
    {
      ...{ story: '8 weeks, the change more than 28 days before', after: repeated([9, 11], 8) },
      ...{ change: { ...change, on: addDays(weekOf(12), -29) }, begins: [] },
    },
    {
      ...{ story: '8 weeks, the change only afterwards', after: repeated([9, 11], 8) },
      ...{ change: { ...change, on: addDays(weekOf(12), 1) }, begins: [] },
    },
    { story: '12 weeks below', after: repeated([0, 1], 12), begins: [12] },
    { story: 'one week on the other side', after: [...repeated([9, 11], 11), 4], begins: [] },
    {
      ...{
        story: 'a second, 12 weeks later',
        after: [...repeated([9, 11], 12), ...repeated([20, 22], 12)],
      },
      begins: [12, 24],
    },
  ])('$story', ({ after, change: known, begins }) => {
    const changes = known === undefined ? [] : [known];
    const { weeks } = xmr(pointsOf([...steady, ...after]), { ...WHAT, changes });
    const starts = weeks.flatMap((week, i) => (week.newPhase === null ? [] : [i]));
    expect(starts).toEqual(begins);
    expect(weeks.at(-1)!.phase).toBe(begins.length + 1);
  });

  test('says why, and what came before without calling it the cause', () => {
    const points = pointsOf([...steady, ...repeated([9, 11], 8)]);
    const { weeks } = xmr(points, { ...WHAT, changes: [change] });
    expect(weeks[12]?.newPhase).toBe(
      '8 weeks in a row above the mean of the phase before, 5.0, begun within 4 weeks of 13 March 2023: a new date',
    );
  });

  test('one bulk switch-on, which lifts the mean over every other week, makes none', () => {
    const values = [3, 2, 4, 500, 3, 2, 4, 3, 2, 3, 4, 3, ...repeated([2, 3, 4], 24)];
    expect(xmr(pointsOf(values), WHAT).weeks.at(-1)?.phase).toBe(1);
  });

  test('has its own mean and limits', () => {
    const { weeks } = xmr(pointsOf([...steady, ...repeated([9, 11], 12)]), WHAT);
    expect([weeks[11]?.mean, weeks[12]?.mean]).toEqual([5, 10]);
    expect(weeks[12]?.upper).toBeCloseTo(10 + 2.66 * 2, 9);
  });
});

describe('what the sentence says of the latest week', () => {
  const steady = repeated([4, 6], 12);
  test.each([
    { values: [], says: 'No week has a figure yet.' },
    {
      values: [3],
      says: 'there were 3 practices newly live; there are too few weeks (1) to say what is usual.',
    },
    {
      values: steady,
      says: 'there were 6 practices newly live: nothing unusual, as anything up to 10.3 is expected around a mean of 5.0.',
    },
    {
      values: [...steady, 1200],
      says: 'there were 1,200 practices newly live: improvement, as it is above the upper limit of 10.3.',
    },
    {
      values: repeated([4, 6], 6),
      says: 'a mean of 5.0 (trial limits, from fewer than 12 weeks).',
    },
  ])('$says', ({ values, says }) => {
    const told = xmr(pointsOf(values), LOCKED).says;
    expect(told.endsWith(says)).toBe(true);
  });
});

const series = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 50 });
const options = fc.constantFrom(WHAT, LOCKED);

test('law: the order in which weeks are given changes nothing', () => {
  fc.assert(
    fc.property(series, options, fc.integer(), (values, given, seed) => {
      const points = pointsOf(values);
      const other = points.toSorted((a, b) => keyOf(a.week, seed) - keyOf(b.week, seed));
      expect(xmr(other, given)).toEqual(xmr(points, given));
    }),
  );
});

function keyOf(week: string, seed: number): number {
  return [...week].reduce((sum, c) => (sum * 31 + c.charCodeAt(0) + seed) | 0, 7);
}

test('law: weeks to come never move a phase, nor the lines of a settled one with locked limits', () => {
  fc.assert(
    fc.property(series, fc.nat({ max: 50 }), (values, cut) => {
      const before = xmr(pointsOf(values.slice(0, cut)), LOCKED).weeks;
      const after = xmr(pointsOf(values), LOCKED).weeks;
      for (const [i, week] of before.entries()) {
        if (after[i]!.phase !== week.phase || week.limits !== 'settled') continue;
        expect([after[i]!.mean, after[i]!.upper]).toEqual([week.mean, week.upper]);
      }
      const starts = before.flatMap((week, i) => (week.newPhase === null ? [] : [i]));
      for (const i of starts) expect(after[i]!.newPhase).toBe(before[i]!.newPhase);
    }),
  );
});

test('two values for one week are refused', () => {
  const [point] = pointsOf([1]);
  expect(() => xmr([point!, point!], WHAT)).toThrow('the week of 2023-01-02 has two values');
});

describe('the table of newly live practices', () => {
  const rows = pointsOf([...repeated([4, 6], 12), 40]).map(({ week, value }) => ({
    week,
    newly_live: value,
  }));
  const series = newlyLiveXmr([{ week: '2022-12-26', newly_live: null }, ...rows], POLICY);
  const { columns, rows: drawn } = xmrTable(series);

  test('leaves out the first week, which has none before it', () => {
    expect(drawn.map(({ week }) => week)).toEqual(rows.map(({ week }) => week));
  });

  test('has a heading for every column, and every column in every row', () => {
    expect(columns.map(({ key }) => key)).toEqual(XMR_COLUMNS);
    for (const row of drawn) expect(Object.keys(row)).toEqual([...XMR_COLUMNS]);
  });

  test('gives lines with one decimal and the rule in words; limits rest on the first 12 weeks', () => {
    const { mean, upper, limits, variation, rule } = drawn.at(-1)!;
    expect({ mean, upper, limits, variation, rule }).toEqual({
      mean: 5,
      upper: 10.3,
      limits: '12 weeks or more',
      variation: 'improvement',
      rule: 'above the upper limit',
    });
  });
});
