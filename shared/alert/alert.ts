import * as z from 'zod';
import { DaySchema } from '../calendar/day.ts';
import { PracticeCodeSchema } from '../practice/code.ts';
import { RULES } from './rule.ts';

/**
 * What a rule finds of one practice, with its proof. It says nothing of how old it is today, so that an
 * unchanged day gives the same alert.
 */
export const AlertSchema = z.object({
  practice: PracticeCodeSchema,
  rule: z.enum(RULES),
  /** What the age is counted from: the day on which the state of things began that the rule is about. */
  since: DaySchema,
  /** The first day on which the rule holds, if nothing new arrives: `since` and what the threshold allows. */
  from: DaySchema,
  /** What was found, one plain sentence with its dates. */
  because: z.string(),
  /** What would close it, one plain sentence. */
  closedBy: z.string(),
  proof: z.object({
    /** Ids of the facts that it rests on, sorted. */
    facts: z.array(z.string()),
    /** Ids of the policy entries that it rests on: the threshold first. */
    entries: z.array(z.string()),
  }),
});
export type Alert = Readonly<z.infer<typeof AlertSchema>>;

/** What people are told of the practice beside an alert. */
export const AboutSchema = z.object({
  name: z.string().nullable(),
  /** Registered patients, by the list file that holds on the day; null: not listed. */
  patients: z.int().nullable(),
  region: z.string().nullable(),
  icb: z.string().nullable(),
  subIcb: z.string().nullable(),
  pcn: z.string().nullable(),
});
export type About = Readonly<z.infer<typeof AboutSchema>>;
