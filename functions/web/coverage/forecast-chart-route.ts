import type * as z from 'zod';
import { ClocksQuery, clocksAsked } from '../clocks.ts';
import type { WebDeps } from '../deps.ts';
import { type Asked, download, type WebFile } from '../route.ts';
import { ForecastQuery, forecastPlace, forecastTableFor } from './forecast-answer.ts';
import { inTurn } from './in-turn.ts';
import { seriesOf } from './trend-series.ts';

const Ask = ClocksQuery.extend(ForecastQuery.shape);
type Ask = z.output<typeof Ask>;

/** `/forecast.svg`: the forecast of one place as a chart. */
export const forecastChartRoute = download({
  path: '/forecast.svg',
  about:
    'A chart of the forecast of one place: its history, what is expected, the interval and the target.',
  ask: Ask,
  action: 'read-figures',
  on: async () => ({ kind: 'figures' }),
  file: chartAsked,
});

async function chartAsked(
  deps: WebDeps,
  { ask, member, moment }: Asked<Ask>,
): Promise<WebFile | null> {
  const clocks = clocksAsked(ask, { today: deps.today(), moment });
  const of = forecastPlace(ask);
  if (of === null) return null;
  const found = await forecastTableFor(deps, { ask, member, clocks });
  const forecast = found?.table.rows[0];
  const series = await seriesOf(deps, { member, clocks, of });
  if (forecast === undefined || series === null) return null;
  // Loaded only here: they bring what draws.
  const [{ forecastChart }, { byWeek }] = await Promise.all([
    import('../../../shared/release/charts/forecast-chart.ts'),
    import('../../../shared/release/charts/rows.ts'),
  ]);
  const weeks = byWeek(series.trend.rows);
  const chart = await inTurn(() => forecastChart({ of: series.name, weeks, forecast }));
  if (chart === null) return null;
  const bytes = new TextEncoder().encode(chart.svg);
  return { name: 'forecast.svg', type: 'image/svg+xml', bytes };
}
