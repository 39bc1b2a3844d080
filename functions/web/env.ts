import * as z from 'zod';

const https = z.url({ protocol: /^https$/ });

/**
 * What the web function needs from its environment; the CDK construct must give exactly this. Only an
 * identity provider behind https is believed: the embedded one, which speaks http on loopback, never is.
 */
export const WebEnv = z.object({
  UPLOADS_BUCKET: z.string().min(1),
  EVIDENCE_BUCKET: z.string().min(1),
  REPORTS_BUCKET: z.string().min(1),
  FACTS_TABLE: z.string().min(1),
  RESULTS_TABLE: z.string().min(1),
  WORK_TABLE: z.string().min(1),
  STATE_QUEUE_URL: z.string().min(1),
  /** Where the web is, without a slash at its end. */
  ADDRESS: https,
  ISSUER: https,
  CLIENT_ID: z.string().min(1),
  /** Where the identity provider ends a session. */
  LOGOUT_URL: https,
  /** Of the secret from which the key of session cookies is made. */
  SESSION_SECRET_ARN: z.string().min(1),
  /** Where the forms of uploads lead. */
  UPLOADS_ORIGIN: https,
});
