import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { ScanResult } from '../../shared/intake/receipt/receipt.ts';
import { eachMessage } from '../each-message.ts';
import { type Log, SILENT } from '../log.ts';
import { type TakeInDeps, takeIn } from './take-in.ts';

/** GuardDuty's verdict on a new object, as EventBridge passes it on; only what is used. */
const ScanVerdict = z.object({
  'detail-type': z.literal('GuardDuty Malware Protection Object Scan Result'),
  detail: z.object({
    s3ObjectDetails: z.object({
      objectKey: z
        .string()
        .regex(/^uploads\/[A-Za-z0-9_-]+$/, 'not the key of an upload')
        .transform((key) => key.slice('uploads/'.length)),
      /** Objects of a bucket without versions have none, or the word "null". */
      versionId: z.string().nullish(),
    }),
    scanResultDetails: z.object({ scanResultStatus: z.string() }),
  }),
});

/** What one machine says in place of a verdict: there is no scanner, and the receipt says so. */
export const NO_SCAN = 'NO_SCAN_RAN';

type Deps = TakeInDeps & {
  readonly log?: Log;
  /** One machine only: takes files that no malware scan has seen. In the cloud such a word is refused. */
  readonly takesUnscanned?: true;
};

/** The intake function: takes in the upload of which each message brings a scan's verdict. */
export function onUpload(deps: Deps): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const { log = SILENT, takesUnscanned = false } = deps;
  const take = takeIn(deps);
  return eachMessage(async (body) => {
    const { s3ObjectDetails, scanResultDetails } = ScanVerdict.parse(body).detail;
    const { objectKey: uploadId, versionId } = s3ObjectDetails;
    const version = versionId == null || versionId === 'null' ? null : versionId;
    const scan = scanResult(scanResultDetails.scanResultStatus, takesUnscanned);
    const receipt = await take({ uploadId, version, scan });
    if (receipt === undefined) {
      log.warn('another object came for an upload that has one; it was removed', { uploadId });
      return;
    }
    const { rows, accepted, unchanged, duplicate, rejected, facts, refused } = receipt;
    const counts = { rows, accepted, unchanged, duplicate, rejected, facts, refused, scan };
    log.info('upload taken in', { uploadId, ...counts });
  }, log);
}

/** Everything but "no threats found" keeps a file out (issue: upload path). */
function scanResult(status: string, takesUnscanned: boolean): ScanResult {
  if (status === 'NO_THREATS_FOUND') return 'clean';
  if (status === 'THREATS_FOUND') return 'threat';
  return status === NO_SCAN && takesUnscanned ? 'none' : 'failed';
}
