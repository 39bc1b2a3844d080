import type { WrongField } from './route.ts';

/** What went wrong, for people and for programs (RFC 9457). */
export type Problem = {
  readonly status: 200 | 400 | 401 | 403 | 404 | 413 | 415 | 421 | 422 | 429 | 500;
  readonly title: string;
  readonly says: string;
  readonly wrong?: readonly WrongField[];
  /** Where the same can be asked without what is wrong. */
  readonly again?: string;
};

/** The same for what is not there and for what is not theirs: nobody learns which. */
export const NOT_FOUND: Problem = {
  status: 404,
  title: 'Page not found',
  says: 'There is nothing here, or it is not one of yours. Check the address, or begin at the start page.',
};
export const NOT_SIGNED_IN: Problem = {
  status: 401,
  title: 'Sign in first',
  says: 'Send a bearer token, or sign in with a browser.',
};
export const NO_MEMBERSHIP: Problem = {
  status: 403,
  title: 'You have no access yet',
  says: 'You are signed in, and nobody has given you a practice, an ICB or another place. Ask whoever runs this service at your ICB or at NHS England.',
};
export const SIGN_IN_FAILED: Problem = {
  status: 400,
  title: 'You are not signed in',
  says: 'Signing in did not work: it took too long, or it was broken off. Go to the start page to try again.',
};
/** No problem, and drawn like one. */
export const SIGNED_OUT: Problem = {
  status: 200,
  title: 'You have signed out',
  says: 'Go to the start page to sign in again.',
};
/** The same to programs, which have no start page. */
const NOT_FOUND_SAYS = 'There is nothing here, or it is not one of yours.';
/** A form that another site sent in somebody's name. */
export const FROM_ELSEWHERE: Problem = {
  status: 403,
  title: 'This form did not come from here',
  says: 'Nothing was done. Open the page again from the start page, and send the form from there.',
};
export const TOO_MANY: Problem = {
  status: 429,
  title: 'Too many requests',
  says: 'You have asked more often than one person may. Wait a minute, then go on.',
};
export const TOO_LARGE: Problem = {
  status: 413,
  title: 'Too much was sent',
  says: 'What was sent is larger than this takes. Files are sent under "Send a file", up to 20 MB.',
};
export const NOT_A_FORM: Problem = {
  status: 415,
  title: 'What was sent cannot be read',
  says: 'Send a form, or JSON with the content type application/json.',
};
export const BROKE_DOWN: Problem = {
  status: 500,
  title: 'Sorry, there is a problem with the service',
  says: 'Nothing that you sent was lost if you have a receipt for it. Try again in some minutes.',
};

/** That what was asked for cannot be understood: where, and how to ask. */
export function wrongQuestion(wrong: readonly WrongField[], again: string): Problem {
  return {
    status: 400,
    title: 'This cannot be asked for',
    says: 'Go back to the page without it, and ask again.',
    wrong,
    again,
  };
}

/** As `application/problem+json`. */
export function problemJson(problem: Problem): Response {
  const { status, title, wrong } = problem;
  const says = problem === NOT_FOUND ? NOT_FOUND_SAYS : problem.says;
  const body = {
    type: 'about:blank',
    title: problem === NOT_FOUND ? 'Not found' : title,
    status,
    detail: status === 400 ? 'Correct what is named.' : says,
    ...(wrong && { wrong }),
  };
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  };
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  if (status === 429) headers['retry-after'] = '60';
  return new Response(JSON.stringify(body), { status, headers });
}
