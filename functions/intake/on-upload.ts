import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { eachMessage } from '../each-message.ts';
import { type Log, SILENT } from '../log.ts';
import { type TakeInDeps, takeIn } from './take-in.ts';

/** S3's "Object Created" as EventBridge passes it on; only what is used. */
const ObjectCreated = z.object({
  'detail-type': z.literal('Object Created'),
  detail: z.object({
    object: z.object({
      key: z
        .string()
        .regex(/^uploads\/[A-Za-z0-9_-]+$/, 'not the key of an upload')
        .transform((key) => key.slice('uploads/'.length)),
    }),
  }),
});

/** The intake function: takes in the upload that each message says has arrived. */
export function onUpload(
  deps: TakeInDeps & { readonly log?: Log },
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const { log = SILENT } = deps;
  const take = takeIn(deps);
  return eachMessage(async (body) => {
    const uploadId = ObjectCreated.parse(body).detail.object.key;
    const { rows, accepted, unchanged, duplicate, rejected, facts, refused } = await take(uploadId);
    const counts = { rows, accepted, unchanged, duplicate, rejected, facts, refused };
    log.info('upload taken in', { uploadId, ...counts });
  }, log);
}
