import * as z from 'zod';
import type { Member } from '../../../shared/access/member.ts';
import { type Day, isDay } from '../../../shared/calendar/day.ts';
import type { ScopeType } from '../../../shared/coverage/coverage-row.ts';
import { addedUp } from '../../../shared/coverage/forecast/back-test.ts';
import { forecastTable } from '../../../shared/coverage/forecast/forecast-table.ts';
import {
  type Forecasts,
  type ForecastsAsk,
  forecastsOf,
} from '../../../shared/coverage/forecast/forecasts.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import type { WebDeps } from '../deps.ts';
import type { Asked } from '../route.ts';
import type { OnDay } from '../world.ts';
import { isSmall, ownOf } from './figures.ts';
import { type Kept, keptLast, momentKey } from './kept.ts';
import { isIn, type Place, placeFrom } from './place.ts';

/** The cuts that have practices enough. */
export const FORECAST_LEVELS = ['national', 'region', 'icb', 'sub-icb'] as const;
type ForecastLevel = (typeof FORECAST_LEVELS)[number];

function isForecastLevel(level: ScopeType | undefined): level is ForecastLevel {
  return (FORECAST_LEVELS as readonly (ScopeType | undefined)[]).includes(level);
}

/** What a forecast can be asked for. */
export const ForecastQuery = z.object({
  by: z
    .enum(FORECAST_LEVELS, `Name one of: ${FORECAST_LEVELS.join(', ')}`)
    .default('national')
    .describe('One forecast for each of these'),
  of: z
    .string()
    .refine(
      (words) => words === '' || isForecastLevel(placeFrom(words)?.type),
      'Write a place as icb:QHM, region:Y63 or sub-icb:07G',
    )
    .optional()
    .describe('Only the forecast of this place, such as icb:QHM; `by` is then its own level'),
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
export type ForecastAsk = z.output<typeof ForecastQuery>;

/** The place that a forecast is asked of: one row; null: all places of the level that is asked for. */
export function forecastPlace({ by, of }: Pick<ForecastAsk, 'by' | 'of'>): ForecastPlace | null {
  const named = of ? placeFrom(of) : null;
  if (named !== null && isForecastLevel(named.type)) return { type: named.type, code: named.code };
  return by === 'national' ? { type: 'national', code: 'ENGLAND' } : null;
}
type ForecastPlace = Place & { readonly type: ForecastLevel };

/** The forecasts asked for, and their table; null: no target was in force, and none is named. */
export async function forecastTableFor(
  { world }: Pick<WebDeps, 'world'>,
  { ask, member, clocks }: Pick<Asked<ForecastAsk>, 'ask' | 'member' | 'clocks'>,
) {
  const { target = null, deadline = null } = ask;
  const of = forecastPlace(ask);
  const by = of?.type ?? ask.by;
  const onDay = await world.on(clocks);
  const all = keptForecasts(world, member, { onDay, ask: { by, clocks, target, deadline } });
  const forecasts = all && (of === null ? all : ofPlace(all, of));
  return forecasts && { by, forecasts, table: forecastTable(forecasts) };
}

/** One place's forecast, with its own past alone to judge it by. */
function ofPlace(forecasts: Forecasts, { code }: Place): Forecasts {
  const scopes = forecasts.scopes.filter(
    (scope) => scope.code.toLowerCase() === code.toLowerCase(),
  );
  return { ...forecasts, scopes, together: addedUp(scopes.map(({ backTest }) => backTest)) };
}

/** Places from which a practice of theirs came are another's matter. */
function ofOwnPlaces(forecasts: Forecasts, own: readonly PracticeOnDay[]): Forecasts {
  const scopes = forecasts.scopes.filter(({ scopeType: type, code }) =>
    own.some(isIn({ type, code })),
  );
  return { ...forecasts, scopes, together: addedUp(scopes.map(({ backTest }) => backTest)) };
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
    const forecasts = forecastsOf(own, ask);
    return forecasts && ofOwnPlaces(forecasts, ownOf(member, practices));
  });
}
