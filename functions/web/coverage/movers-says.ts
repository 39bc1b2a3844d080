import * as z from 'zod';
import { CAUSES } from '../../../shared/coverage/moved/leg.ts';
import { oneOf } from '../list/asked-words.ts';
import { PartQuery } from '../list/part-of-list.ts';
import { isInOrder, OUT_OF_ORDER, WeeksQuery } from './weeks-asked.ts';

const code = z
  .string()
  .regex(/^[A-Za-z0-9 ]{0,20}$/, 'Write a code, such as QHM')
  .optional();
export const MoversAsk = z
  .object({
    ...WeeksQuery,
    cause: oneOf(CAUSES).describe('Only steps of this cause'),
    region: code.describe('Only practices that are in this region, or were'),
    icb: code.describe('Only practices that are in this ICB, or were'),
    'sub-icb': code.describe('Only practices that are in this sub-ICB, or were'),
    pcn: code.describe('Only practices that are in this network, or were'),
    supplier: code.describe('Only practices on this supplier’s system, or that were'),
    ...PartQuery,
  })
  .refine(isInOrder, OUT_OF_ORDER);
export type MoversAsk = z.output<typeof MoversAsk>;

export const MoversSays = z.object({
  from: z.string(),
  to: z.string(),
  own: z.array(z.string()).describe('Those of these rows that are yours on the later day'),
  steps: z.int().describe('All that are asked for'),
  practices: z.int(),
  page: z.int(),
  pages: z.int(),
});
export type MoversSays = z.infer<typeof MoversSays>;
