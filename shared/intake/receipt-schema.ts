import * as z from 'zod';
import { DaySchema, InstantSchema } from '../calendar/day.ts';
import { SenderSchema } from '../evidence/fact.ts';
import { FILE_KINDS } from './read-result.ts';
import type { Receipt, Upload } from './receipt.ts';

const count = z.int().min(0);

/** An upload's record as it comes out of storage. */
export const UploadSchema: z.ZodType<Upload> = z.object({
  uploadId: z.string(),
  sha256: z.string(),
  fileName: z.string(),
  sender: SenderSchema,
  receivedAt: InstantSchema,
  backfilledAt: InstantSchema.exactOptional(),
  asAt: DaySchema.nullable(),
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
  problems: z.array(ProblemSchema),
  warnings: z.array(WarningSchema),
});
