import { EncryptJWT, jwtDecrypt } from 'jose';
import * as z from 'zod';
import { isOver, renewed, type Session, SessionSchema } from '../../../shared/access/session.ts';
import type { Instant } from '../../../shared/calendar/day.ts';

/** What is remembered between leaving for the provider and coming back. */
export const BegunSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  at: z.string(),
});
export type Begun = z.infer<typeof BegunSchema>;

/** The two cookies, encrypted: nobody reads or makes them but whoever has the key. */
export type SessionCookies = {
  /** Null: none, over, or not one of ours. */
  read(request: Request, now: Instant): Promise<Session | null>;
  /** The value of `Set-Cookie`. */
  write(session: Session): Promise<string>;
  renewed(session: Session, now: Instant): Session;
  readBegun(request: Request, now: Instant): Promise<Begun | null>;
  writeBegun(begun: Begun): Promise<string>;
  /** The values of `Set-Cookie` that end both. */
  clear(): readonly string[];
};

/** Browsers take 4,096 bytes with name and attributes. */
const MOST_CHARACTERS = 3_900;
const BEGUN_SECONDS = 600;
const SESSIONS_REMEMBERED = 1_000;

type Ask = {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** False only on loopback, where there is no https. */
  readonly secure: boolean;
};

export function sessionCookies({ key, secure }: Ask): SessionCookies {
  const names = secure
    ? { session: '__Host-session', begun: '__Host-sign-in' }
    : { session: 'session', begun: 'sign-in' };
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  const sealed = (name: string, value: Record<string, unknown>) =>
    new EncryptJWT({ value })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      // One cookie is never taken for the other.
      .setAudience(name)
      .encrypt(key);
  const opened = async <T>(request: Request, name: string, schema: z.ZodType<T>) => {
    const token = cookieNamed(request.headers.get('cookie'), name);
    if (token === null) return null;
    try {
      const { payload } = await jwtDecrypt(token, key, {
        audience: name,
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return schema.safeParse(payload['value']).data ?? null;
    } catch {
      return null;
    }
  };
  // A page with its pictures brings the same cookie many times: what it says was proved once.
  const read = new Map<string, Session>();
  return {
    async read(request, now) {
      const token = cookieNamed(request.headers.get('cookie'), names.session) ?? '';
      const session = read.get(token) ?? (await opened(request, names.session, SessionSchema));
      if (session === null) return null;
      if (read.size >= SESSIONS_REMEMBERED) read.clear();
      read.set(token, session);
      return isOver(session, now) ? null : session;
    },
    async write(session) {
      const whole = await sealed(names.session, session);
      const fits = whole.length <= MOST_CHARACTERS;
      const token = fits ? whole : await sealed(names.session, { ...session, accessToken: null });
      return `${names.session}=${token}; ${attributes}`;
    },
    renewed,
    async readBegun(request, now) {
      const begun = await opened(request, names.begun, BegunSchema);
      const isLate =
        begun === null || Date.parse(now) - Date.parse(begun.at) > BEGUN_SECONDS * 1_000;
      return isLate ? null : begun;
    },
    async writeBegun(begun) {
      const token = await sealed(names.begun, begun);
      return `${names.begun}=${token}; ${attributes}; Max-Age=${BEGUN_SECONDS}`;
    },
    clear: () => Object.values(names).map((name) => `${name}=; ${attributes}; Max-Age=0`),
  };
}

function cookieNamed(header: string | null, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value !== undefined && value.length <= MOST_CHARACTERS) return value;
  }
  return null;
}
