import { createHmac } from 'node:crypto';
import type { SentForm } from './quarantine-contract.ts';

type Condition = Record<string, string> | readonly ['content-length-range', number, number];
type Policy = { readonly expiration: string; readonly conditions: readonly Condition[] };

/** The policy document inside a presigned POST. */
export function policyIn(fields: Readonly<Record<string, string>>): Policy {
  return JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString('utf8'));
}

/** Fields that a policy need not name: those that carry it. */
const CARRYING = ['Policy', 'X-Amz-Signature'];

/** Judges a form by its POST policy, as S3 documents it: signature, expiry, every condition, no field beside them. */
export function s3Takes({ fields, bytes, at }: SentForm, secretKey: string): boolean {
  if (
    fields['Policy'] === undefined ||
    fields['X-Amz-Signature'] !== signatureOf(fields, secretKey)
  ) {
    return false;
  }
  const { expiration, conditions } = policyIn(fields);
  if (Date.parse(at) > Date.parse(expiration)) return false;
  const named = new Set(CARRYING);
  for (const condition of conditions) {
    if (Array.isArray(condition)) {
      const [, fewest, most] = condition as readonly [string, number, number];
      if (bytes < fewest || bytes > most) return false;
    } else {
      const [[name, value]] = Object.entries(condition) as [[string, string]];
      named.add(name);
      if (fields[name] !== value) return false;
    }
  }
  return Object.keys(fields).every((name) => named.has(name));
}

function signatureOf(fields: Readonly<Record<string, string>>, secretKey: string): string {
  const [, day, region, service] = (fields['X-Amz-Credential'] ?? '').split('/');
  const hmac = (key: string | Buffer, data: string) =>
    createHmac('sha256', key).update(data).digest();
  const parts = [day, region, service, 'aws4_request'].map((part) => part ?? '');
  const key = parts.reduce<string | Buffer>((each, part) => hmac(each, part), `AWS4${secretKey}`);
  return hmac(key, fields['Policy'] ?? '').toString('hex');
}
