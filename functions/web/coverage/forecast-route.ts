import { coverOf } from '../../../shared/coverage/forecast/forecast-table.ts';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { type ForecastAsk, ForecastQuery, forecastTableFor } from './forecast-answer.ts';
import { forecastView } from './forecast-page.ts';
import { ForecastSays } from './forecast-says.ts';
import { rowsSeen } from './rows-seen.ts';

/** `/forecast`: when a target will be reached, as a range, and how good such ranges were so far. */
export const forecastRoute = reading({
  path: '/forecast',
  about: 'When a target will be reached, as a range, and how good such ranges were so far.',
  clocks: true,
  keep: true,
  ask: ForecastQuery,
  action: 'read-figures',
  on: async () => ({ kind: 'figures' }),
  answers: ForecastSays,
  answer: answerOf,
  page: forecastView,
});

const NONE = { target: null, deadline: null, history_to: null, held: 0, checked: 0 } as const;

async function answerOf(deps: WebDeps, asked: Asked<ForecastAsk>): Promise<Answer<ForecastSays>> {
  const found = await forecastTableFor(deps, asked);
  if (found === null) {
    const { by } = asked.ask;
    return { says: { ...NONE, by, cover_pct: null, own: [] }, tables: [] };
  }
  const { by, forecasts, table } = found;
  const { together, scopes, target, deadline, upTo } = forecasts;
  return {
    says: {
      ...{ by, target, deadline, history_to: upTo },
      ...together,
      cover_pct: coverOf(together),
      own: rowsSeen(
        asked.member,
        by,
        scopes.map(({ code }) => code),
      ),
    },
    tables: [table],
  };
}
