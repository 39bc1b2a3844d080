import * as z from 'zod';

export const Figures = z.object({
  practices: z.number(),
  live: z.number(),
  live_pct: z.number().nullable(),
  live_pct_lower: z.number().nullable(),
  live_pct_upper: z.number().nullable(),
  patients: z.number(),
  patients_live: z.number(),
  patients_live_pct: z.number().nullable(),
});
export const ReleaseSays = z.object({
  week: z.string(),
  version: z.string(),
  versions: z.array(z.string()).describe('Published of this week, newest first'),
  place: z.string(),
  places: z.array(z.string()).describe('Of whose releases of this week you may read'),
  name: z.string().nullable(),
  note: z.string().nullable().describe('Why it was amended; null for the first version'),
  valid_at: z.string().describe('The day on which it says how things stood'),
  known_at: z.string().describe('What had been received by then counts'),
  rules_at: z.string().describe('The day whose rules it applies'),
  compared_with: z.string(),
  code_version: z.string(),
  uploads: z.int().describe('Files that it rests on'),
  facts: z.int(),
  figures: Figures.nullable().describe('Of open practices, as published'),
});
export type ReleaseSays = z.infer<typeof ReleaseSays>;
