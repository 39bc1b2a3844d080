import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { traceOf } from '../log.ts';
import { answerToApi } from './api/answer.ts';
import { apiDocument } from './api/document.ts';
import type { AppParts, Env, PageTools } from './app-parts.ts';
import { securityHeaders } from './headers.ts';
import { keptBodies } from './kept-bodies.ts';
import { pageOf, problemPage } from './page.ts';
import {
  BROKE_DOWN,
  FROM_ELSEWHERE,
  NO_MEMBERSHIP,
  NOT_FOUND,
  NOT_SIGNED_IN,
  problemJson,
  SIGN_IN_FAILED,
  SIGNED_OUT,
  TOO_LARGE,
  TOO_MANY,
} from './problem.ts';
import { wantsCsv } from './respond.ts';
import type { Route } from './route.ts';

/** Requests of one person in a minute: of the API, of forms, and of what takes long. */
const MOST_REQUESTS = 300;
const MOST_BYTES = 64 * 1024;
/** Some hundreds of pages. */
const KEPT_CHARACTERS = 40_000_000;
const API = '/api/v1';

/**
 * The whole web: pages, API, sign-in and assets. Every route passes the same gate: who asks, may they, is
 * it understood. A route says which action it is; without one it does not compile, and what no route is at
 * answers like what is not theirs. (Issue: access; web security.)
 */
export function webApp(parts: AppParts): Hono<Env> {
  const { deps, routes, assets } = parts;
  const app = new Hono<Env>();
  const tools: PageTools = { ...parts, kept: keptBodies(KEPT_CHARACTERS) };
  app.use(securityHeaders(deps.address, parts.formOrigins));
  app.use(async (context, next) => {
    const elsewhere = whereInstead(context.req.raw, deps.address);
    return elsewhere ?? next();
  });
  app.get('/assets/*', (context) => {
    const accepts = context.req.header('accept-encoding') ?? '';
    return assets.answer(context.req.path, accepts) ?? problemPage(tools, null, NOT_FOUND);
  });
  app.get('/health', (context) => context.text('ok', 200, { 'cache-control': 'no-store' }));
  const fromHere = csrf({ origin: new URL(deps.address).origin });
  // A bearer token is sent by whoever has it, and by no browser of itself: there is nothing to forge.
  const isByToken = (header: string | undefined) => /^bearer /i.test(header ?? '');
  app.use((context, next) =>
    isByToken(context.req.header('authorization')) ? next() : fromHere(context, next),
  );
  app.route('/', parts.signIn);
  app.use(async (context, next) => {
    const identified = await parts.identify(context.req.raw);
    context.set('identified', identified);
    await next();
    if (identified.cookie !== null) context.res.headers.append('set-cookie', identified.cookie);
  });
  app.use(gate(parts, tools));
  for (const route of routes) addRoute(app, route, tools);
  for (const route of routes) addWayBack(app, route, routes);
  // For people who try the API by hand: the token that their own sign-in brought.
  app.get('/api/token', (context) => {
    const { accessToken, member } = context.get('identified');
    if (accessToken === null) return problemPage(tools, member, NOT_FOUND);
    return context.text(`${accessToken}\n`, 200, { 'cache-control': 'no-store' });
  });
  app.get(`${API}/openapi.json`, (context) => context.json(apiDocument(routes, deps.address)));
  app.notFound((context) => {
    if (isApi(context.req.path)) return problemJson(NOT_FOUND);
    return problemPage(tools, context.get('identified')?.member ?? null, NOT_FOUND);
  });
  app.onError((error, context) => {
    if (error instanceof HTTPException && error.status === 403) {
      return isApi(context.req.path)
        ? problemJson(FROM_ELSEWHERE)
        : problemPage(tools, null, FROM_ELSEWHERE);
    }
    parts.log.warn('a page failed', { ...traceOf(error), path: context.req.routePath });
    if (isApi(context.req.path)) return problemJson(BROKE_DOWN);
    return problemPage(tools, context.get('identified')?.member ?? null, BROKE_DOWN);
  });
  return app;
}

const isApi = (path: string) => path === '/api/v1' || path.startsWith(`${API}/`);

