import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { ownOf } from './figures.ts';
import { isIn } from './place.ts';
import { placeOf } from './trend-ask.ts';
import { trendView } from './trend-page.ts';
import { TrendAsk, TrendSays } from './trend-says.ts';
import { seriesOf } from './trend-series.ts';

/** `/trend`: coverage and newly live practices, week by week. */
export const trendRoute = reading({
  path: '/trend',
  about: 'Coverage week by week, and practices newly live with the limits of what is usual.',
  clocks: true,
  keep: true,
  ask: TrendAsk,
  action: 'read-figures',
  on: async () => ({ kind: 'figures' }),
  answers: TrendSays,
  answer: answerOf,
  page: trendView,
});

async function answerOf(
  deps: WebDeps,
  { ask, member, clocks }: Asked<TrendAsk>,
): Promise<Answer<TrendSays> | null> {
  const of = placeOf(ask, member);
  const series = await seriesOf(deps, { member, clocks, of });
  if (series === null) return null;
  const { practices, names } = await deps.world.on(clocks);
  const there = practices.filter(isIn(of));
  const code = String(series.trend.rows[0]!['scope_code']);
  const icbs = new Set(practices.flatMap(({ place }) => place.icb ?? []));
  return {
    says: {
      of: { type: of.type, code, name: series.name },
      own: ownOf(member, there).length === there.length,
      places: [
        { value: '', text: 'England' },
        ...[...icbs].sort().map((icb) => ({
          value: `icb:${icb}`,
          text: names.icb.get(icb) ?? icb,
        })),
      ],
    },
    tables: [series.trend, series.xmr],
  };
}
