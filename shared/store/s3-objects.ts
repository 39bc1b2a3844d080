import {
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Instant } from '../calendar/day.ts';
import { again } from './again.ts';
import { keyPrefix, objectKey } from './object-key.ts';
import type { Objects } from './ports.ts';

/** Objects in an S3 bucket. Needs only GetObject, PutObject and ListBucket: nothing here can delete or overwrite. */
export function s3Objects(client: S3Client, bucket: string): Objects {
  return {
    async get(key) {
      try {
        const found = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: objectKey(key) }),
        );
        const bytes = await found.Body!.transformToByteArray();
        return { bytes, modifiedAt: found.LastModified!.toISOString() as Instant };
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw error;
      }
    },

    putIfAbsent(key, bytes) {
      const put = { Bucket: bucket, Key: objectKey(key), Body: bytes, IfNoneMatch: '*' };
      return again(
        () => putOnce(client, new PutObjectCommand(put)),
        'another writer kept writing the same object; send the upload again',
      );
    },

    async list(prefix) {
      const keys: string[] = [];
      const pages = paginateListObjectsV2(
        { client },
        { Bucket: bucket, Prefix: keyPrefix(prefix) },
      );
      for await (const page of pages) {
        for (const { Key } of page.Contents ?? []) if (Key !== undefined) keys.push(Key);
      }
      return keys;
    },
  };
}

/** 412: something is there. 409: another write to the key was under way, so nothing is settled yet. */
async function putOnce(
  client: S3Client,
  command: PutObjectCommand,
): Promise<'stored' | 'exists' | undefined> {
  try {
    await client.send(command);
    return 'stored';
  } catch (error) {
    if (statusOf(error) === 412) return 'exists';
    if (statusOf(error) === 409) return undefined;
    throw error;
  }
}

/** The HTTP status of S3's refusal; undefined for any other error. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}
