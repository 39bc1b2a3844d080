import * as z from 'zod';

/** What the state function needs from its environment; the CDK construct must give exactly this. */
export const StateEnv = z.object({
  EVIDENCE_BUCKET: z.string().min(1),
  FACTS_TABLE: z.string().min(1),
  RESULTS_TABLE: z.string().min(1),
  STATE_QUEUE_URL: z.string().min(1),
});
