import * as z from 'zod';
import { FORECAST_LEVELS } from './forecast-answer.ts';

export const ForecastSays = z.object({
  by: z.enum(FORECAST_LEVELS).describe('The level of each row'),
  target: z.number().nullable().describe('Null: none was in force, and none is asked for'),
  deadline: z.string().nullable(),
  history_to: z.string().nullable().describe('The last week that extracts reach'),
  held: z.int().describe('Past outcomes within the interval that would have been forecast'),
  checked: z.int(),
  cover_pct: z.number().nullable(),
  own: z.array(z.string()).describe('Codes of rows whose practices you may see'),
});
export type ForecastSays = z.infer<typeof ForecastSays>;
