import * as z from 'zod';
import { DaySchema } from '../calendar/day.ts';
import { PracticeCodeSchema } from '../practice/code.ts';
import { RULES } from './rule.ts';

/** How soon a rule's alerts are told: on the evening itself, in the weekly digest, or not at all. */
export const PACES = ['immediate', 'weekly', 'none'] as const;
export type Pace = (typeof PACES)[number];

/** What a subscription is about: a place by its code, or practices by theirs. */
export const ScopeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('icb'), code: z.string().min(1) }),
  z.object({ type: z.literal('sub-icb'), code: z.string().min(1) }),
  z.object({ type: z.literal('pcn'), code: z.string().min(1) }),
  z.object({ type: z.literal('practices'), codes: z.array(PracticeCodeSchema).min(1) }),
]);
export type Scope = Readonly<z.infer<typeof ScopeSchema>>;

export const ChannelSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('email'), to: z.email() }),
  /** `secret`: what its messages are signed with, `whsec_` and base64. */
  z.object({ type: z.literal('webhook'), url: z.url(), secret: z.string().min(1) }),
]);
export type Channel = Readonly<z.infer<typeof ChannelSchema>>;

/** Whom alerts are told, of what, and how soon. */
export const SubscriptionSchema = z.object({
  id: z.string().min(1),
  channel: ChannelSchema,
  /** A practice is told of itself, in its own words: reminders, and when its state changes. */
  audience: z.enum(['commissioner', 'practice']),
  scope: ScopeSchema,
  /** The ICB in whose name practices were named: what is no longer its own is not told. Absent: of whoever runs the service. */
  icb: z.string().min(1).exactOptional(),
  paces: z.record(z.enum(RULES), z.enum(PACES)),
  /** A digest with nothing to say is sent all the same, as one line. */
  saysNothingNew: z.boolean(),
  /** Nothing that was so before this day is told at once. */
  since: DaySchema,
  /** What whoever holds a message of this subscription proves it with, to end it or look at an alert. */
  token: z.string().min(16),
  /** Ended by its holder or by us; nothing is sent any more. */
  endedOn: DaySchema.nullable(),
});
export type Subscription = Readonly<z.infer<typeof SubscriptionSchema>>;
