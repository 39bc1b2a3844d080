import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../../../../shared/calendar/day.ts';
import { historiesOf, lastWeekSeen } from '../../../../shared/coverage/forecast/history.ts';
import { TREND_COLUMNS, type TrendRow } from '../../../../shared/coverage/trend-row.ts';

const FIRST = day('2023-01-02');
const week = (i: number): Day => addDays(FIRST, 7 * i);

function row(code: string, i: number, practices = 10): TrendRow {
  const empty = Object.fromEntries(TREND_COLUMNS.map((column) => [column, 0]));
  const said = { week: week(i), scope_code: code, practices, live: i, newly_live: i ? 1 : null };
  return { ...empty, ...said } as unknown as TrendRow;
}

describe('the weeks of each scope', () => {
  test('stand oldest first, whatever the order of rows', () => {
    const rows = [row('B', 1), row('A', 2), row('A', 0), row('B', 2), row('A', 1)];
    const histories = historiesOf(rows, week(2));
    expect(histories.get('A')?.map((one) => one.live)).toEqual([0, 1, 2]);
    expect(histories.get('B')?.map((one) => one.live)).toEqual([1, 2]);
    expect(histories.get('A')?.[0]).toEqual({
      week: week(0),
      practices: 10,
      live: 0,
      newlyLive: null,
    });
  });

  test.each([
    { story: 'weeks after the last are left out', rows: [0, 1, 2, 3], upTo: 1, are: [0, 1] },
    { story: 'a gap begins the history anew', rows: [0, 1, 3, 4], upTo: 4, are: [3, 4] },
    { story: 'a scope gone before the last week has none', rows: [0, 1], upTo: 3, are: [] },
  ])('$story', ({ rows, upTo, are }) => {
    const given = rows.map((i) => row('A', i));
    const weeks = historiesOf(given, week(upTo)).get('A');
    expect(weeks?.map((one) => one.week)).toEqual(are.map(week));
  });

  test('a week without practices begins it anew too', () => {
    const rows = [row('A', 0), row('A', 1, 0), row('A', 2), row('A', 3)];
    expect(historiesOf(rows, week(3)).get('A')).toHaveLength(2);
  });
});

describe('the last week that extracts reach', () => {
  const weeks = [week(0), week(1), week(2)];
  test.each([
    { story: 'all seen in the last week', seen: [16, 16, 16, 16], is: week(2) },
    { story: 'half seen since', seen: [3, 3, 9, 9], is: week(1) },
    { story: 'under half seen since', seen: [3, 3, 3, 9], is: week(0) },
    { story: 'most never seen', seen: [9, null, null, null], is: week(1) },
    { story: 'none ever seen', seen: [null, null, null], is: undefined },
    { story: 'nobody there', seen: [], is: undefined },
    { story: 'seen before the first week', seen: [-5], is: undefined },
  ])('$story', ({ seen, is }) => {
    const days = seen.map((days) => (days === null ? null : addDays(FIRST, days)));
    expect(lastWeekSeen(days, weeks)).toBe(is);
  });
});
