import type { WebDeps } from './deps.ts';
import { wrongIn } from './read-request.ts';
import type { Asked, Doing, Done, Wrong, WrongField } from './route.ts';

type Sent = { readonly fields: unknown; readonly deps: WebDeps };

/** Reads the fields by the route's own schema, does what it does, and notes who did it. */
export async function acted(
  route: Doing<unknown, unknown>,
  asked: Asked<unknown>,
  { fields, deps }: Sent,
): Promise<Done | Wrong> {
  const read = route.form.safeParse(fields);
  if (!read.success) return { wrong: read.error.issues.map(wrongIn).map(withoutName) };
  const outcome = await route.act(deps, asked, read.data);
  if ('to' in outcome) await addToAudit(deps, asked, outcome.audit);
  return outcome;
}

/** A page links to the field; only programs need its name in the sentence. */
function withoutName({ field, says }: WrongField): WrongField {
  return { field, says: field === null ? says : says.replace(` (${field})`, '') };
}

/** Notes who did something, as what, and when. */
export async function addToAudit(
  deps: WebDeps,
  { member, moment }: Asked<unknown>,
  audit: Done['audit'],
): Promise<void> {
  const { subject, name, role } = member;
  await deps.audit.add({ at: moment, subject, name, role, ...audit });
}
