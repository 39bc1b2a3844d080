import type { PatientDataHit } from '../shared/intake/patient-data/hit.ts';
import { screenForPatientData } from '../shared/intake/patient-data/screen.ts';
import type { CleanFile } from './screening-clean.ts';
import { sheetOf, workbook } from './screening-files.ts';

/** More in one file mean that a whole column is taken for something else. */
const MOST = 100;

/**
 * Takes a clean file, gives every false hit in it. Screening stops at its first, so the row of each is
 * blanked and the file is screened again.
 */
export function falseHitsIn({ rows, fileName, kind }: CleanFile): readonly PatientDataHit[] {
  const left = rows.map((cells) => [...cells]);
  const hits: PatientDataHit[] = [];
  while (hits.length < MOST) {
    const hit = screenForPatientData(workbook(sheetOf(left)), { fileName, kind });
    if (hit === null) break;
    hits.push(hit);
    const row = Number(/row (\d+)/.exec(hit.where)?.[1]);
    left[row - 1] = [];
  }
  return hits;
}
