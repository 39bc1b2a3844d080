import * as z from 'zod';
import { byQuery, isInOrder, OUT_OF_ORDER, WeeksQuery } from './weeks-asked.ts';

export const CompareAsk = z
  .object({ ...WeeksQuery, by: byQuery('icb') })
  .refine(isInOrder, OUT_OF_ORDER);
export type CompareAsk = z.output<typeof CompareAsk>;

export const CompareSays = z.object({
  from: z.string(),
  to: z.string(),
  published: z
    .object({ from: z.string(), to: z.string(), place: z.string() })
    .nullable()
    .describe('Versions of the releases that the figures are from; null: worked out now'),
  own: z.array(z.string()).describe('Codes of rows whose practices you may see'),
});
export type CompareSays = z.infer<typeof CompareSays>;
