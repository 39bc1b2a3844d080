import { Hono } from 'hono';
import type { AuditVerb } from '../../../shared/access/audit-entry.ts';
import { hasEnded } from '../../../shared/access/has-ended.ts';
import { returnPath } from '../../../shared/access/return-path.ts';
import type { Session } from '../../../shared/access/session.ts';
import type { Instant } from '../../../shared/calendar/day.ts';
import type { Audit } from '../../../shared/store/audit.ts';
import type { Members } from '../../../shared/store/members.ts';
import { type Log, traceOf } from '../../log.ts';
import type { Provider } from './provider.ts';
import type { SessionCookies } from './session-cookie.ts';

type Deps = {
  readonly provider: Provider;
  readonly cookies: SessionCookies;
  readonly now: () => Instant;
  readonly audit: Pick<Audit, 'add'>;
  readonly members: Pick<Members, 'of'>;
  readonly log: Log;
};

/**
 * Signing in and out. What was begun is remembered in a cookie of its own and used once; whatever goes wrong
 * on the way back leads to one page that says so, and no token is ever logged.
 */
export function signInRoutes({ provider, cookies, now, audit, members, log }: Deps): Hono {
  const app = new Hono();
  async function note(
    { subject, name }: Pick<Session, 'subject' | 'name'>,
    did: AuditVerb,
  ): Promise<void> {
    const at = now();
    const found = await members.of(subject);
    const member = found === undefined || hasEnded(found, at) ? null : found;
    const icb = member?.scope.type === 'icb' ? member.scope.code : null;
    await audit.add({ at, subject, name, role: member?.role ?? null, did, what: null, icb });
  }

  app.get('/sign-in', async (context) => {
    try {
      const { url, ...begun } = await provider.begin();
      const to = returnPath(context.req.query('to') ?? null);
      const cookie = await cookies.writeBegun({ ...begun, to, at: now() });
      return redirectTo(url.href, [cookie]);
    } catch (error) {
      log.warn('the identity provider cannot be reached', traceOf(error));
      return redirectTo('/sign-in-failed', cookies.clear());
    }
  });

  app.get('/sign-in/callback', async (context) => {
    const begun = await cookies.readBegun(context.req.raw, now());
    // Nobody is signed out by a link to this address: only what was begun ends.
    const [, endBegun] = cookies.clear();
    if (begun === null) return redirectTo('/sign-in-failed', [endBegun!]);
    try {
      const at = now();
      const { name, ...who } = await provider.finish(new URL(context.req.url), begun);
      const session = { ...who, name: name ?? who.subject, since: at, seenAt: at };
      await note(session, 'signed-in');
      return redirectTo(begun.to, [await cookies.write(session), endBegun!]);
    } catch (error) {
      log.warn('signing in failed', traceOf(error));
      return redirectTo('/sign-in-failed', [endBegun!]);
    }
  });

  app.post('/sign-out', async (context) => {
    const session = await cookies.read(context.req.raw, now());
    // Whoever wants to go goes, also where that cannot be noted.
    const failed = (error: unknown) => log.warn('signing out was not noted', traceOf(error));
    if (session !== null) await note(session, 'signed-out').catch(failed);
    const end = await provider.endUrl().catch(() => null);
    return redirectTo(end?.href ?? '/signed-out', cookies.clear());
  });
  return app;
}

function redirectTo(location: string, setCookies: readonly string[]): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of setCookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
