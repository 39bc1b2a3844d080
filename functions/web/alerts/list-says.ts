import * as z from 'zod';
import { RULES } from '../../../shared/alert/rule.ts';
import { IcbAsked, oneOf } from '../list/asked-words.ts';
import { PartQuery } from '../list/part-of-list.ts';
import { ORDERS } from './open-alerts.ts';

/** What `/alerts` is asked for. */
const STATES = ['new', 'escalated', 'open', 'snoozed'] as const;

export const AlertsAsk = z.object({
  icb: IcbAsked.describe('Only practices of this ICB, by its code'),
  practice: z
    .string()
    .regex(/^([A-Za-z][A-Za-z0-9]{5})?$/, 'Write a practice’s code, such as A81001')
    .transform((code) => code.toUpperCase() || undefined)
    .optional()
    .describe('Only alerts of this practice, by its code'),
  rule: oneOf(RULES).describe('Only alerts of this rule'),
  state: oneOf(STATES).describe('Only those that are new, have escalated, are open or are snoozed'),
  sort: oneOf(ORDERS).describe(
    'longest open first (by itself), most patients first, or new first and then escalated',
  ),
  ...PartQuery,
});
export type AlertsAsk = z.output<typeof AlertsAsk>;

export const AlertsSays = z.object({
  on: z.string().describe('The day up to which ages are counted'),
  found_on: z
    .string()
    .nullable()
    .describe('The day of the run that found them; null: none has run'),
  alerts: z.int().describe('All that are asked for'),
  practices: z.int(),
  by_rule: z.array(z.object({ rule: z.enum(RULES), words: z.string(), alerts: z.int() })),
  by_state: z.array(z.object({ state: z.string(), words: z.string(), alerts: z.int() })),
  icbs: z.array(z.object({ code: z.string(), name: z.string() })),
  page: z.int(),
  pages: z.int(),
  with_acts: z.boolean().describe('Whether the rows say what people did about them'),
});
export type AlertsSays = z.infer<typeof AlertsSays>;
