/** How an amendment differs from the version before it: the largest of these counts. */
export type Amended = 'correction' | 'news' | 'method';

/**
 * The next semantic version of a week's release: 1.0.0 -> 1.0.1 for corrections alone, 1.1.0 where more
 * news came, 2.0.0 for another method. Throws a RangeError on what is no version.
 */
export function nextVersion(version: string, amended: Amended): string {
  const parts = /^(\d+)\.(\d+)\.(\d+)$/.exec(version);
  if (parts === null) throw new RangeError(`"${version}" is no version; write it as 1.0.0`);
  const [major, minor, patch] = parts.slice(1).map(Number) as [number, number, number];
  if (amended === 'method') return `${major + 1}.0.0`;
  return amended === 'news' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** Sorts versions from old to new. */
export function byVersion(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  const at = left.findIndex((part, i) => part !== right[i]);
  return at < 0 ? 0 : left[at]! - right[at]!;
}
