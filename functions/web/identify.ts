import { hasEnded } from '../../shared/access/has-ended.ts';
import type { Member } from '../../shared/access/member.ts';
import type { Instant } from '../../shared/calendar/day.ts';
import type { Members } from '../../shared/store/members.ts';
import type { SessionCookies } from './sign-in/session-cookie.ts';

/** Who sends a request. */
export type Identified = {
  /** Null: nobody is signed in, or nobody gave them a membership. */
  readonly member: Member | null;
  /** Somebody is signed in; without a membership there is nothing that they may see. */
  readonly isSignedIn: boolean;
  /** A session that goes on: the cookie to send back; null: none to send. */
  readonly cookie: string | null;
  /** The token of the session, to use the API with; null: none. */
  readonly accessToken: string | null;
};

type Deps = {
  readonly cookies: SessionCookies;
  readonly bearer: (authorization: string) => Promise<string | null>;
  readonly members: Pick<Members, 'of'>;
  readonly now: () => Instant;
};

const NOBODY: Identified = { member: null, isSignedIn: false, cookie: null, accessToken: null };

/**
 * Says who sends a request: by its bearer token where it has one, else by its session. What they may do
 * comes from their membership record alone, whatever token or session say of themselves.
 */
export function identify(deps: Deps): (request: Request) => Promise<Identified> {
  const memberOf = async (subject: string): Promise<Member | null> => {
    const member = await deps.members.of(subject);
    return member === undefined || hasEnded(member, deps.now()) ? null : member;
  };
  return async (request) => {
    const authorization = request.headers.get('authorization');
    if (authorization !== null) {
      const subject = await deps.bearer(authorization);
      if (subject === null) return NOBODY;
      return { ...NOBODY, member: await memberOf(subject), isSignedIn: true };
    }
    const now = deps.now();
    const session = await deps.cookies.read(request, now);
    if (session === null) return NOBODY;
    const goingOn = deps.cookies.renewed(session, now);
    return {
      member: await memberOf(session.subject),
      isSignedIn: true,
      cookie: goingOn === session ? null : await deps.cookies.write(goingOn),
      accessToken: session.accessToken,
    };
  };
}
