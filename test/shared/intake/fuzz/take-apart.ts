import { instant } from '../../../../shared/calendar/day.ts';
import type { SenderRole } from '../../../../shared/evidence/fact.ts';
import type { Opened } from '../../../../shared/intake/open/opened.ts';
import { screenForPatientData } from '../../../../shared/intake/patient-data/screen.ts';
import type { ReadResult } from '../../../../shared/intake/read-result.ts';
import { kindOf, readOpened } from '../../../../shared/intake/read-upload.ts';
import { reconcile } from '../../../../shared/intake/receipt/reconcile.ts';
import { uploadOf } from '../../uploads.ts';

/** All that intake does with an opened file between quarantine and ledger. Throws where intake would lose a row. */
export function takeApart(opened: Opened, role: SenderRole): ReadResult {
  screenForPatientData(opened, { fileName: 'file', kind: kindOf(opened) });
  const read = readOpened(opened, {
    sender: { role, org: 'QHM' },
    receivedAt: instant('2023-12-10T09:00:00Z'),
    asAt: null,
    isRegistered: () => true,
    sha256: 'a'.repeat(64),
    about: null,
    mapping: null,
  });
  // Its receipt adds up, or this throws.
  reconcile({ read, upload: uploadOf({ sender: { role, org: 'QHM' } }), known: [] });
  return read;
}