/** Pages that those who are not signed in, or have no membership, may see. */
const OPEN = new Set(['/sign-in-failed', '/signed-out']);

/** Lets in whoever is signed in and has a membership, as often as one person may ask. */
function gate({ counts, deps }: AppParts, tools: PageTools) {
  return createMiddleware<Env>(async (context, next) => {
    const { member, isSignedIn } = context.get('identified');
    const { path } = context.req;
    if (member === null) {
      if (OPEN.has(path)) return openPage(tools, path);
      if (isApi(path)) return problemJson(isSignedIn ? NO_MEMBERSHIP : NOT_SIGNED_IN);
      if (isSignedIn) return problemPage(tools, null, NO_MEMBERSHIP);
      return context.redirect(`/sign-in?to=${encodeURIComponent(pathAsked(context.req.raw))}`);
    }
    if (
      isCounted(context.req.raw) &&
      (await counts.add(member.subject, deps.now())) > MOST_REQUESTS
    ) {
      return isApi(path) ? problemJson(TOO_MANY) : problemPage(tools, member, TOO_MANY);
    }
    return next();
  });
}

/** Everything but plain pages, of which nobody reads so many: those are kept, or quickly made. */
function isCounted(request: Request): boolean {
  const { pathname, searchParams } = new URL(request.url);
  return (
    isApi(pathname) ||
    request.method !== 'GET' ||
    request.headers.has('authorization') ||
    wantsCsv(request, searchParams.get('format')) ||
    TAKES_LONG.test(pathname) ||
    CLOCKS.some((clock) => searchParams.has(clock))
  );
}

const TAKES_LONG = /^\/(trend|forecast|moved|compare|chain|releases|uploads)\b/;
const CLOCKS = ['valid-at', 'known-at', 'rules-at'];

function openPage(tools: PageTools, path: string): Response {
  return problemPage(tools, null, path === '/sign-in-failed' ? SIGN_IN_FAILED : SIGNED_OUT);
}

/** Only what a GET asked for can be gone back to after signing in. */
function pathAsked(request: Request): string {
  if (request.method !== 'GET') return '/';
  const { pathname, search } = new URL(request.url);
  return `${pathname}${search}`;
}

/**
 * Another name of this server is no place to sign in at, and may be somebody else's trick (DNS rebinding):
 * a page is looked for under the right name, anything else is refused.
 */
function whereInstead(request: Request, address: string): Response | undefined {
  const { host, pathname, search } = new URL(request.url);
  if (host === new URL(address).host || pathname === '/health') return undefined;
  if (request.method !== 'GET') return new Response('wrong host', { status: 421 });
  return new Response(null, {
    status: 308,
    headers: { location: `${address}${pathname}${search}` },
  });
}

/**
 * What is only posted to has no page, but its address stands in the browser where a form was refused: asked
 * for again it leads to the page above it, whosever that is.
 */
function addWayBack(
  app: Hono<Env>,
  { is, route: { path } }: Route,
  routes: readonly Route[],
): void {
  if (is !== 'doing') return;
  const above = path.slice(0, path.lastIndexOf('/')) || '/';
  const isPage = (at: string) =>
    routes.some((one) => one.is === 'reading' && one.route.path === at);
  if (isPage(path) || !isPage(above)) return;
  app.get(path, (context) => {
    const { pathname } = new URL(context.req.url);
    return context.redirect(pathname.slice(0, pathname.lastIndexOf('/')) || '/', 303);
  });
}

function addRoute(app: Hono<Env>, route: Route, tools: PageTools): void {
  const { path } = route.route;
  const limit = bodyLimit({
    maxSize: (route.is === 'doing' ? route.route.mostBytes : undefined) ?? MOST_BYTES,
    onError: (context) =>
      isApi(context.req.path)
        ? problemJson(TOO_LARGE)
        : problemPage(tools, context.get('identified').member, TOO_LARGE),
  });
  const method = route.is === 'doing' ? 'POST' : 'GET';
  app.on(method, path, limit, (context) => pageOf(route, context, tools));
  app.on(method, `${API}${path === '/' ? '' : path}`, limit, (context) =>
    answerToApi(route, context, tools),
  );
}
