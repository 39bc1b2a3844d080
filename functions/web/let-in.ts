import type { Context } from 'hono';
import { may } from '../../shared/access/may.ts';
import type { Env } from './app-parts.ts';
import type { WebDeps } from './deps.ts';
import { NOT_FOUND, type Problem } from './problem.ts';
import { readAsked } from './read-request.ts';
import type { Asked, Route } from './route.ts';

/** A request at a route, let through: what it asks, of a resource that its member may have. */
type LetIn = { readonly asked: Asked<unknown> } | { readonly problem: Problem };

/** Whether a request may go on: it is understood, what it is about is there, and its member may. */
export async function letIn(
  { route }: Route,
  context: Context<Env>,
  deps: WebDeps,
): Promise<LetIn> {
  const member = context.get('identified').member!;
  const read = readAsked(route, context, { deps, member });
  if ('problem' in read) return read;
  const resource = await route.on(deps, read.asked);
  if (resource === null || !may(member, route.action, resource)) return { problem: NOT_FOUND };
  return read;
}
