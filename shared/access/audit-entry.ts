import * as z from 'zod';
import { InstantSchema } from '../calendar/day.ts';
import { ROLES } from './member.ts';

/** All that the audit can say somebody did. */
export const AUDIT_VERBS = [
  'signed-in',
  'signed-out',
  'refused',
  'asked-to-send',
  'checked-file',
  'reviewed',
  'replied',
  'remarked',
  'acknowledged',
  'snoozed',
  'assigned',
  'chased',
  'subscribed',
  'changed-subscription',
  'ended-subscription',
  'released-address',
  'downloaded',
  'checked-chain',
  'saw-audit',
] as const;
export type AuditVerb = (typeof AUDIT_VERBS)[number];

/** That somebody did something: who, as what, when, and to what. */
export const AuditEntrySchema = z.object({
  at: InstantSchema,
  subject: z.string(),
  name: z.string(),
  /** Null: signed in, and without a membership. */
  role: z.enum(ROLES).nullable(),
  did: z.enum(AUDIT_VERBS),
  /** The id or code of what it was done to; never free text. */
  what: z.string().nullable(),
  /** The ICB whose matter it is; null: none, or several. */
  icb: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntrySchema>;
