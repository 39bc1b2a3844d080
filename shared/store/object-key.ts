const SEGMENT = /^[A-Za-z0-9_=-][A-Za-z0-9._=-]*$/;

/**
 * Gives the key back when it is one that every adapter can hold: segments of letters, digits and
 * `. _ = -` between single slashes, none of which begins with a dot. Throws a RangeError otherwise,
 * so that no key can climb out of the folder that holds the objects.
 */
export function objectKey(key: string): string {
  if (key.split('/').every((segment) => SEGMENT.test(segment))) return key;
  throw new RangeError(
    'an object key is made of segments of letters, digits, ". _ = -" between slashes, none beginning with a dot',
  );
}

/** The same for the beginning of keys: its last segment may be cut short or empty. */
export function keyPrefix(prefix: string): string {
  objectKey(`${prefix}x`);
  return prefix;
}
