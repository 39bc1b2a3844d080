import type { Context } from 'hono';
import type * as z from 'zod';
import type { Member } from '../../shared/access/member.ts';
import { ClocksQuery, clocksAsked } from './clocks.ts';
import type { WebDeps } from './deps.ts';
import { NOT_A_FORM, type Problem, wrongQuestion } from './problem.ts';
import { wantsCsv } from './respond.ts';
import type { Asked, WrongField } from './route.ts';

type Asks = { readonly ask: z.ZodType; readonly clocks?: true };

/** Reads what is asked from path and query: the route's own words, and the clocks where it has them. */
export function readAsked(
  { ask, clocks }: Asks,
  context: Context,
  { deps, member }: { readonly deps: WebDeps; readonly member: Member },
): { readonly asked: Asked<unknown> } | { readonly problem: Problem } {
  const query = new URL(context.req.url).searchParams;
  // A file has every row, however it is asked for.
  if (wantsCsv(context.req.raw, query.get('format'))) query.set('format', 'csv');
  const words = { ...Object.fromEntries(query), ...context.req.param() };
  const read = ask.safeParse(words);
  const times = ClocksQuery.safeParse(clocks ? words : {});
  if (!read.success || !times.success) {
    const issues = [...(read.error?.issues ?? []), ...(times.error?.issues ?? [])];
    return { problem: wrongQuestion(issues.map(wrongIn), without(issues, context)) };
  }
  const moment = deps.now();
  const asked = {
    ask: read.data,
    member,
    query,
    moment,
    clocks: clocksAsked(times.data, { today: deps.today(), moment }),
  };
  return { asked };
}

/** The address without the fields that are wrong, where the same page can be asked again. */
function without(issues: readonly z.core.$ZodIssue[], context: Context): string {
  const { pathname, searchParams } = new URL(context.req.url);
  for (const { path } of issues) searchParams.delete(String(path[0] ?? ''));
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`;
}

/** What is wrong with a field, in the words of its schema; never what was sent. */
export function wrongIn({ path, message, code }: z.core.$ZodIssue): WrongField {
  const field = path.length === 0 ? null : path.join('.');
  const says = code === 'unrecognized_keys' ? 'There is a field that is not known' : message;
  return { field, says: `${says}${field === null ? '' : ` (${field})`}` };
}

export type Sent = {
  readonly fields: Readonly<Record<string, unknown>>;
  /** The texts among them, to be shown again. */
  readonly typed: Readonly<Record<string, string>>;
};

/** Reads what was sent, a form or JSON. A field that was ticked or chosen more than once is joined with commas. */
export async function readSent(request: Request): Promise<Sent | { readonly problem: Problem }> {
  const type = request.headers.get('content-type') ?? '';
  if (/^application\/json\b/.test(type)) {
    const body: unknown = await request.json().catch(() => null);
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      return { problem: NOT_A_FORM };
    return { fields: body as Record<string, unknown>, typed: {} };
  }
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(type)) {
    return { problem: NOT_A_FORM };
  }
  const form = await request.formData().catch(() => undefined);
  if (form === undefined) return { problem: NOT_A_FORM };
  const fields: Record<string, unknown> = {};
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      fields[name] = value;
      continue;
    }
    const before = typed[name];
    typed[name] = before === undefined ? value : `${before},${value}`;
    fields[name] = typed[name];
  }
  return { fields, typed };
}
