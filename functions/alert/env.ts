import * as z from 'zod';

/** What the alert function needs from its environment; the CDK construct must give exactly this. */
export const AlertEnv = z.object({
  EVIDENCE_BUCKET: z.string().min(1),
  REPORTS_BUCKET: z.string().min(1),
  WORK_TABLE: z.string().min(1),
  ALERT_QUEUE_URL: z.string().min(1),
  /** The address that alerts are from; SES must know it as ours. */
  SENDER: z.string().min(1),
  CONFIGURATION_SET: z.string().min(1),
  /** Where the pages of subscribers are. */
  PAGES_URL: z.string().min(1),
  OPERATORS_TOPIC_ARN: z.string().min(1),
  /** URLs of the queues of dead letters, with spaces between. */
  DEAD_LETTER_QUEUES: z.string().min(1),
});
