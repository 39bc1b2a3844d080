import type { PracticeCode } from '../../practice/code.ts';
import type { Supplier } from '../../practice/supplier.ts';
import type { Status } from '../../state/decision.ts';
import type { Place } from '../practice-on-day.ts';

/** What a change of the figures is put down to, in the order in which a practice's changes are told. */
export const CAUSES = [
  'late-news',
  'correction',
  'real-change',
  'rule-change',
  'scope-entry',
  'scope-exit',
  'list-size',
  'transfer',
] as const;
export type Cause = (typeof CAUSES)[number];

/** Where a practice of the denominator stands: all that the figures of practices and patients count. */
export type Standing = {
  readonly status: Status;
  readonly patients: number;
  readonly place: Place;
  readonly supplier: Supplier | null;
};

/**
 * One step of one practice from the earlier release to the later, with one cause. Null: in no denominator.
 * The legs of a practice follow on from each other, so their parts add up to its whole change.
 */
export type Leg = {
  readonly practice: PracticeCode;
  readonly name: string | null;
  readonly cause: Cause;
  readonly from: Standing | null;
  readonly to: Standing | null;
  /** One plain sentence: what is behind it. */
  readonly because: string;
};
