import * as z from 'zod';
import { PracticeAsk } from './practice-says.ts';

export const SourceAsk = PracticeAsk.extend({
  upload: z
    .string()
    .regex(/^[\w-]{1,200}$/, 'Name an upload by its id')
    .describe('The upload that something was read in'),
});
export type SourceAsk = z.output<typeof SourceAsk>;

export const SourceSays = z.object({
  practice: z.string(),
  name: z.string().nullable(),
  upload: z.string(),
  sender: z.string(),
  on_behalf_of: z.string().nullable(),
  received_at: z.string(),
  sha256: z.string().describe('Of the file: whoever has it can hold it against this'),
  may_open: z.boolean().describe('Whether you may open the receipt of the whole file'),
});
export type SourceSays = z.infer<typeof SourceSays>;
