import * as z from 'zod';

/** What the grant function needs from its environment; the CDK construct must give exactly this. */
export const GrantEnv = z.object({
  UPLOADS_BUCKET: z.string().min(1),
  WORK_TABLE: z.string().min(1),
});
