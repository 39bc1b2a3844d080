import { addToAudit } from './act.ts';
import type { WebDeps } from './deps.ts';
import { fileHeaders, tagged } from './respond.ts';
import type { Asked, Download } from './route.ts';

type At = { readonly asked: Asked<unknown>; readonly request: Request; readonly deps: WebDeps };

/**
 * A file of a route: as what it is, never as what somebody else says that it is, and to be taken away; only
 * our own pictures are shown where they stand. Null: it is not there.
 */
export async function fileAnswer(
  route: Download<unknown>,
  { asked, request, deps }: At,
): Promise<Response | null> {
  const file = await route.file(deps, asked);
  if (file === null) return null;
  const audit = await route.audit?.(deps, asked);
  if (audit !== undefined) await addToAudit(deps, asked, audit);
  const headers = fileHeaders(file);
  if (file.type === 'image/svg+xml') headers['content-disposition'] = 'inline';
  return tagged(request, { body: file.bytes, headers });
}
