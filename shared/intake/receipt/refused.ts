import { type PatientDataHit, WITHHELD } from '../patient-data/hit.ts';
import type { FileKind, Problem } from '../read-result.ts';
import type { Announcement, Receipt, ScanResult, Upload } from './receipt.ts';

/** The receipt for a file of which nothing is read, and why. */
function refusedReceipt(upload: Upload, scan: ScanResult, why: Why): Receipt {
  const { uploadId, sha256, fileName, sender, receivedAt } = upload;
  const { kind = null, patientData = null, problem, remedy } = why;
  return {
    ...{ uploadId, sha256, fileName, sender, receivedAt },
    kind,
    ...{ rows: 0, accepted: 0, unchanged: 0, duplicate: 0, rejected: 0, facts: 0, practices: 0 },
    refused: true,
    scan,
    patientData,
    checklist: null,
    problems: [{ row: 0, column: null, found: null, problem, remedy }],
    warnings: [],
  };
}

type Why = Pick<Problem, 'problem' | 'remedy'> & {
  readonly kind?: FileKind | null;
  readonly patientData?: PatientDataHit;
};

/**
 * Why a file is not even opened: another than the one announced, or not found clean by the malware
 * scan (everything but "no threats found" is refused); undefined for one that may be opened.
 */
export function whyNotOpened(what: {
  readonly announced: Announcement;
  readonly upload: Upload;
  readonly scan: ScanResult;
}): Receipt | undefined {
  const { announced, upload, scan } = what;
  if (announced.sha256 !== null && announced.sha256 !== upload.sha256) {
    return refusedReceipt(upload, scan, NOT_AS_ANNOUNCED);
  }
  if (scan === 'threat') return refusedReceipt(upload, scan, THREAT);
  if (scan === 'failed') return refusedReceipt(upload, scan, NOT_SCANNED);
  return undefined;
}

const NOT_AS_ANNOUNCED: Why = {
  problem: 'the file that arrived is not the one that was announced: its SHA-256 differs',
  remedy: 'Send the file again, as a new upload.',
};

const THREAT: Why = {
  problem: 'a malware scan found a threat in the file; it was not opened, and is not kept',
  remedy:
    'Tell whoever looks after your computers. Make the file anew on a clean one, for example as a CSV file, and send that.',
};

const NOT_SCANNED: Why = {
  problem: 'the file could not be scanned for malware, so it was not opened, and is not kept',
  remedy:
    'Take out a password if it has one, save it anew as CSV, XLSX, DOCX or PDF, and send it again.',
};

/** The receipt for a file that was erased before, by its SHA-256: it is not kept again. */
export function wasErased(upload: Upload, scan: ScanResult): Receipt {
  return refusedReceipt(upload, scan, {
    problem: 'this same file was erased at the request of an information-governance officer',
    remedy:
      'Take out what it should not have held, such as a name in a comment, and send that file.',
  });
}

/**
 * The receipt for a file that holds patient data: its hash, its kind, what was found and where, never
 * the value. Its name goes too, since it may be a person's.
 */
export function holdsPatientData(
  { upload, scan }: { readonly upload: Upload; readonly scan: ScanResult },
  kind: FileKind | null,
  patientData: PatientDataHit,
): Receipt {
  return refusedReceipt({ ...upload, fileName: WITHHELD }, scan, {
    kind,
    patientData,
    problem: `the file holds what looks like ${patientData.what} (${patientData.where}); all of it is refused, and nothing of it is kept`,
    remedy:
      'Take all patient data out, such as the column "NHS number" or a name in a comment, look through the rest of the file for more, and send it again. If patient data should not have left your organisation, tell your information-governance lead.',
  });
}
