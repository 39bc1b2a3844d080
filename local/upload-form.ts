/** A form as it came in: its text fields, and the bytes of its file. */
export type UploadForm = {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: Uint8Array;
};

/**
 * Reads a form with a file in its field `file`, keeping at most `mostBytes` of the body. What is longer
 * is read to its end but not kept, so that the browser, which sends first and listens afterwards, gets
 * its answer. A form without a file has one of no bytes. Of fields of one name the first counts.
 */
export async function readForm(
  request: Request,
  mostBytes: number,
): Promise<UploadForm | 'too large' | 'not a form'> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  const body = keptUpTo(declared > mostBytes ? 0 : mostBytes, request.body);
  const form = await formIn(body.stream, request.headers.get('content-type') ?? '');
  if (body.isCut()) return 'too large';
  if (form === undefined) return 'not a form';
  const file = form.get('file');
  return {
    fields: textFields(form),
    file: file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
  };
}

function keptUpTo(most: number, body: ReadableStream<Uint8Array> | null) {
  let seen = 0;
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      seen += chunk.length;
      if (seen <= most) controller.enqueue(chunk);
    },
  });
  return { stream: body?.pipeThrough(cut) ?? null, isCut: () => seen > most };
}

async function formIn(
  body: ReadableStream<Uint8Array> | null,
  type: string,
): Promise<FormData | undefined> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    // Not a form at all, or one that was cut short.
    await body?.pipeTo(new WritableStream()).catch(() => undefined);
    return undefined;
  }
}

function textFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') fields[name] ??= value;
  return fields;
}
