import { NO_SCAN } from '../functions/intake/on-upload.ts';

/** The harmless file that every scanner knows, in two halves: whole, it would set off the scanner of whoever holds this source. */
const EICAR = [
  String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-`,
  'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('');

/**
 * What stands in for a malware scan on one machine: the scanners' own test file is a threat, of all
 * else it says plainly that no scan ran. In the cloud GuardDuty gives the verdict.
 */
export function scanStatus(bytes: Uint8Array): 'THREATS_FOUND' | typeof NO_SCAN {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(EICAR, 0, 'latin1')
    ? 'THREATS_FOUND'
    : NO_SCAN;
}

/** The event that wakes intake, in GuardDuty's shape. */
export function verdictEvent(uploadId: string, scanResultStatus: string): string {
  return JSON.stringify({
    'detail-type': 'GuardDuty Malware Protection Object Scan Result',
    detail: {
      s3ObjectDetails: { objectKey: `uploads/${uploadId}` },
      scanResultDetails: { scanResultStatus },
    },
  });
}
