export const PATIENT_DATA = [
  'an NHS number',
  'a National Insurance number',
  'a name beside a date of birth',
  'a column named like patient data',
  /** In a file name that was withheld when the upload was announced: which it was is not kept. */
  'patient data',
] as const;
/** What is kept in place of a file name that holds patient data. */
export const WITHHELD = '(withheld)';

/** What was found and where: never the value itself. `where` is words such as "sheet 1, row 12, column 3" or "page 2". */
export type PatientDataHit = {
  readonly what: (typeof PATIENT_DATA)[number];
  readonly where: string;
};
