import * as z from 'zod';
import { DaySchema } from '../../calendar/day.ts';

export const DOCUMENT_KINDS = ['letter', 'plan', 'dpia'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Where in a document something was found: a PDF has pages, a Word file paragraphs. */
export const FoundAtSchema = z.object({
  page: z.int().min(1).exactOptional(),
  paragraph: z.int().min(1).exactOptional(),
});
export type FoundAt = z.infer<typeof FoundAtSchema>;

const PointSchema = z.object({
  /** What was looked for, in words: "a named lead", "the seven steps: 3 consultation". */
  point: z.string(),
  found: z.boolean(),
  at: FoundAtSchema.nullable(),
  /** A day, an outcome or a supplier that it gives; names of people and free text are never repeated. */
  says: z.union([DaySchema, z.string()]).nullable(),
  /** True where a document of this kind must have it to count. */
  needed: z.boolean(),
});
/** One thing that a document should hold, and where it was found. */
export type ChecklistPoint = z.infer<typeof PointSchema>;

export const ChecklistSchema = z.object({
  document: z.enum(DOCUMENT_KINDS),
  points: z.array(PointSchema),
  /** The text is still that of the template: nobody has filled it in. */
  untouchedTemplate: z.boolean(),
});
/** What screening found in a document: screened, not reviewed. */
export type Checklist = z.infer<typeof ChecklistSchema>;
