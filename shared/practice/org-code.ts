import * as z from 'zod';

/** What a wrong one is told. */
export const LIKE_AN_ORG_CODE = 'write an ODS code, like QHM or A81001';

/**
 * The ODS code of any organisation that sends something: capital letters and digits, at most eight, so
 * that neither a patient's number nor anybody's free text can stand in its place.
 */
export const OrgCodeSchema = z.string().regex(/^[A-Z0-9]{2,8}$/, LIKE_AN_ORG_CODE);
