import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Instant, instant } from '../calendar/day.ts';
import type { GrantConditions, UploadGrant } from './ports.ts';
import { quarantineKey } from './quarantine-key.ts';

/** The fields of a form as they came in. */
export type FormFields = Readonly<Record<string, string | undefined>>;

/** Whether a form is what was granted; `code` is what S3 would answer, `why` says it to the sender. */
export type GrantCheck =
  | { readonly ok: true; readonly uploadId: string; readonly thenTo: string | null }
  | {
      readonly ok: false;
      readonly code: 'AccessDenied' | 'EntityTooLarge' | 'EntityTooSmall';
      readonly why: string;
    };

/** Grants on one machine, in the place of S3's presigned POSTs: the same conditions under an HMAC. */
export type FolderGrants = {
  grant(conditions: GrantConditions): UploadGrant;
  /** `bytes`: how long the file is that came along. */
  check(fields: FormFields, sent: { readonly bytes: number }, now: Instant): GrantCheck;
};

type Signer = {
  /** Where the form goes, such as "http://127.0.0.1:4000/uploads". */
  readonly url: string;
  readonly secret: Uint8Array;
  readonly now: () => Instant;
};

const FEWEST_SECRET_BYTES = 32;

/** Signs and checks grants. Throws a RangeError for a secret that could be guessed. */
export function folderGrants({ url, secret, now }: Signer): FolderGrants {
  if (secret.length < FEWEST_SECRET_BYTES) {
    throw new RangeError(`the secret that signs grants has at least ${FEWEST_SECRET_BYTES} bytes`);
  }
  return {
    grant({ uploadId, contentType, mostBytes, seconds, thenTo }) {
      const fields = {
        key: quarantineKey(uploadId),
        'Content-Type': contentType,
        'most-bytes': String(mostBytes),
        expires: instant(new Date(Date.parse(now()) + seconds * 1000).toISOString()),
        ...(thenTo !== undefined && { success_action_redirect: thenTo }),
      };
      return { url, fields: { ...fields, signature: signatureOf(fields, secret) } };
    },
    check(fields, { bytes }, moment) {
      if (!isSigned(fields, secret)) return FORGED;
      if (moment > fields['expires']!) return EXPIRED;
      const most = Number(fields['most-bytes']);
      if (bytes > most) return tooLarge(most);
      if (bytes === 0) return TOO_SMALL;
      return {
        ok: true,
        uploadId: fields['key']!.slice(quarantineKey('x').length - 1),
        thenTo: fields['success_action_redirect'] ?? null,
      };
    },
  };
}

/** What is signed. The file's own content type is not among it: what a browser makes of ".csv" differs by machine. */
const SIGNED = ['key', 'Content-Type', 'most-bytes', 'expires', 'success_action_redirect'] as const;

function signatureOf(fields: FormFields, secret: Uint8Array): string {
  const signed = JSON.stringify(SIGNED.map((name) => fields[name] ?? null));
  return createHmac('sha256', secret).update(signed).digest('hex');
}

function isSigned(fields: FormFields, secret: Uint8Array): boolean {
  // Compared as text: reading hex would let rubbish after it pass.
  const expected = Buffer.from(signatureOf(fields, secret));
  const given = Buffer.from(fields['signature'] ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const FORGED = {
  ok: false,
  code: 'AccessDenied',
  why: 'the form is not as it was given out: a field of it is missing or was changed',
} as const;

const EXPIRED = {
  ok: false,
  code: 'AccessDenied',
  why: 'the permission to send this file has run out; go back, ask for a new one and send it at once',
} as const;

function tooLarge(most: number): GrantCheck {
  const limit = most >= MIB ? `${Math.floor(most / MIB)} MB` : `${most} bytes`;
  return {
    ok: false,
    code: 'EntityTooLarge',
    why: `the file is too large: at most ${limit} are taken`,
  };
}

const MIB = 1024 * 1024;

const TOO_SMALL = {
  ok: false,
  code: 'EntityTooSmall',
  why: 'the form came without a file, or the file is empty',
} as const;
