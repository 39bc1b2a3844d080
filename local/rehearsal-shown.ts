import type { Day } from '../shared/calendar/day.ts';
import type { PolicyEntry } from '../shared/policy/entry.ts';
import type { alertsThatDiffer, Rehearsal } from './rehearsal.ts';

/** What a rehearsal shows. */
export type Shown = Rehearsal & {
  readonly icb: string | null;
  readonly asOf: Day;
  readonly from: Day | null;
  /** It began from nothing though something is stored: the step has run for a later day. */
  readonly isFromNothing: boolean;
  /** Alerts that only one of the two policies opens; null: no other policy was given. */
  readonly differs: ReturnType<typeof alertsThatDiffer> | null;
  readonly given: readonly PolicyEntry[];
};
