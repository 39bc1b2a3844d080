const UPLOAD_ID = /^[A-Za-z0-9_-]+$/;

/**
 * The key of an upload's object in quarantine: `uploads/<uploadId>`. Throws a RangeError for an id
 * that is not one of letters, digits, `_` and `-`, so that no id can climb out of its folder.
 */
export function quarantineKey(uploadId: string): string {
  if (UPLOAD_ID.test(uploadId)) return `uploads/${uploadId}`;
  throw new RangeError('an upload id is made of letters, digits, "_" and "-"');
}
