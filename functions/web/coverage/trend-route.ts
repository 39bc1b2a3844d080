import * as z from 'zod';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { ownOf } from './figures.ts';
import { isIn } from './place.ts';
import { OfQuery, placeOf } from './trend-ask.ts';
import { trendView } from './trend-page.ts';
import { seriesOf } from './trend-series.ts';

const Ask = z.object(OfQuery);
export type TrendAsk = z.output<typeof Ask>;

const Says = z.object({
  of: z.object({ type: z.string(), code: z.string(), name: z.string() }),
  own: z.boolean().describe('Whether every practice of the place today is one that you may see'),
  places: z
    .array(z.object({ value: z.string(), text: z.string() }))
    .describe('Places to choose from'),
});
export type TrendSays = z.infer<typeof Says>;

/** `/trend`: coverage and newly live practices, week by week. */
export const trendRoute = reading({
  path: '/trend',
  about: 'Coverage week by week, and practices newly live with the limits of what is usual.',
  clocks: true,
  keep: true,
  ask: Ask,
  action: 'read-figures',
  on: async () => ({ kind: 'figures' }),
  answers: Says,
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
