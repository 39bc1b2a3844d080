import type { Clocks } from '../../../shared/calendar/clocks.ts';
import type { Known } from '../world.ts';

/** What was worked out, by what it was worked out from. */
export type Kept<T> = (key: string, work: () => T) => T;

/**
 * Keeps the answers asked for last, so that a page, its chart and its file are worked out once. A promise that
 * fails is forgotten: the next who asks tries again.
 */
export function keptLast<T>(most: number): Kept<T> {
  const kept = new Map<string, T>();
  return (key, work) => {
    const found = kept.has(key) ? (kept.get(key) as T) : work();
    kept.delete(key);
    kept.set(key, found);
    if (found instanceof Promise) found.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size > most) kept.delete(oldest);
    }
    return found;
  };
}

/** What an answer from all facts hangs on: asked as known at any time after the latest receipt it is the same. */
export function momentKey({ version, lastReceipt }: Known, { validAt, knownAt, rulesAt }: Clocks) {
  const known = knownAt >= lastReceipt ? 'all' : knownAt;
  return `${version} ${validAt} ${known} ${rulesAt}`;
}
