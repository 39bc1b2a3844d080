import type { Day } from '../calendar/day.ts';
import type { PracticeCode } from '../practice/code.ts';
import type { Status } from '../state/decision.ts';
import type { About, Alert } from './alert.ts';

/** All that a run found of one practice on its day. */
export type Found = {
  readonly practice: PracticeCode;
  readonly about: About;
  /** The alerts that hold on the day, in the order of the rules. */
  readonly alerts: readonly Alert[];
  readonly status: Status;
  /** The first day of the status, as its decision says. */
  readonly since: Day | null;
  readonly isExempt: boolean;
  /** Why it is no open English GP practice; null for one that is. */
  readonly outOfScope: string | null;
  /** The practice that it merged into; null: none is known. */
  readonly successor: PracticeCode | null;
};
