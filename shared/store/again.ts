import { setTimeout as wait } from 'node:timers/promises';

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 2_000;
const ATTEMPTS = 10;

/**
 * Tries until an attempt gives something other than undefined, pausing twice as long each time
 * (with jitter, so that writers that met once do not meet again). Throws `gaveUp` after ten attempts.
 */
export async function again<T>(attempt: () => Promise<T | undefined>, gaveUp: string): Promise<T> {
  for (let n = 0; n < ATTEMPTS; n += 1) {
    const done = await attempt();
    if (done !== undefined) return done;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** n, LONGEST_PAUSE_MS);
    await wait(pause * (0.5 + Math.random() / 2));
  }
  throw new Error(gaveUp);
}
