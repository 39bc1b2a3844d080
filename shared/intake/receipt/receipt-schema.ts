import * as z from 'zod';
import { DaySchema, InstantSchema } from '../../calendar/day.ts';
import { SenderSchema } from '../../evidence/fact.ts';
import { PracticeCodeSchema } from '../../practice/code.ts';
import { ChecklistSchema, DOCUMENT_KINDS } from '../document/checklist.ts';
import { PATIENT_DATA } from '../patient-data/hit.ts';
import { FILE_KINDS } from '../read-result.ts';
import { type Announcement, type Receipt, SCAN_RESULTS, type Upload } from './receipt.ts';

const count = z.int().min(0);

const uploaded = {
  uploadId: z.string(),
  fileName: z.string(),
  sender: SenderSchema,
  backfilledAt: InstantSchema.exactOptional(),
  asAt: DaySchema.nullable(),
  about: z
    .object({
      practice: PracticeCodeSchema.nullable(),
      document: z.enum(DOCUMENT_KINDS).nullable(),
    })
    .exactOptional(),
};

/** An announcement as it comes out of storage. */
export const AnnouncementSchema: z.ZodType<Announcement> = z.object({
  ...uploaded,
  sha256: z.string().nullable(),
  receivedAt: InstantSchema.nullable(),
});

/** An upload's record as it comes out of storage. */
export const UploadSchema: z.ZodType<Upload> = z.object({
  ...uploaded,
  sha256: z.string(),
  receivedAt: InstantSchema,
});

const ProblemSchema = z.object({
  row: count,
  column: z.string().nullable(),
  found: z.string().nullable(),
  problem: z.string(),
  remedy: z.string(),
});

const WarningSchema = z.object({ row: count, column: z.string().nullable(), warning: z.string() });

/** A receipt as it comes out of storage. */
export const ReceiptSchema: z.ZodType<Receipt> = z.object({
  uploadId: z.string(),
  sha256: z.string(),
  fileName: z.string(),
  sender: SenderSchema,
  receivedAt: InstantSchema,
  kind: z.enum(FILE_KINDS).nullable(),
  rows: count,
  accepted: count,
  unchanged: count,
  duplicate: count,
  rejected: count,
  facts: count,
  practices: count,
  refused: z.boolean(),
  // Receipts written before documents and scans were taken have none of these.
  scan: z.enum(SCAN_RESULTS).default('none'),
  patientData: z
    .object({ what: z.enum(PATIENT_DATA), where: z.string() })
    .nullable()
    .default(null),
  checklist: ChecklistSchema.nullable().default(null),
  problems: z.array(ProblemSchema),
  warnings: z.array(WarningSchema),
});
