const UPLOAD_ID = /^[A-Za-z0-9_-]+$/;

/** What the keys of all objects in quarantine begin with. */
export const QUARANTINE = 'uploads/';

/**
 * The key of an upload's object in quarantine: `uploads/<uploadId>`. Throws a RangeError for an id
 * that is not one of letters, digits, `_` and `-`, so that no id can climb out of its folder.
 */
export function quarantineKey(uploadId: string): string {
  if (UPLOAD_ID.test(uploadId)) return `${QUARANTINE}${uploadId}`;
  throw new RangeError('an upload id is made of letters, digits, "_" and "-"');
}

/** The upload whose object has this key; undefined for the key of anything else. */
export function uploadIdIn(key: string): string | undefined {
  const uploadId = key.startsWith(QUARANTINE) ? key.slice(QUARANTINE.length) : '';
  return UPLOAD_ID.test(uploadId) ? uploadId : undefined;
}
