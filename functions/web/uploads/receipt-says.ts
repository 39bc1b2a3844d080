import * as z from 'zod';
import { ChecklistSchema } from '../../../shared/intake/document/checklist.ts';
import { FILE_KINDS } from '../../../shared/intake/read-result.ts';

export const UploadAsk = z.object({ id: z.string().max(200), done: z.string().max(40).optional() });
export type UploadAsk = z.output<typeof UploadAsk>;

const Said = z.object({
  kind: z.enum(['review', 'reply']),
  judgement: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  words: z.string().nullable(),
});
export const ReceiptSays = z.object({
  upload: z.string(),
  file_name: z.string(),
  sender_role: z.string(),
  sender_org: z.string().nullable(),
  received_at: z.string().nullable(),
  sha256: z.string().nullable(),
  kind: z.enum(FILE_KINDS).nullable(),
  changed_on: z.string().nullable().describe('The day on which the states are compared'),
  refused: z.boolean().nullable(),
  patient_data: z.boolean(),
  steps: z.array(
    z.object({
      step: z.enum(['quarantine', 'scan', 'checks', 'facts', 'state']),
      is: z.enum(['done', 'now', 'to come', 'stopped']),
      says: z.string(),
    }),
  ),
  checklist: ChecklistSchema.nullable(),
  conversation: z
    .array(Said)
    .describe('What the ICB and the practice said of the document, oldest first'),
  practice: z.string().nullable().describe('The practice that a document is for'),
  may_review: z.boolean(),
  may_reply: z.boolean(),
  may_open: z.boolean().describe('Whether the original is kept and you may take it away'),
});
export type ReceiptSays = z.infer<typeof ReceiptSays>;
