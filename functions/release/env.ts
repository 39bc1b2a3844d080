import * as z from 'zod';

/** What the release function needs from its environment; the CDK construct must give exactly this. */
export const ReleaseEnv = z.object({
  UPLOADS_BUCKET: z.string().min(1),
  EVIDENCE_BUCKET: z.string().min(1),
  REPORTS_BUCKET: z.string().min(1),
  WORK_TABLE: z.string().min(1),
  RELEASE_QUEUE_URL: z.string().min(1),
  ALERT_QUEUE_URL: z.string().min(1),
  /** Which code makes the releases: worked out when the app is synthesised. */
  CODE_VERSION: z.string().min(1),
});
