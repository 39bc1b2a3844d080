import * as z from 'zod';
import type { Member } from '../../../shared/access/member.ts';
import { type Day, isDay } from '../../../shared/calendar/day.ts';
import { coverOf, forecastTable } from '../../../shared/coverage/forecast/forecast-table.ts';
import {
  type Forecasts,
  type ForecastsAsk,
  forecastsOf,
} from '../../../shared/coverage/forecast/forecasts.ts';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import type { OnDay } from '../world.ts';
import { isSmall, ownOf } from './figures.ts';
import { forecastView } from './forecast-page.ts';
import { type Kept, keptLast, momentKey } from './kept.ts';
import { rowsSeen } from './rows-seen.ts';

/** The cuts that have practices enough. */
export const FORECAST_LEVELS = ['national', 'region', 'icb', 'sub-icb'] as const;

const Ask = z.object({
  by: z
    .enum(FORECAST_LEVELS, `Name one of: ${FORECAST_LEVELS.join(', ')}`)
    .default('national')
    .describe('One forecast for each of these'),
  target: z
    .string()
    .regex(/^(\d{1,3}(\.\d)?)?$/, 'Write a percentage over 0, up to 100, such as 90')
    .transform((text) => (text === '' ? null : Number(text)))
    .refine(
      (share) => share === null || (share > 0 && share <= 100),
      'Write a percentage over 0, up to 100, such as 90',
    )
    .optional()
    .describe('The share of practices to be live; that of the target in force where none is named'),
  deadline: z
    .string()
    .refine((text) => text === '' || isDay(text), 'Write a day as 2024-03-31')
    .transform((text) => (text === '' ? null : (text as Day)))
    .optional()
    .describe('The day to say an expected share for; that of the target where none is named'),
});
export type ForecastAsk = z.output<typeof Ask>;

const Says = z.object({
  target: z.number().nullable().describe('Null: none was in force, and none is asked for'),
  deadline: z.string().nullable(),
  history_to: z.string().nullable().describe('The last week that extracts reach'),
  held: z.int().describe('Past outcomes within the interval that would have been forecast'),
  checked: z.int(),
  cover_pct: z.number().nullable(),
  own: z.array(z.string()).describe('Codes of rows whose practices you may see'),
});
export type ForecastSays = z.infer<typeof Says>;

/** `/forecast`: when a target will be reached, as a range, and how good such ranges were so far. */
export const forecastRoute = reading({
  path: '/forecast',
  about: 'When a target will be reached, as a range, and how good such ranges were so far.',
  clocks: true,
  keep: true,
  ask: Ask,
  action: 'read-figures',
  on: async () => ({ kind: 'figures' }),
  answers: Says,
  answer: answerOf,
  page: forecastView,
});

const NONE = { target: null, deadline: null, history_to: null, held: 0, checked: 0 } as const;

async function answerOf(
  { world }: WebDeps,
  { ask, member, clocks }: Asked<ForecastAsk>,
): Promise<Answer<ForecastSays>> {
  const { by, target = null, deadline = null } = ask;
  const onDay = await world.on(clocks);
  const forecasts = keptForecasts(world, member, { onDay, ask: { by, clocks, target, deadline } });
  if (forecasts === null) return { says: { ...NONE, cover_pct: null, own: [] }, tables: [] };
  const { together, scopes } = forecasts;
  const codes = scopes.map(({ code }) => code);
  return {
    says: {
      target: forecasts.target,
      deadline: forecasts.deadline,
      history_to: forecasts.upTo,
      ...together,
      cover_pct: coverOf(together),
      own: rowsSeen(member, by, codes),
    },
    tables: [forecastTable(forecasts)],
  };
}

const WORLDS = new WeakMap<WebDeps['world'], Kept<Forecasts | null>>();

function keptForecasts(
  world: WebDeps['world'],
  member: Member,
  { onDay, ask }: { readonly onDay: OnDay; readonly ask: ForecastsAsk },
): Forecasts | null {
  const kept: Kept<Forecasts | null> = WORLDS.get(world) ?? keptLast(12);
  WORLDS.set(world, kept);
  const { known, practices } = onDay;
  const whose = isSmall(ask.by) ? JSON.stringify(member.scope) : '';
  const key = `${momentKey(known, ask.clocks)} ${ask.by} ${ask.target} ${ask.deadline} ${whose}`;
  return kept(key, () => {
    if (!isSmall(ask.by) || member.scope.type === 'england') return forecastsOf(known.facts, ask);
    const own = ownOf(member, practices).flatMap(
      ({ decision: { practice } }) => known.byPractice.get(practice) ?? [],
    );
    return forecastsOf(own, ask);
  });
}
