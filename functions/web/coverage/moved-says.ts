import * as z from 'zod';
import { byQuery, isInOrder, OUT_OF_ORDER, WeeksQuery } from './weeks-asked.ts';

export const MovedAsk = z
  .object({ ...WeeksQuery, by: byQuery('national') })
  .refine(isInOrder, OUT_OF_ORDER);
export type MovedAsk = z.output<typeof MovedAsk>;

export const MovedSays = z.object({
  from: z.string(),
  to: z.string(),
  own: z.array(z.string()).describe('Codes of rows whose practices you may see'),
});
export type MovedSays = z.infer<typeof MovedSays>;
