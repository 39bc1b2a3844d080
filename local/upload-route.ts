import type { Instant } from '../shared/calendar/day.ts';
import { MOST_UPLOAD_BYTES } from '../shared/intake/upload-limits.ts';
import type { FolderGrants, GrantCheck } from '../shared/store/folder-grants.ts';
import type { Quarantine } from '../shared/store/ports.ts';
import { readForm } from './upload-form.ts';

type Deps = {
  readonly grants: Pick<FolderGrants, 'check'>;
  readonly quarantine: Pick<Quarantine, 'putIfAbsent'>;
  /** True once an upload has been taken in: then its object is no longer in quarantine. */
  readonly isTakenIn: (uploadId: string) => Promise<boolean>;
  /** Told once an object is there; the upload is taken in after the sender has had the answer. */
  readonly arrived: (uploadId: string) => Promise<void>;
  readonly now: () => Instant;
};

/** Room for the fields of the form beside the file. */
const MOST_BODY_BYTES = MOST_UPLOAD_BYTES + 64 * 1024;

/**
 * Takes the POST of a plain HTML form on one machine, in the place of S3: checks grant and length, puts
 * the file into quarantine, and answers with S3's statuses (201; 403 for a form that is forged or late,
 * 400 for one that is too large or holds no file) and a page that says what happened. A second file for
 * the same upload is refused with 409: only the first object counts. Throws only where a store does.
 */
export function uploadRoute(deps: Deps): (request: Request) => Promise<Response> {
  return async (request) => {
    const moment = deps.now();
    if (request.method !== 'POST') return page(405, NO_POST, { allow: 'POST' });
    const form = await readForm(request, MOST_BODY_BYTES);
    if (form === 'too large') return page(400, TOO_LARGE);
    if (form === 'not a form') return page(400, NO_FORM);
    const check = deps.grants.check(form.fields, { bytes: form.file.length }, moment);
    if (!check.ok) return page(check.code === 'AccessDenied' ? 403 : 400, refused(check));
    const answer = await put(deps, check.uploadId, form.file);
    if (check.thenTo === null || answer.status !== 201) return answer;
    // As S3 does; the address was signed with the rest.
    return new Response(null, { status: 303, headers: { location: check.thenTo } });
  };
}

async function put(deps: Deps, uploadId: string, file: Uint8Array): Promise<Response> {
  if (await deps.isTakenIn(uploadId)) return page(409, SECOND);
  const outcome = await deps.quarantine.putIfAbsent(uploadId, file);
  // Told again of one that was there: the process may have ended between putting and telling.
  await deps.arrived(uploadId);
  return outcome === 'stored' ? page(201, arrivedAs(uploadId)) : page(409, SECOND);
}

/** What a page says; nothing of it comes from the sender. */
type Said = { readonly title: string; readonly text: string };

const arrivedAs = (uploadId: string): Said => ({
  title: 'The file has arrived',
  text: `Its upload is ${uploadId}. The receipt will say what was taken from it and what was not.`,
});

const SECOND: Said = {
  title: 'A file was sent before with this form',
  text: 'Only the first one counts, and this one was not kept. To send another file, start a new upload.',
};

const TOO_LARGE: Said = {
  title: 'The file was not taken',
  text: 'It is too large: at most 20 MB are taken. Save it as CSV or PDF, or send it in parts.',
};

const NO_FORM: Said = {
  title: 'Nothing was sent',
  text: 'What came is not a form with a file. Choose a file, and send the form again.',
};

const NO_POST: Said = {
  title: 'Files are sent here by a form',
  text: 'Start an upload; it gives a form that leads here.',
};

const refused = ({ why }: Extract<GrantCheck, { ok: false }>): Said => ({
  title: 'The file was not taken',
  text: `${why[0]!.toUpperCase()}${why.slice(1)}.`,
});

/** A small page that needs neither scripts nor styles. */
function page(status: number, { title, text }: Said, more: Record<string, string> = {}): Response {
  const html = `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1><p>${text}</p><p><a href="/uploads/new">Send a file</a></p></body>
</html>
`;
  return new Response(html, { status, headers: { ...PAGE_HEADERS, ...more } });
}

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};
