import { day } from '../calendar/day.ts';
import type { PolicyEntry } from './entry.ts';

/** What a milestone needs; the rest is the same for all of them. */
type Remembered = { id: string; on: string; says: string; source: string };

/** Takes something worth remembering, gives it as an entry that changes no rule: known and true from one day. */
export function milestone({ id, on, says, source }: Remembered): PolicyEntry {
  return {
    id,
    announcedOn: day(on),
    effectiveFrom: day(on),
    says,
    change: { topic: 'milestone' },
    source,
    supersedes: [],
  };
}
