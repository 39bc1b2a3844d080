import * as z from 'zod';

/** What the pages function needs from its environment; the CDK construct must give exactly this. */
export const PagesEnv = z.object({ WORK_TABLE: z.string().min(1) });
