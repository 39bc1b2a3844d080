import { COLOURS } from './palette.ts';
import { HATCH_FILL } from './patterns.ts';

/** One status as a band: the trend's column, its word, and a fill that is like no other also without colour. */
export type Band = { readonly key: string; readonly word: string; readonly fill: string };

/** From the bottom up: nearest to live first. A solid band is never beside one of a like grey. */
export const BANDS: readonly Band[] = [
  { key: 'live', word: 'Live', fill: COLOURS.blue },
  { key: 'scheduled', word: 'Scheduled', fill: HATCH_FILL.rising },
  { key: 'working_towards', word: 'Working towards', fill: COLOURS.lightBlue },
  { key: 'paused_by_letter', word: 'Paused by letter', fill: HATCH_FILL.falling },
  { key: 'opt_in', word: 'Opt-in', fill: COLOURS.purple },
  { key: 'incomplete', word: 'Incomplete', fill: HATCH_FILL.dotted },
  { key: 'reverted', word: 'Reverted', fill: COLOURS.orange },
  { key: 'conflict', word: 'Conflict', fill: HATCH_FILL.crossed },
  { key: 'no_evidence', word: 'No evidence', fill: COLOURS.grid },
];
