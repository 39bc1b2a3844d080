import * as z from 'zod';
import { type Instant, InstantSchema } from '../calendar/day.ts';

/** Who is signed in, since when, and when they were here last. It gives no right: memberships do. */
export const SessionSchema = z.object({
  subject: z.string().min(1),
  name: z.string(),
  since: InstantSchema,
  seenAt: InstantSchema,
  /** For the API; null: the provider gave none, or one too long for a cookie. */
  accessToken: z.string().nullable(),
});
export type Session = z.infer<typeof SessionSchema>;

const MINUTE = 60_000;
/** A session that nobody used ends after half an hour, any after a working day. (Issue: sign-in.) */
const MOST_IDLE_MS = 30 * MINUTE;
const LONGEST_MS = 12 * 60 * MINUTE;

export function isOver({ since, seenAt }: Session, now: Instant): boolean {
  const at = Date.parse(now);
  return at - Date.parse(seenAt) > MOST_IDLE_MS || at - Date.parse(since) > LONGEST_MS;
}

/** The session as it goes on: noted anew once a minute and not at every request. */
export function renewed(session: Session, now: Instant): Session {
  const isOld = Date.parse(now) - Date.parse(session.seenAt) > MINUTE;
  return isOld ? { ...session, seenAt: now } : session;
}
