import * as z from 'zod';
import { RULES } from '../../../shared/alert/rule.ts';

const text = z.string().nullable();
const date = z.string();

export const EpisodeSays = z.object({
  id: z.string(),
  practice: z.string(),
  name: text,
  ...{ icb: text, pcn: text },
  patients: z.int().nullable(),
  rule: z.enum(RULES),
  rule_words: z.string(),
  ...{ because: z.string(), closed_by: z.string() },
  since: date.describe('The day on which the state of things began that the alert is about'),
  found_from: date.describe('The first day on which the rule held'),
  noticed_on: date,
  on: date.describe('The day up to which its age is counted'),
  weeks_open: z.int(),
  state: z.enum(['new', 'escalated', 'open', 'snoozed', 'closed']),
  step: z.string(),
  ladder: z.array(
    z.object({ step: z.string(), says: z.string(), due_on: date, is_reached: z.boolean() }),
  ),
  closed: z
    .object({ on: date, words: z.string(), passed_to: text, may_follow: z.boolean() })
    .nullable(),
  reopens: text,
  passed_from: z.array(z.string()),
  standing: z
    .object({
      assigned_to: text,
      snoozed_until: text,
      snooze_reason: text,
      chases: z.int(),
    })
    .nullable()
    .describe('What people did about it; null for those who are not told'),
  may_act: z.boolean(),
  noted_on: date.describe('The day that an act noted now is of'),
});
export type EpisodeSays = z.infer<typeof EpisodeSays>;
