import type { Receipt, Upload } from './receipt.ts';

/** The receipt for a file whose SHA-256 is not the one announced: nothing of it is read. */
export function notAsAnnounced(upload: Upload): Receipt {
  const { uploadId, sha256, fileName, sender, receivedAt } = upload;
  return {
    ...{ uploadId, sha256, fileName, sender, receivedAt },
    kind: null,
    ...{ rows: 0, accepted: 0, unchanged: 0, duplicate: 0, rejected: 0, facts: 0, practices: 0 },
    refused: true,
    problems: [
      {
        row: 0,
        column: null,
        found: null,
        problem: 'the file that arrived is not the one that was announced: its SHA-256 differs',
        remedy: 'send the file again, as a new upload',
      },
    ],
    warnings: [],
  };
}
