import * as z from 'zod';

/** What the intake function needs from its environment; the CDK construct must give exactly this. */
export const IntakeEnv = z.object({
  UPLOADS_BUCKET: z.string().min(1),
  EVIDENCE_BUCKET: z.string().min(1),
  FACTS_TABLE: z.string().min(1),
  WORK_TABLE: z.string().min(1),
  STATE_QUEUE_URL: z.string().min(1),
  NOTICES_TOPIC_ARN: z.string().min(1),
});
