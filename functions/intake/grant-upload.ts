import * as z from 'zod';
import { DaySchema, type Instant, londonDay } from '../../shared/calendar/day.ts';
import { SENDER_ROLES } from '../../shared/evidence/fact.ts';
import { DOCUMENT_KINDS } from '../../shared/intake/document/checklist.ts';
import { WITHHELD } from '../../shared/intake/patient-data/hit.ts';
import { hasPatientData } from '../../shared/intake/patient-data/screen.ts';
import {
  CONTENT_TYPES,
  GRANT_SECONDS,
  MOST_UPLOAD_BYTES,
} from '../../shared/intake/upload-limits.ts';
import { PracticeCodeSchema } from '../../shared/practice/code.ts';
import { OrgCodeSchema } from '../../shared/practice/org-code.ts';
import type { Quarantine, UploadGrant, Work } from '../../shared/store/ports.ts';

type Deps = {
  readonly quarantine: Pick<Quarantine, 'uploadGrant'>;
  readonly work: Pick<Work, 'announce'>;
  /** A new upload id each time, which nobody can guess. */
  readonly newId: () => string;
  readonly now: () => Instant;
  /** Where the receipt of an upload is shown, for a browser to go on to; left out where there are no pages. */
  readonly receiptAt?: (uploadId: string) => string;
};

/** A form to send one file with; or why there is none, in words for whoever asked. */
export type GrantAnswer =
  | { readonly uploadId: string; readonly grant: UploadGrant }
  | { readonly refused: readonly string[] };

const LONGEST_NAME = 255;

const GrantRequest = z.strictObject({
  /** Who will send it, as signed in: never taken from the form or the file. */
  sender: z.strictObject({
    role: z.enum(SENDER_ROLES),
    org: OrgCodeSchema.exactOptional(),
  }),
  fileName: z
    .string()
    .min(1, 'say what the file is called, for example tracker.xlsx')
    .max(LONGEST_NAME, `at most ${LONGEST_NAME} letters`)
    .refine((name) => !/[\p{Cc}/\\]/u.test(name), 'give the name alone, for example tracker.xlsx'),
  contentType: z.enum(
    CONTENT_TYPES,
    'a CSV, XLSX, DOCX or PDF file is taken, for example text/csv',
  ),
  about: z
    .strictObject({
      practice: PracticeCodeSchema.nullable(),
      document: z.enum(DOCUMENT_KINDS).nullable(),
    })
    .exactOptional(),
  asAt: DaySchema.nullable().default(null),
});

/**
 * Grants one upload: announces it under a new id, and gives a form that takes one file of that type, up
 * to 20 MB, for five minutes (issue: upload path). A file name that holds patient data is withheld, so
 * that it is never written down; intake then refuses the upload. Wrong requests are answered with what is
 * wrong, never with what was sent. Throws only where a store does.
 */
export function grantUpload(deps: Deps): (asked: unknown) => Promise<GrantAnswer> {
  return async (asked) => {
    const request = GrantRequest.safeParse(asked);
    if (!request.success) return { refused: request.error.issues.map(problemIn) };
    const { sender, fileName, contentType, about, asAt } = request.data;
    if (asAt !== null && asAt > londonDay(deps.now())) return { refused: [DAY_TO_COME] };
    const uploadId = deps.newId();
    const announced = await deps.work.announce({
      uploadId,
      sha256: null,
      receivedAt: null,
      fileName: hasPatientData(fileName) ? WITHHELD : fileName,
      sender,
      asAt,
      ...(about !== undefined && { about }),
    });
    if (announced === 'known') throw new Error('a new upload id was not new');
    const limits = { mostBytes: MOST_UPLOAD_BYTES, seconds: GRANT_SECONDS };
    const thenTo = deps.receiptAt?.(uploadId);
    const grant = await deps.quarantine.uploadGrant({
      ...{ uploadId, contentType, ...limits },
      ...(thenTo !== undefined && { thenTo }),
    });
    return { uploadId, grant };
  };
}

const DAY_TO_COME =
  'asAt: it is a day to come, and no file speaks of one; write for example 2023-12-04';

function problemIn({ path, message, code }: z.core.$ZodIssue): string {
  // The names of fields nobody knows are the caller's own words: not repeated.
  const said = code === 'unrecognized_keys' ? 'there is a field that is not known' : message;
  return path.length === 0 ? said : `${path.join('.')}: ${said}`;
}
