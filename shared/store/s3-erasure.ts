import type { S3Client } from '@aws-sdk/client-s3';
import { erasure } from './erasure.ts';
import type { Erasure } from './ports.ts';
import { s3Objects } from './s3-objects.ts';
import { removeVersions } from './s3-versions.ts';

/**
 * Erasing an original out of the evidence bucket, past its governance lock. Only the erasure role may:
 * the bucket's own policy refuses everybody else. Removing versions leaves no delete marker behind.
 */
export function s3Erasure(client: S3Client, bucket: string): Erasure {
  return erasure(s3Objects(client, bucket), (key) =>
    removeVersions(client, { bucket, key, bypassesLock: true }),
  );
}
