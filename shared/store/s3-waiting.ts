import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Instant } from '../calendar/day.ts';
import type { WaitingUpload } from './ports.ts';
import { QUARANTINE, uploadIdIn } from './quarantine-key.ts';

/**
 * Uploads whose first object had come to a quarantine bucket by an instant and that lie there still, in
 * the order of their ids. Versions are looked at, not only the current ones: whoever sends a second file
 * would else hide when the first came. What the lifecycle has laid a delete marker over waits no longer.
 */
export async function waitingInBucket(
  client: S3Client,
  bucket: string,
  by: Instant,
): Promise<readonly WaitingUpload[]> {
  const cameAt = new Map<string, Instant>();
  const expired = new Set<string>();
  for await (const { Versions = [], DeleteMarkers = [] } of pagesOf(client, bucket)) {
    for (const { Key = '', LastModified } of Versions) {
      const uploadId = uploadIdIn(Key);
      const at = LastModified!.toISOString() as Instant;
      if (uploadId !== undefined && at <= (cameAt.get(uploadId) ?? by)) cameAt.set(uploadId, at);
    }
    for (const { Key = '', IsLatest } of DeleteMarkers) {
      const uploadId = uploadIdIn(Key);
      if (uploadId !== undefined && IsLatest === true) expired.add(uploadId);
    }
  }
  return [...cameAt.keys()]
    .filter((uploadId) => !expired.has(uploadId))
    .sort()
    .map((uploadId) => ({ uploadId, modifiedAt: cameAt.get(uploadId)! }));
}

async function* pagesOf(
  client: S3Client,
  Bucket: string,
): AsyncGenerator<ListObjectVersionsCommandOutput> {
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    const after = page && {
      KeyMarker: page.NextKeyMarker,
      VersionIdMarker: page.NextVersionIdMarker,
    };
    page = await client.send(
      new ListObjectVersionsCommand({ Bucket, Prefix: QUARANTINE, ...after }),
    );
    yield page;
  } while (page.IsTruncated === true);
}
