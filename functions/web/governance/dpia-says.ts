import * as z from 'zod';
import { IcbAsked, oneOf } from '../list/asked-words.ts';
import { PartQuery } from '../list/part-of-list.ts';

export const DPIA_SHOWN = ['overdue', 'not-reviewed', 'opt-in', 'automatic'] as const;
export type DpiaShown = (typeof DPIA_SHOWN)[number];

export const DpiasAsk = z.object({
  icb: IcbAsked.describe('Only practices of this ICB, by its code'),
  show: oneOf(DPIA_SHOWN).describe(
    'Only those whose review is overdue, that nobody reviewed, or of one outcome',
  ),
  ...PartQuery,
});
export type DpiasAsk = z.output<typeof DpiasAsk>;

export const DpiasSays = z.object({
  practices: z.int(),
  counts: z.object({
    all: z.int(),
    ...Object.fromEntries(DPIA_SHOWN.map((shown) => [shown, z.int()])),
  } as { all: z.ZodInt } & Record<DpiaShown, z.ZodInt>),
  icbs: z.array(z.object({ code: z.string(), name: z.string() })),
  page: z.int(),
  pages: z.int(),
});
export type DpiasSays = z.infer<typeof DpiasSays>;
