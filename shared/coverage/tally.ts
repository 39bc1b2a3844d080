import type { Day } from '../calendar/day.ts';
import { STATUSES, type Status } from '../state/decision.ts';
import { certaintyOf } from './bounds.ts';
import type { PracticeOnDay } from './practice-on-day.ts';

/** Running totals of one scope: whole numbers only, so that any order of adding gives the same. */
export type Tally = {
  readonly byStatus: Record<Status, number>;
  practices: number;
  outOfScope: number;
  liveForSure: number;
  unknown: number;
  restricted: number;
  declaredLive: number;
  pausedWithPlan: number;
  unreviewed: number;
  noDocument: number;
  patients: number;
  patientsLive: number;
  patientsOutside: number;
  online: number | null;
  withAccess: number | null;
  /** Practices with both counts of accounts. */
  practicesCounted: number;
  /** Somebody is here on the day: a practice in scope, or a registered list. */
  isPeopled: boolean;
};

export function emptyTally(): Tally {
  return {
    byStatus: Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>,
    practices: 0,
    outOfScope: 0,
    liveForSure: 0,
    unknown: 0,
    restricted: 0,
    declaredLive: 0,
    pausedWithPlan: 0,
    unreviewed: 0,
    noDocument: 0,
    patients: 0,
    patientsLive: 0,
    patientsOutside: 0,
    online: null,
    withAccess: null,
    practicesCounted: 0,
    isPeopled: false,
  };
}

/** Adds a practice that the denominator leaves out: only its registered patients are shown. */
export function addOutside(tally: Tally, { decision, patients }: PracticeOnDay): void {
  const isOutOfScope = decision.status === 'out-of-scope';
  if (isOutOfScope) tally.outOfScope += 1;
  tally.patientsOutside += patients;
  if (!isOutOfScope || patients > 0) tally.isPeopled = true;
}

/** Adds a practice of the denominator; `fresh` is the first day on which a sighting still counts. */
export function addInside(tally: Tally, practice: PracticeOnDay, fresh: Day | null): void {
  const { decision, patients } = practice;
  const { status, flags } = decision;
  tally.practices += 1;
  tally.byStatus[status] += 1;
  tally.patients += patients;
  tally.isPeopled = true;
  const certainty = certaintyOf(practice, fresh);
  if (certainty === 'live') tally.liveForSure += 1;
  if (certainty === 'unknown') tally.unknown += 1;
  if (status === 'live') {
    tally.patientsLive += patients;
    if (decision.signals.includes('restricted')) tally.restricted += 1;
  } else if (practice.declaredLive) tally.declaredLive += 1;
  if (status === 'paused-by-letter' && practice.planInForce) tally.pausedWithPlan += 1;
  if (flags.includes('unreviewed')) tally.unreviewed += 1;
  if (flags.includes('no-document-seen')) tally.noDocument += 1;
  addAccounts(tally, practice);
}

/** Only where both counts are known, so that the percentage has the same practices above and below. */
function addAccounts(tally: Tally, { onlineAccounts, accountsWithAccess }: PracticeOnDay): void {
  if (onlineAccounts === null || accountsWithAccess === null) return;
  tally.online = (tally.online ?? 0) + onlineAccounts;
  tally.withAccess = (tally.withAccess ?? 0) + accountsWithAccess;
  tally.practicesCounted += 1;
}
