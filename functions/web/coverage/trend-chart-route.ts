import * as z from 'zod';
import { POLICY } from '../../../shared/policy/timeline.ts';
import type { Chart } from '../../../shared/release/chart.ts';
import { ClocksQuery, clocksAsked } from '../clocks.ts';
import type { WebDeps } from '../deps.ts';
import { type Asked, download, type WebFile } from '../route.ts';
import { inTurn } from './in-turn.ts';
import { OfQuery, placeOf } from './trend-ask.ts';
import { type Series, seriesOf } from './trend-series.ts';

const CHARTS = ['coverage', 'newly-live'] as const;
const Ask = ClocksQuery.extend({
  ...OfQuery,
  chart: z.enum(CHARTS, `Name one of: ${CHARTS.join(', ')}`).default('coverage'),
});
type Ask = z.output<typeof Ask>;

/** `/trend.svg`: a chart of the trend, as it is drawn in releases. */
export const trendChartRoute = download({
  path: '/trend.svg',
  about: 'A chart of the trend: coverage week by week, or practices newly live with limits.',
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
  const series = await seriesOf(deps, { member, clocks, of: placeOf(ask, member) });
  const announced = POLICY.filter(({ announcedOn }) => announcedOn <= clocks.rulesAt);
  const chart = series && (await inTurn(() => drawn(series, ask.chart, announced)));
  if (chart === null) return null;
  const bytes = new TextEncoder().encode(chart.svg);
  return { name: `${chart.name}.svg`, type: 'image/svg+xml', bytes };
}

async function drawn(
  { name, trend, xmr }: Series,
  chart: (typeof CHARTS)[number],
  announced: typeof POLICY,
): Promise<Chart | null> {
  // Loaded only here: they bring what draws.
  if (chart === 'newly-live') {
    const { newlyLiveChart } = await import('../../../shared/release/charts/newly-live-chart.ts');
    return newlyLiveChart(name, xmr);
  }
  const [{ coverageChart }, { announcedTargets }, { byWeek }] = await Promise.all([
    import('../../../shared/release/charts/coverage-chart.ts'),
    import('../../../shared/release/charts/targets.ts'),
    import('../../../shared/release/charts/rows.ts'),
  ]);
  const targets = announcedTargets(announced);
  return coverageChart({ of: name, trend, weeks: byWeek(trend.rows), targets });
}
