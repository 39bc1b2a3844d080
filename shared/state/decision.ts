import type { Clocks } from '../calendar/clocks.ts';
import type { Day } from '../calendar/day.ts';
import type { Fact } from '../evidence/fact.ts';
import type { PracticeCode } from '../practice/code.ts';

/** Every status a practice can have, in the order in which the clauses are tried. */
export const STATUSES = [
  'out-of-scope',
  'conflict',
  'live',
  'opt-in',
  'scheduled',
  'paused-by-letter',
  'working-towards',
  'reverted',
  'incomplete',
  'no-evidence',
] as const;
export type Status = (typeof STATUSES)[number];

/** The clauses in the order tried; `opt-in-after-go-live` gives the status opt-in before `live` is tried. */
export const CLAUSES = [
  'out-of-scope',
  'conflict',
  'opt-in-after-go-live',
  'live',
  'opt-in',
  'scheduled',
  'paused-by-letter',
  'working-towards',
  'reverted',
  'incomplete',
  'no-evidence',
] as const;
export type Clause = (typeof CLAUSES)[number];

/** What an incomplete practice's evidence points to. */
export type Towards = 'live' | 'opt-in' | 'pause' | 'plan';

/** Something that a commissioner or the practice should act on; never changes the status by itself. */
export const SIGNALS = [
  'stop-requested',
  'overdue',
  'booking-missed',
  'held-by-104',
  'restricted',
  'supplier-changed',
  'opt-in-awaiting-extract',
  'review-overdue',
  'plan-lapsed',
  'judged-out',
  'change-asked',
  'declared-live',
  'exempt',
  'exempt-nationally',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** How far the evidence behind the status may be leant on. */
export const FLAGS = [
  'register-later-than-day',
  'not-in-register',
  'supplier-not-known',
  'letter-time-not-given',
  'no-document-seen',
  'unreviewed',
  'via-icb',
  'via-pcn',
  'relayed',
  'backfilled',
] as const;
export type Flag = (typeof FLAGS)[number];

/** What the contract says of the status. */
export const LABELS = ['past-contractual-date', 'contract-position-disputed'] as const;
export type Label = (typeof LABELS)[number];

/** A clause that was tried before the deciding one, and what it lacked, in words that fit "it lacks …". */
export type Tried = { readonly clause: Clause; readonly lacked: readonly string[] };

export type Proof = {
  readonly clause: Clause;
  /** Every fact that the answer rests on, whole: the status can be worked out again from these alone. */
  readonly used: readonly Fact[];
  /** Ids of those among them that met the deciding clause. */
  readonly decidedBy: readonly string[];
  readonly tried: readonly Tried[];
  /** Ids of the policy entries that the answer rests on. */
  readonly policy: readonly string[];
  /** All facts known of the practice at knownAt: how many, and the SHA-256 of their sorted ids. */
  readonly considered: { readonly count: number; readonly digest: string };
};

/** One practice's state under three clocks, with its proof. */
export type Decision = {
  readonly practice: PracticeCode;
  readonly status: Status;
  readonly clause: Clause;
  /** Only when incomplete: what the evidence points to. */
  readonly towards: Towards | null;
  readonly flags: readonly Flag[];
  readonly signals: readonly Signal[];
  readonly labels: readonly Label[];
  /** The first day, up to validAt, from which the deciding evidence and rule gave this status; null where nothing dates it. */
  readonly since: Day | null;
  readonly proof: Proof;
  readonly clocks: Clocks;
};

/** What only a reader of one practice asks for; dearer than the decision itself. */
export type DecisionInFull = Decision & {
  readonly explanation: string;
  /** The first later day on which status, signals or labels change though nothing new arrives. */
  readonly nextChange: {
    readonly on: Day;
    readonly status: Status;
    readonly because: string;
  } | null;
  readonly nearestBetter: { readonly status: Status; readonly ifOnly: readonly string[] } | null;
  /** SHA-256 over the decision's canonical JSON without this field: any later change of it shows. */
  readonly seal: string;
};
