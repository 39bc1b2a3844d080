import type { Context } from 'hono';
import { may } from '../../shared/access/may.ts';
import type { Member } from '../../shared/access/member.ts';
import type { AppParts, Env } from './app.ts';
import type { Body } from './draw.ts';
import { frameOf } from './frame.ts';
import type { KeptBodies } from './kept-bodies.ts';
import { NOT_FOUND, type Problem } from './problem.ts';
import { readAsked, readSent, wrongIn } from './read-request.ts';
import { answerCsv, bytesOf, fileHeaders, tagged, wantsCsv } from './respond.ts';
import type { Asked, Doing, Done, Reading, Route, View, WebFile, WrongField } from './route.ts';

export type PageTools = Pick<AppParts, 'deps' | 'draw'> & { readonly kept: KeptBodies };

/** A request at a route, let through: what it asks, of a resource that its member may have. */
export type LetIn = { readonly asked: Asked<unknown> } | { readonly problem: Problem };

/** Whether a request may go on: it is understood, what it is about is there, and its member may. */
export async function letIn(
  { route }: Route,
  context: Context<Env>,
  { deps }: PageTools,
): Promise<LetIn> {
  const member = context.get('identified').member!;
  const read = readAsked(route, context, { deps, member });
  if ('problem' in read) return read;
  const resource = await route.on(deps, read.asked);
  if (resource === null || !may(member, route.action, resource)) return { problem: NOT_FOUND };
  return read;
}

/** The page of a route for one request. */
export async function pageOf(
  route: Route,
  context: Context<Env>,
  tools: PageTools,
): Promise<Response> {
  const let_ = await letIn(route, context, tools);
  const member = context.get('identified').member!;
  if ('problem' in let_) return problemPage(tools, member, let_.problem);
  const { asked } = let_;
  switch (route.is) {
    case 'reading':
      return readingPage(route.route, { asked, context, tools });
    case 'download':
      return fileOr404(await route.route.file(tools.deps, asked), {
        asked,
        tools,
        route: route.route,
      });
    case 'doing':
      return doingPage(route.route, { asked, context, tools });
    default:
      return route satisfies never;
  }
}

type At = {
  readonly asked: Asked<unknown>;
  readonly context: Context<Env>;
  readonly tools: PageTools;
};

async function readingPage(
  route: Reading<unknown, unknown>,
  { asked, context, tools }: At,
): Promise<Response> {
  const { deps, draw, kept } = tools;
  const { member } = asked;
  const version = route.keep ? (await deps.world.known()).version : 0;
  const key = route.keep ? keyOf(asked, context) : '';
  let body = route.keep ? kept.get(version, key) : undefined;
  if (body === undefined) {
    const answer = await route.answer(deps, asked);
    if (answer === null) return problemPage(tools, member, NOT_FOUND);
    if (wantsCsv(context.req.raw, asked.query.get('format'))) {
      const file = answerCsv(answer);
      if (file === null) return problemPage(tools, member, NOT_FOUND);
      return tagged(context.req.raw, { body: file.bytes, headers: fileHeaders(file) });
    }
    body = draw.body(route.page(answer, asked));
    if (route.keep) kept.put(version, key, body);
  }
  return html(context.req.raw, tools, { body, member, path: context.req.path });
}

/** What a kept page hangs on: what is asked, the day that is meant by itself, and what its reader may see. */
function keyOf({ member: { role, scope }, clocks }: Asked<unknown>, context: Context<Env>): string {
  const { pathname, search } = new URL(context.req.url);
  return JSON.stringify([pathname, search, clocks.validAt, role, scope]);
}

type Html = { readonly body: Body; readonly member: Member | null; readonly path: string };

function html(request: Request, { draw }: PageTools, { body, member, path }: Html): Response {
  const { bytes, etag, packed } = draw.page(body, frameOf(member, path));
  return tagged(request, { body: bytes, headers: HTML, etag, packed });
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** A file as what it is, never as what somebody else says that it is. */
export async function fileOr404(
  file: WebFile | null,
  {
    asked,
    tools,
    route,
  }: {
    readonly asked: Asked<unknown>;
    readonly tools: PageTools;
    readonly route: { audit?: (asked: Asked<never>) => Done['audit'] };
  },
): Promise<Response> {
  if (file === null) return problemPage(tools, asked.member, NOT_FOUND);
  const audit = route.audit?.(asked as Asked<never>);
  if (audit !== undefined) await addToAudit(tools, asked, audit);
  const isPicture = file.type === 'image/svg+xml';
  const headers: Record<string, string> = {
    ...fileHeaders(file),
    'cache-control': 'private, no-cache',
  };
  if (isPicture) headers['content-disposition'] = 'inline';
  return new Response(bytesOf(file.bytes), { headers });
}

async function doingPage(
  route: Doing<unknown, unknown>,
  { asked, context, tools }: At,
): Promise<Response> {
  const { deps, draw } = tools;
  const { member } = asked;
  const sent = await readSent(context.req.raw);
  if ('problem' in sent) return problemPage(tools, member, sent.problem);
  const outcome = await acted(route, asked, { fields: sent.fields, tools });
  if ('wrong' in outcome) {
    const wrong = outcome.wrong;
    const view = await route.again(deps, asked, { wrong, typed: sent.typed });
    const page = draw.page(draw.body(view, wrong), frameOf(member, context.req.path));
    return new Response(page.bytes, {
      status: 422,
      headers: { ...HTML, 'cache-control': 'no-store' },
    });
  }
  if (typeof outcome.to === 'string') return context.redirect(outcome.to, 303);
  const page = draw.page(draw.body(outcome.to), frameOf(member, context.req.path));
  return new Response(page.bytes, { headers: { ...HTML, 'cache-control': 'no-store' } });
}

type Sent = { readonly fields: unknown; readonly tools: PageTools };

/** Reads the fields by the route's own schema, does what it does, and notes who did it. */
export async function acted(
  route: Doing<unknown, unknown>,
  asked: Asked<unknown>,
  { fields, tools }: Sent,
): Promise<Done | { readonly wrong: readonly WrongField[] }> {
  const read = route.form.safeParse(fields);
  if (!read.success) return { wrong: read.error.issues.map(wrongIn).map(withoutName) };
  const outcome = await route.act(tools.deps, asked, read.data);
  if ('to' in outcome) await addToAudit(tools, asked, outcome.audit);
  return outcome;
}

/** A page links to the field; only programs need its name in the sentence. */
function withoutName({ field, says }: WrongField): WrongField {
  return { field, says: field === null ? says : says.replace(` (${field})`, '') };
}

export async function addToAudit(
  { deps }: PageTools,
  { member, moment }: Asked<unknown>,
  audit: Done['audit'],
): Promise<void> {
  const { subject, name, role } = member;
  await deps.audit.add({ at: moment, subject, name, role, ...audit });
}

/** A page that says what went wrong, in the frame of whoever asked. */
export function problemPage(
  tools: Pick<PageTools, 'draw'>,
  member: Member | null,
  problem: Problem,
): Response {
  const { status, title, says, wrong = [] } = problem;
  const view: View = {
    view: 'problem.njk',
    title,
    data: { says, list: wrong.map((one) => one.says) },
  };
  const page = tools.draw.page(tools.draw.body(view), frameOf(member, ''));
  return new Response(page.bytes, { status, headers: { ...HTML, 'cache-control': 'no-store' } });
}
