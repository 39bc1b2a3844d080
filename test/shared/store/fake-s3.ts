import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
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

/** One version of an object; a delete marker holds no bytes. */
type Version = {
  readonly Key: string;
  readonly VersionId: string;
  readonly LastModified: Date;
  readonly bytes?: Uint8Array;
};

/**
 * A real S3 client whose commands are answered from memory by S3's own rules for what this project
 * uses: a versioned bucket, with PutObject on a condition, removal by version, and lists in pages.
 * `locked`: nothing goes without a bypass of the governance lock.
 */
export function fakeS3({ locked = false, page: pageSize = 1000 } = {}) {
  const client = new S3Client({
    region: 'eu-west-2',
    credentials: { accessKeyId: 'fake', secretAccessKey: 'fake' },
  });
  /** Every version, newest last. */
  const held: Version[] = [];
  /** How the next removals end, in order; nothing: as they should. */
  const removals: (S3ServiceException | undefined)[] = [];
  let puts = 0;
  const versionsOf = (key: string) => held.filter(({ Key }) => Key === key);
  const current = (key: string) => versionsOf(key).at(-1);
  function add(Key: string, bytes?: Uint8Array, LastModified = new Date(0)): string {
    puts += 1;
    const VersionId = `v${String(puts).padStart(6, '0')}`;
    held.push({ Key, VersionId, LastModified, ...(bytes && { bytes: Uint8Array.from(bytes) }) });
    return VersionId;
  }
  const mock = mockClient(client);

  mock.on(GetObjectCommand).callsFake(({ Key, VersionId }) => {
    const found = VersionId
      ? versionsOf(Key).find((version) => version.VersionId === VersionId)
      : current(Key);
    if (found?.bytes === undefined) throw refusal(VersionId ? 'NoSuchVersion' : 'NoSuchKey', 404);
    const { bytes } = found;
    return {
      Body: { transformToByteArray: async () => bytes },
      LastModified: found.LastModified,
      VersionId: found.VersionId,
    };
  });
  mock.on(PutObjectCommand).callsFake(({ Key, Body, IfNoneMatch }) => {
    if (IfNoneMatch === '*' && current(Key)?.bytes) throw refusal('PreconditionFailed', 412);
    return { VersionId: add(Key, Body) };
  });
  mock.on(DeleteObjectCommand).callsFake(({ Key, VersionId, BypassGovernanceRetention }) => {
    const refused = removals.shift();
    if (refused !== undefined) throw refused;
    if (VersionId === undefined) return { DeleteMarker: true, VersionId: add(Key) };
    if (locked && BypassGovernanceRetention !== true) throw refusal('AccessDenied', 403);
    const at = held.findIndex((one) => one.Key === Key && one.VersionId === VersionId);
    if (at >= 0) held.splice(at, 1);
    return {};
  });
  mock
    .on(ListObjectVersionsCommand)
    .callsFake(({ Prefix, KeyMarker = '', VersionIdMarker = '' }) => {
      const all = held
        .filter(({ Key }) => Key.startsWith(Prefix))
        .map((version) => ({
          ...version,
          IsLatest: version === current(version.Key),
          at: `${version.Key} ${version.VersionId}`,
        }))
        .sort((a, b) => (a.at < b.at ? -1 : 1));
      const rest = all.filter(({ at }) => at > `${KeyMarker} ${VersionIdMarker}`);
      const page = rest.slice(0, pageSize);
      const last = page.at(-1);
      return {
        Versions: page.filter(({ bytes }) => bytes !== undefined),
        DeleteMarkers: page.filter(({ bytes }) => bytes === undefined),
        IsTruncated: rest.length > page.length,
        ...(last && { NextKeyMarker: last.Key, NextVersionIdMarker: last.VersionId }),
      };
    });
  mock.on(ListObjectsV2Command).callsFake(({ Prefix, ContinuationToken = '' }) => {
    const keys = [...new Set(held.map(({ Key }) => Key))]
      .filter((key) => key.startsWith(Prefix) && current(key)?.bytes)
      .sort();
    const rest = keys.filter((key) => key > ContinuationToken);
    const page = rest.slice(0, pageSize);
    return {
      Contents: page.map((Key) => ({ Key })),
      ...(rest.length > page.length && { IsTruncated: true, NextContinuationToken: page.at(-1) }),
    };
  });
  return {
    client,
    mock,
    removals,
    /** Puts an object as a form does: with no condition, as a new version. */
    post: (key: string, bytes: Uint8Array, at?: Date) => add(key, bytes, at),
    /** Lays a delete marker, as a plain delete does. */
    mark: (key: string) => add(key),
    /** Every version and delete marker that is left, as `key@version`. */
    left: () => held.map(({ Key, VersionId }) => `${Key}@${VersionId}`),
  };
}
