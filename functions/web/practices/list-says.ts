import * as z from 'zod';
import { SIGNALS, STATUSES } from '../../../shared/state/decision.ts';

export const ListSays = z.object({
  as_at: z.string(),
  practices: z.int().describe('All that are asked for'),
  patients: z.int().describe('Registered with them'),
  by_status: z.array(z.object({ status: z.enum(STATUSES), practices: z.int() })),
  signals: z.array(z.enum(SIGNALS)).describe('Those that any practice you may see has'),
  page: z.int(),
  pages: z.int(),
});
export type ListSays = z.infer<typeof ListSays>;
