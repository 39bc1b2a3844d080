import type { Context } from 'hono';
import { acted } from '../act.ts';
import type { Env, PageTools } from '../app-parts.ts';
import { fileAnswer } from '../file-answer.ts';
import { letIn } from '../let-in.ts';
import { NOT_FOUND, problemJson } from '../problem.ts';
import { readSent } from '../read-request.ts';
import { answerCsv, answerJson, fileHeaders, tagged, wantsCsv } from '../respond.ts';
import type { Asked, Reading, Route } from '../route.ts';

/** The API's answer to a request at a route: the same as the page's, as JSON or CSV. */
export async function answerToApi(
  route: Route,
  context: Context<Env>,
  tools: PageTools,
): Promise<Response> {
  const { deps } = tools;
  const request = await letIn(route, context, deps);
  if ('problem' in request) return problemJson(request.problem);
  const { asked } = request;
  if (route.is === 'reading') return readingAnswer(route.route, { asked, context, tools });
  if (route.is === 'download') {
    const answer = await fileAnswer(route.route, { asked, request: context.req.raw, deps });
    return answer ?? problemJson(NOT_FOUND);
  }
  const sent = await readSent(context.req.raw);
  if ('problem' in sent) return problemJson(sent.problem);
  const outcome = await acted(route.route, asked, { fields: sent.fields, deps });
  if ('wrong' in outcome) {
    return problemJson({
      status: 422,
      title: 'What was sent cannot be done',
      says: 'Correct what is named.',
      wrong: outcome.wrong,
    });
  }
  return Response.json(outcome.says ?? {}, { headers: { 'cache-control': 'no-store' } });
}

type At = {
  readonly asked: Asked<unknown>;
  readonly context: Context<Env>;
  readonly tools: PageTools;
};

async function readingAnswer(
  route: Reading<unknown, unknown>,
  { asked, context, tools }: At,
): Promise<Response> {
  const answer = await route.answer(tools.deps, asked);
  if (answer === null) return problemJson(NOT_FOUND);
  const request = context.req.raw;
  const next = answer.next ? { link: `<${nextAddress(request, answer.next)}>; rel="next"` } : {};
  if (wantsCsv(request, asked.query.get('format'))) {
    const file = answerCsv(answer);
    if (file === null) return problemJson(NOT_FOUND);
    const headers = { ...fileHeaders(file), ...next, vary: 'accept' };
    return tagged(request, { body: file.bytes, headers });
  }
  const body = answerJson(answer, tools.deps.madeUp);
  const headers = { 'content-type': 'application/json', ...next, vary: 'accept' };
  return tagged(request, { body, headers });
}

function nextAddress(request: Request, cursor: string): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set('cursor', cursor);
  searchParams.delete('page');
  return `${pathname}?${searchParams}`;
}
