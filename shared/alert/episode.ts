import * as z from 'zod';
import { DaySchema, InstantSchema } from '../calendar/day.ts';
import { AboutSchema, AlertSchema } from './alert.ts';

/** How a practice was chased. */
export const CHASED_BY = ['telephone', 'email', 'letter', 'meeting', 'visit', 'other'] as const;

const done = { at: InstantSchema, by: z.string().min(1) };

/** What a person did about an episode. `by`: who says so. Notes are screened: no patient data is kept. */
export const ActSchema = z.discriminatedUnion('act', [
  z.object({ ...done, act: z.literal('acknowledged'), note: z.string().nullable() }),
  /** Quiet until the day; on that day it wakes by itself. */
  z.object({ ...done, act: z.literal('snoozed'), until: DaySchema, reason: z.string().min(1) }),
  z.object({ ...done, act: z.literal('assigned'), to: z.string().min(1) }),
  z.object({
    ...done,
    act: z.literal('chased'),
    how: z.enum(CHASED_BY),
    on: DaySchema,
    note: z.string().nullable(),
  }),
]);
export type Act = Readonly<z.infer<typeof ActSchema>>;

/** Why an episode ended. */
const CLOSED_WHYS = [
  'live',
  'opt-in',
  'exempt',
  'out-of-scope',
  'merged',
  'mended',
  'rule-changed',
] as const;

export const ClosedSchema = z.object({
  on: DaySchema,
  /** What the run that closed it knew: of one day, it tells what came before a digest from what came after. */
  at: InstantSchema,
  why: z.enum(CLOSED_WHYS),
  /** The same in one plain sentence, with its date where there is one. */
  words: z.string(),
  /** The episode of the successor that goes on with it, after a merger. */
  passedTo: z.string().nullable(),
});
export type Closed = Readonly<z.infer<typeof ClosedSchema>>;

/**
 * One alert of one practice, from the first evening on which it was found to the one on which it was
 * found no more. What follows from time alone (age, step of the ladder, waking) is worked out when
 * asked for and not kept, so that an unchanged day writes nothing.
 */
export const EpisodeSchema = z.object({
  /** `<practice>-<rule>-<number>`, such as A81001-stalled-2. */
  id: z.string(),
  /** From 1 on, for each practice and rule. */
  number: z.int().min(1),
  /** As found last. */
  alert: AlertSchema,
  about: AboutSchema,
  /** The day of the run that opened it. */
  openedOn: DaySchema,
  /** What that run knew. */
  openedAt: InstantSchema,
  /** What the ladder is climbed from: openedOn, or the earlier day that a merged practice's episode brought. */
  noticedOn: DaySchema,
  /** The episode of the same practice and rule before it; null for the first. */
  reopens: z.string().nullable(),
  /** Episodes of practices that merged into this one, which it goes on with; in code-unit order. */
  passedFrom: z.array(z.string()),
  closed: ClosedSchema.nullable(),
  /** Oldest first. */
  acts: z.array(ActSchema),
  /** Counts its writes, from 1 on: a writer that looked at an older one learns it. */
  version: z.int().min(1),
});
export type Episode = Readonly<z.infer<typeof EpisodeSchema>>;
