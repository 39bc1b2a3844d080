import type { Day, Instant } from '../../shared/calendar/day.ts';
import type { Sender } from '../../shared/evidence/fact.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import type { Status } from '../../shared/state/decision.ts';

/** A file as somebody sent it, and what our own records say of its coming. */
export type SampleFile = {
  readonly name: string;
  readonly text: string;
  readonly sender: Sender;
  readonly receivedAt: Instant;
  /** For files that bear no date of their own. */
  readonly asAt: Day | null;
  /** Rows that intake is meant to reject. */
  readonly badRows?: number;
};

/** The status that the script meant a practice to have, as known at the end of a day and under that day's rules. */
export type Truth = {
  readonly practice: PracticeCode;
  readonly storyline: string;
  readonly validAt: Day;
  readonly status: Status;
};

/** A made-up England: the files, in the order of their coming, and the states that their script intended. */
export type Sample = {
  readonly madeUp: 'Made-up data';
  readonly files: readonly SampleFile[];
  readonly truth: readonly Truth[];
};
