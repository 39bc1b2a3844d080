import { expect, test } from 'vitest';
import { scanStatus, verdictEvent } from '../../local/scan.ts';

/** Put together here as well: whole, it would set off the scanner of whoever holds this file. */
const EICAR = `${String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR`}-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;

test.each([
  ['the test file that every scanner knows', EICAR, 'THREATS_FOUND'],
  ['the same inside another file', `practice_code\n${EICAR}\n`, 'THREATS_FOUND'],
  ['a harmless file', 'practice_code,as_at_date\n', 'NO_SCAN_RAN'],
  ['an empty file', '', 'NO_SCAN_RAN'],
])('%s', (_, text, status) => {
  expect(scanStatus(new TextEncoder().encode(text))).toBe(status);
});

test('the verdict names the upload as GuardDuty does', () => {
  expect(JSON.parse(verdictEvent('up-1', 'NO_SCAN_RAN'))).toMatchObject({
    'detail-type': 'GuardDuty Malware Protection Object Scan Result',
    detail: {
      s3ObjectDetails: { objectKey: 'uploads/up-1' },
      scanResultDetails: { scanResultStatus: 'NO_SCAN_RAN' },
    },
  });
});
