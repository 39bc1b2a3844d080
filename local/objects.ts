import { folderErasure } from '../shared/store/folder-erasure.ts';
import { folderObjects } from '../shared/store/folder-objects.ts';
import { folderQuarantine } from '../shared/store/folder-quarantine.ts';
import { removeStale } from '../shared/store/folder-stale.ts';
import type { Erasure, Objects, Quarantine } from '../shared/store/ports.ts';
import { now } from './now.ts';
import { PlainError } from './plain-error.ts';

/** Where uploads wait, where the ledger and the originals are kept, and where releases go. */
export type ObjectStores = {
  readonly quarantine: Quarantine;
  readonly evidence: Objects;
  readonly reports: Objects;
  readonly erasure: Erasure;
};

/**
 * Objects in the data folder; or, where `S3_ENDPOINT` is set, in the buckets that `UPLOADS_BUCKET`,
 * `EVIDENCE_BUCKET` and `REPORTS_BUCKET` name there.
 */
export async function objectStores(root: string): Promise<ObjectStores> {
  const endpoint = process.env['S3_ENDPOINT'];
  if (endpoint === undefined) {
    await removeStale(root, now());
    return {
      quarantine: folderQuarantine(root, NO_GRANTS),
      evidence: folderObjects(root),
      reports: folderObjects(root),
      erasure: folderErasure(root),
    };
  }
  // Loaded only here: a command on a plain folder starts faster without the client.
  const [{ S3Client }, { s3Objects }, { s3Quarantine }, { s3Erasure }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('../shared/store/s3-objects.ts'),
    import('../shared/store/s3-quarantine.ts'),
    import('../shared/store/s3-erasure.ts'),
  ]);
  const region = process.env['AWS_REGION'] ?? 'eu-west-2';
  const client = new S3Client({ endpoint, region, forcePathStyle: true });
  const uploads = process.env['UPLOADS_BUCKET'] ?? 'uploads';
  const evidence = process.env['EVIDENCE_BUCKET'] ?? 'evidence';
  const reports = process.env['REPORTS_BUCKET'] ?? 'reports';
  return {
    quarantine: s3Quarantine(client, uploads),
    evidence: s3Objects(client, evidence),
    reports: s3Objects(client, reports),
    erasure: s3Erasure(client, evidence),
  };
}

/** Only where `npm start` serves the form is there somewhere to send it: see the command `grant`. */
const NO_GRANTS = {
  grant: () => {
    throw new PlainError('Nothing takes uploads on this folder: run "npm start" first.');
  },
};
