import * as z from 'zod';
import { SENDER_ROLES } from '../../evidence/fact.ts';
import { OrgCodeSchema } from '../../practice/org-code.ts';

const asCode = (text: string) => text.replace(/\s+/g, '').toUpperCase();

export const MAPPED_KINDS = ['status-return', 'supplier-extract'] as const;

/**
 * How a sender's own tracker is to be read: its headings for ours, and its words for ours. Headings and
 * words count without regard to case, spaces, hyphens and underscores.
 */
export const MappingSchema = z.strictObject({
  kind: z.enum(MAPPED_KINDS),
  sender: z.strictObject({
    role: z.enum(SENDER_ROLES),
    org: z.string().transform(asCode).pipe(OrgCodeSchema),
  }),
  /** Their heading -> our column. */
  columns: z.record(z.string().min(1), z.string().min(1)),
  /** Our column -> their word -> our word. */
  words: z.record(z.string().min(1), z.record(z.string().min(1), z.string())).default({}),
  /** Our column -> what every row says, such as the day of a tracker without a date column. "as-at": the upload's own day. */
  fixed: z.record(z.string().min(1), z.string()).default({}),
});
export type Mapping = z.infer<typeof MappingSchema>;
