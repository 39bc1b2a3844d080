const NOWHERE = 'https://here.invalid';
/** It waits in a cookie, which has little room. */
const LONGEST = 1_000;

/**
 * Where to go after signing in: the path that was asked for if it is one of ours, else the start page. Never
 * another site, however it is spelt: two slashes, a backslash, a scheme, or characters that browsers drop.
 */
export function returnPath(asked: string | null): string {
  if (asked === null || asked.length > LONGEST) return '/';
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(asked) || asked.includes('\\')) return '/';
  if (!URL.canParse(asked, NOWHERE)) return '/';
  const { origin, pathname, search } = new URL(asked, NOWHERE);
  if (origin !== NOWHERE || pathname.startsWith('//') || pathname.startsWith('/sign-')) return '/';
  return `${pathname}${search}`;
}
