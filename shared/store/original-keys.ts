const SHA256 = /^[0-9a-f]{64}$/;

/** The key of a clean original: `evidence/originals/<sha256>`. Throws a RangeError for anything that is no SHA-256 in hex. */
export function originalKey(sha256: string): string {
  return `evidence/originals/${checked(sha256)}`;
}

/** The key of what stays of an erased original: `evidence/tombstones/<sha256>.json`. Throws as above. */
export function tombstoneKey(sha256: string): string {
  return `evidence/tombstones/${checked(sha256)}.json`;
}

function checked(sha256: string): string {
  if (SHA256.test(sha256)) return sha256;
  throw new RangeError('a SHA-256 is written as 64 hex digits in lower case');
}
