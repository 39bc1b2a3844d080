import type { Context } from 'hono';
import type { Member } from '../../shared/access/member.ts';
import { acted } from './act.ts';
import type { Env, PageTools } from './app-parts.ts';
import type { Body } from './draw.ts';
import { fileAnswer } from './file-answer.ts';
import { frameOf } from './frame.ts';
import { letIn } from './let-in.ts';
import { NOT_FOUND, type Problem } from './problem.ts';
import { readSent } from './read-request.ts';
import { answerCsv, fileHeaders, tagged, wantsCsv } from './respond.ts';
import type { Asked, Doing, Reading, Route, View } from './route.ts';

/** The page of a route for one request. */
export async function pageOf(
  route: Route,
  context: Context<Env>,
  tools: PageTools,
): Promise<Response> {
  const member = context.get('identified').member!;
  const request = await letIn(route, context, tools.deps);
  if ('problem' in request) return problemPage(tools, member, request.problem);
  const { asked } = request;
  switch (route.is) {
    case 'reading':
      return readingPage(route.route, { asked, context, tools });
    case 'download':
      return (
        (await fileAnswer(route.route, { asked, request: context.req.raw, deps: tools.deps })) ??
        problemPage(tools, member, NOT_FOUND)
      );
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
  if (wantsCsv(context.req.raw, asked.query.get('format'))) {
    const answer = await route.answer(deps, asked);
    const file = answer === null ? null : answerCsv(answer);
    if (file === null) return problemPage(tools, member, NOT_FOUND);
    return tagged(context.req.raw, { body: file.bytes, headers: fileHeaders(file) });
  }
  const version = route.keep ? (await deps.world.known()).version : 0;
  const key = route.keep ? keyOf(asked, context) : '';
  let body = route.keep ? kept.get(version, key) : undefined;
  if (body === undefined) {
    const answer = await route.answer(deps, asked);
    if (answer === null) return problemPage(tools, member, NOT_FOUND);
    body = draw.body(route.page(answer, asked));
    if (route.keep === true || route.keep?.(answer)) kept.put(version, key, body);
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
  return tagged(request, { body: bytes, headers: HTML, etag, packed, isPage: true });
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };

async function doingPage(
  route: Doing<unknown, unknown>,
  { asked, context, tools }: At,
): Promise<Response> {
  const { deps, draw } = tools;
  const { member } = asked;
  const sent = await readSent(context.req.raw);
  if ('problem' in sent) return problemPage(tools, member, sent.problem);
  const outcome = await acted(route, asked, { fields: sent.fields, deps });
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

/** A page that says what went wrong, in the frame of whoever asked. */
export function problemPage(
  tools: Pick<PageTools, 'draw'>,
  member: Member | null,
  problem: Problem,
): Response {
  const { status, title, says, wrong = [], again } = problem;
  const view: View = {
    view: 'problem.njk',
    title,
    data: { says, list: wrong.map((one) => one.says), again },
  };
  const page = tools.draw.page(tools.draw.body(view), frameOf(member, ''));
  return new Response(page.bytes, { status, headers: { ...HTML, 'cache-control': 'no-store' } });
}
