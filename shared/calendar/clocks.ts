import type { Day, Instant } from './day.ts';

/**
 * The three clocks that every answer hangs on.
 * `validAt`: the day the answer is about. `knownAt`: only what had been received by then counts.
 * `rulesAt`: the policy as it had been announced by this day.
 */
export type Clocks = { readonly validAt: Day; readonly knownAt: Instant; readonly rulesAt: Day };
