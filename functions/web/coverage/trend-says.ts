import * as z from 'zod';
import { OfQuery } from './trend-ask.ts';

export const TrendAsk = z.object(OfQuery);
export type TrendAsk = z.output<typeof TrendAsk>;

export const TrendSays = z.object({
  of: z.object({ type: z.string(), code: z.string(), name: z.string() }),
  own: z.boolean().describe('Whether every practice of the place today is one that you may see'),
  places: z
    .array(z.object({ value: z.string(), text: z.string() }))
    .describe('Places to choose from'),
});
export type TrendSays = z.infer<typeof TrendSays>;
