import * as z from 'zod';
import { DaySchema } from '../calendar/day.ts';
import { PracticeCodeSchema } from '../practice/code.ts';
import { SUPPLIERS } from '../practice/supplier.ts';

/** What somebody is here for. Each role is one of the users of the system, and sees only what its scope holds. */
export const ROLES = [
  'practice',
  'pcn-manager',
  'supplier',
  'analyst',
  'commissioner',
  'ig-officer',
  'national',
] as const;
export type Role = (typeof ROLES)[number];

const Name = z.string().min(1).max(100);

/** Whose practices somebody acts for or sees: England's, those of an ICB or PCN as at the day asked about, or those named. */
export const MemberScopeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('england') }),
  z.object({ type: z.literal('icb'), code: z.string().min(2).max(10) }),
  z.object({ type: z.literal('pcn'), code: z.string().min(2).max(10) }),
  z.object({ type: z.literal('practices'), codes: z.array(PracticeCodeSchema).min(1).max(50) }),
  z.object({ type: z.literal('supplier'), code: z.enum(SUPPLIERS) }),
]);
export type MemberScope = z.infer<typeof MemberScopeSchema>;

/** A membership record: who signs in as whom. Written by those who run the system, never by what somebody can edit. */
export const MemberSchema = z.object({
  /** `sub` as the identity provider gives it. */
  subject: z.string().min(1).max(200),
  name: Name,
  role: z.enum(ROLES),
  scope: MemberScopeSchema,
  /** From this day on it lets nobody in; null: it stands. */
  endedOn: DaySchema.nullable(),
});
export type Member = z.infer<typeof MemberSchema>;
