import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { Instant } from '../calendar/day.ts';
import type { GrantConditions, Quarantine, UploadGrant } from './ports.ts';
import { quarantineKey } from './quarantine-key.ts';
import { s3Objects, statusOf } from './s3-objects.ts';
import { removeVersion, removeVersions } from './s3-versions.ts';
import { waitingInBucket } from './s3-waiting.ts';

type Bucket = { readonly client: S3Client; readonly bucket: string };

/**
 * Quarantine in a versioned S3 bucket. A grant cannot say "only if nothing is there", so whoever holds
 * one may send twice: each object is a version of its own, and intake takes the one that came first.
 */
export function s3Quarantine(client: S3Client, bucket: string): Quarantine {
  const objects = s3Objects(client, bucket);
  return {
    get: async (uploadId, version) =>
      getVersion({ client, bucket }, quarantineKey(uploadId), version),
    putIfAbsent: async (uploadId, bytes) => objects.putIfAbsent(quarantineKey(uploadId), bytes),
    uploadGrant: (conditions) => presignedPost({ client, bucket }, conditions),
    async remove(uploadId, version) {
      const where = { bucket, key: quarantineKey(uploadId) };
      if (version === undefined) await removeVersions(client, where);
      else await removeVersion(client, where, version);
    },
    waiting: (by) => waitingInBucket(client, bucket, by),
  };
}

async function getVersion(
  { client, bucket }: Bucket,
  key: string,
  version: string | undefined,
): ReturnType<Quarantine['get']> {
  const of = version !== undefined && { VersionId: version };
  try {
    const found = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...of }));
    return {
      bytes: await found.Body!.transformToByteArray(),
      modifiedAt: found.LastModified!.toISOString() as Instant,
      version: found.VersionId ?? null,
    };
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

/**
 * The policy names every field, so nothing else can be sent along: no other key or type, no other
 * encryption than the bucket's own. The signature ends with the signer's own credentials at the latest.
 */
async function presignedPost(
  { client, bucket }: Bucket,
  { uploadId, contentType, mostBytes, seconds, thenTo }: GrantConditions,
): Promise<UploadGrant> {
  const { url, fields } = await createPresignedPost(client, {
    Bucket: bucket,
    Key: quarantineKey(uploadId),
    // 201 instead of an empty 204: a browser then shows that something happened.
    Fields: {
      'Content-Type': contentType,
      ...(thenTo === undefined
        ? { success_action_status: '201' }
        : { success_action_redirect: thenTo }),
    },
    Conditions: [['content-length-range', 1, mostBytes]],
    Expires: seconds,
  });
  return { url, fields };
}
