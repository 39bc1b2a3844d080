import * as z from 'zod';
import { DaySchema, InstantSchema } from '../calendar/day.ts';
import { ChannelSchema } from './subscription.ts';

export const MESSAGE_KINDS = ['digest', 'notice', 'reminder', 'state-change', 'cover'] as const;

/**
 * One message to one subscriber, written whole before it is sent. The same words again are the same
 * message: its id is made from whom it is for and what it tells.
 */
export const MessageSchema = z.object({
  id: z.string().min(1),
  subscription: z.string().min(1),
  channel: ChannelSchema,
  kind: z.enum(MESSAGE_KINDS),
  /** The day that it speaks of. */
  on: DaySchema,
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** The same as data: what a webhook is sent. */
  json: z.record(z.string(), z.unknown()),
  /** What it tells, as keys: what a subscription was told once it is not told again. */
  tells: z.array(z.string()).min(1),
  /** Where its subscription is ended: the link of the mail's own header too. Null: no place to do so is known. */
  unsubscribe: z.string().nullable(),
});
export type Message = Readonly<z.infer<typeof MessageSchema>>;

/**
 * How far a message has got. `begun` is recorded before it is handed over, the outcome after; so one found
 * `begun` by a later run was perhaps sent: it becomes `uncertain`, which only a person decides.
 */
export const DELIVERY_STATES = [
  'begun',
  'sent',
  /** Surely not sent, and tried again not before `notBefore`. */
  'waiting',
  /** The receiver will not have it: a person looks. */
  'refused',
  /** Tried as often as is allowed: a person looks. */
  'dead',
  'uncertain',
  /** A person said that it is not to be sent. */
  'dropped',
] as const;

export const DeliverySchema = z.object({
  id: z.string().min(1),
  subscription: z.string().min(1),
  kind: z.enum(MESSAGE_KINDS),
  on: DaySchema,
  subject: z.string(),
  tells: z.array(z.string()),
  state: z.enum(DELIVERY_STATES),
  /** When this was recorded. */
  at: InstantSchema,
  /** How often it was handed over, the try under way included. */
  tries: z.int().min(0),
  notBefore: InstantSchema.nullable(),
  /** The receiver's or the sender's own words of it, without addresses; null: none. */
  why: z.string().nullable(),
  /** What the mail service calls it, to find its bounce. */
  providerId: z.string().nullable(),
  /** Kept until it is sent or dropped; then null. */
  message: MessageSchema.nullable(),
  version: z.int().min(1),
});
export type Delivery = Readonly<z.infer<typeof DeliverySchema>>;
export type DeliveryState = Delivery['state'];
