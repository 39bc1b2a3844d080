import * as z from 'zod';
import { AUDIT_VERBS } from '../../../shared/access/audit-entry.ts';
import { oneOf } from '../list/asked-words.ts';
import { PartQuery } from '../list/part-of-list.ts';

export const AuditAsk = z.object({
  month: z
    .string()
    .regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/, 'Write a month as 2023-12')
    .transform((month) => month || undefined)
    .optional()
    .describe('Of which month, as 2023-12; this one where it is left out'),
  did: oneOf(AUDIT_VERBS).describe('Only entries that say this was done'),
  ...PartQuery,
});
export type AuditAsk = z.output<typeof AuditAsk>;

export const AuditSays = z.object({
  month: z.string(),
  this_month: z.string(),
  entries: z.int(),
  by_verb: z.array(z.object({ did: z.enum(AUDIT_VERBS), entries: z.int() })),
  page: z.int(),
  pages: z.int(),
});
export type AuditSays = z.infer<typeof AuditSays>;
