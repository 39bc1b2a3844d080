import { folderObjects } from '../shared/store/folder-objects.ts';
import type { Objects } from '../shared/store/ports.ts';

/** Where uploads and the ledger are kept. */
export type ObjectStores = { readonly uploads: Objects; readonly evidence: Objects };

/**
 * Objects in the data folder; or, where `S3_ENDPOINT` is set, in the buckets that `UPLOADS_BUCKET`
 * and `EVIDENCE_BUCKET` name there.
 */
export async function objectStores(root: string): Promise<ObjectStores> {
  const endpoint = process.env['S3_ENDPOINT'];
  if (endpoint === undefined) {
    const folder = folderObjects(root);
    return { uploads: folder, evidence: folder };
  }
  // Loaded only here: a command on a plain folder starts faster without the client.
  const [{ S3Client }, { s3Objects }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('../shared/store/s3-objects.ts'),
  ]);
  const region = process.env['AWS_REGION'] ?? 'eu-west-2';
  const client = new S3Client({ endpoint, region, forcePathStyle: true });
  return {
    uploads: s3Objects(client, process.env['UPLOADS_BUCKET'] ?? 'uploads'),
    evidence: s3Objects(client, process.env['EVIDENCE_BUCKET'] ?? 'evidence'),
  };
}
