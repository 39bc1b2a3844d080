import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';

/** S3's answer when it refuses, as the SDK throws it. */
export function refusal(name: string, httpStatusCode: number): S3ServiceException {
  return new S3ServiceException({
    name,
    $fault: 'client',
    $metadata: { httpStatusCode },
    message: name,
  });
}

/**
 * A real S3 client whose commands are answered from memory by S3's own rules for what this project
 * uses: GetObject, PutObject with IfNoneMatch, ListObjectsV2 in pages of a thousand.
 */
export function fakeS3() {
  const client = new S3Client({
    region: 'eu-west-2',
    credentials: { accessKeyId: 'fake', secretAccessKey: 'fake' },
  });
  const held = new Map<string, Uint8Array>();
  const mock = mockClient(client);

  mock.on(GetObjectCommand).callsFake(({ Key }) => {
    const bytes = held.get(Key);
    if (bytes === undefined) throw refusal('NoSuchKey', 404);
    return { Body: { transformToByteArray: async () => bytes }, LastModified: new Date(0) };
  });
  mock.on(PutObjectCommand).callsFake(({ Key, Body, IfNoneMatch }) => {
    if (IfNoneMatch === '*' && held.has(Key)) throw refusal('PreconditionFailed', 412);
    held.set(Key, Uint8Array.from(Body));
    return {};
  });
  mock.on(ListObjectsV2Command).callsFake(({ Prefix, ContinuationToken = '' }) => {
    const keys = [...held.keys()].filter((key) => key.startsWith(Prefix)).sort();
    const rest = keys.filter((key) => key > ContinuationToken);
    const page = rest.slice(0, 1000);
    return {
      Contents: page.map((Key) => ({ Key })),
      ...(rest.length > page.length && { IsTruncated: true, NextContinuationToken: page.at(-1) }),
    };
  });
  return { client, mock };
}
