import * as z from 'zod';

const https = z.url({ protocol: /^https$/ });

/** What the web function is told. Only an identity provider behind https is believed: the embedded one never is. */
export const WebEnv = z.object({
  EVIDENCE_BUCKET: z.string(),
  REPORTS_BUCKET: z.string(),
  UPLOADS_BUCKET: z.string(),
  FACTS_TABLE: z.string(),
  RESULTS_TABLE: z.string(),
  WORK_TABLE: z.string(),
  STATE_QUEUE_URL: z.string(),
  /** Where the web is, without a slash at its end. */
  ADDRESS: https,
  ISSUER: https,
  CLIENT_ID: z.string(),
  /** Cognito ends a session at an address of its own. */
  LOGOUT_URL: https,
  /** Of a secret: 32 random bytes in hex, with which session cookies are encrypted. */
  SESSION_SECRET_ARN: z.string(),
  UPLOADS_ORIGIN: https,
});
