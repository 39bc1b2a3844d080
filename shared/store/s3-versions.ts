import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';

type Where = {
  readonly bucket: string;
  readonly key: string;
  /** Removes what is under governance lock as well; only the erasure role may. */
  readonly bypassesLock?: true;
};

/** One version of an object; a delete marker holds nothing. */
type Version = { readonly id: string; readonly holdsBytes: boolean };

/**
 * Removes every version of one object for good, delete markers too, and gives how many versions held
 * bytes. Throws when S3 refuses one of them; what was removed until then stays removed, so run it again.
 */
export async function removeVersions(client: S3Client, where: Where): Promise<number> {
  const versions = await versionsOf(client, where);
  for (const { id } of versions) await removeVersion(client, where, id);
  return versions.filter(({ holdsBytes }) => holdsBytes).length;
}

/** Removes one version of an object for good; one that is not there is no error. */
export async function removeVersion(
  client: S3Client,
  { bucket, key, bypassesLock }: Where,
  version: string,
): Promise<void> {
  const lock = bypassesLock && { BypassGovernanceRetention: true };
  await client.send(
    new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: version, ...lock }),
  );
}

async function versionsOf(client: S3Client, { bucket, key }: Where): Promise<Version[]> {
  const versions: Version[] = [];
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    const after = page && {
      KeyMarker: page.NextKeyMarker,
      VersionIdMarker: page.NextVersionIdMarker,
    };
    page = await client.send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, ...after }),
    );
    versions.push(...idsOf(page.Versions, key).map((id) => ({ id, holdsBytes: true })));
    versions.push(...idsOf(page.DeleteMarkers, key).map((id) => ({ id, holdsBytes: false })));
    // A prefix also finds longer keys; they come after the key itself.
  } while (page.IsTruncated === true && page.NextKeyMarker === key);
  return versions;
}

type Listed = { readonly Key?: string | undefined; readonly VersionId?: string | undefined };

function idsOf(listed: readonly Listed[] = [], key: string): string[] {
  return listed.flatMap(({ Key, VersionId }) => (Key === key && VersionId ? [VersionId] : []));
}
