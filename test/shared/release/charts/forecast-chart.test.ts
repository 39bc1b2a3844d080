import { describe, expect, test } from 'vitest';
import { day } from '../../../../shared/calendar/day.ts';
import { forecastChart } from '../../../../shared/release/charts/forecast-chart.ts';

const WEEKS = [
  ['2023-11-06', 54.5],
  ['2023-11-13', 63.3],
  ['2023-11-20', 71.6],
  ['2023-11-27', 78],
].map(([week, live_pct]) => ({ week: day(String(week)), live_pct: live_pct! }));
const FORECAST = {
  history_to: '2023-11-20',
  live_pct: 71.6,
  target_pct: 90,
  deadline: '2024-03-31',
  deadline_pct: 94.8,
  deadline_pct_lower: 58.2,
  deadline_pct_upper: 98.1,
};

describe('the chart of a forecast', () => {
  test('says where it begins, what is expected, how sure that is, and the target', async () => {
    const chart = await forecastChart({ of: 'England', weeks: WEEKS, forecast: FORECAST });
    expect(chart!.says).toBe(
      'On 20 November 2023, the last week that extracts reach, 71.6% of open practices in England were live. On 31 March 2024 94.8% are expected, with an 80% interval from 58.2% to 98.1%; the target is 90%.',
    );
    for (const label of ['Target 90%', 'Expected 94.8%', 'At most 98.1%', 'At least 58.2%']) {
      expect(chart!.svg).toContain(`>${label}</text>`);
    }
    // The week that extracts do not reach yet is not drawn as if it were known.
    expect(chart!.svg).not.toContain('27 Nov 2023');
    expect(chart!.svg).not.toMatch(/<script|\sstyle=|href=/);
  });

  test('is the same whatever was drawn before', async () => {
    const ask = { of: 'England', weeks: WEEKS, forecast: FORECAST };
    const first = await forecastChart(ask);
    await forecastChart({ ...ask, of: 'Another' });
    expect(await forecastChart(ask)).toEqual(first);
  });

  test.each([
    ['the deadline has passed', { deadline: '2023-11-20' }],
    ['there is no deadline', { deadline: null }],
    ['there is too little history to expect anything', { deadline_pct: null }],
    ['nothing has been seen', { history_to: null }],
  ])('is not drawn where %s', async (_, change) => {
    const forecast = { ...FORECAST, ...change };
    expect(await forecastChart({ of: 'England', weeks: WEEKS, forecast })).toBeNull();
  });
});
