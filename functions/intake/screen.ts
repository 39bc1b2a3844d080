import type { Opened } from '../../shared/intake/open/opened.ts';
import { type PatientDataHit, WITHHELD } from '../../shared/intake/patient-data/hit.ts';
import { screenForPatientData } from '../../shared/intake/patient-data/screen.ts';
import { kindOf } from '../../shared/intake/read-upload.ts';

/** The first patient data found anywhere in a file or its name; null for none. A withheld name is a hit by itself. */
export function patientDataIn(opened: Opened, fileName: string): PatientDataHit | null {
  if (fileName === WITHHELD) return { what: 'patient data', where: 'the file name' };
  return screenForPatientData(opened, { fileName, kind: kindOf(opened) });
}
