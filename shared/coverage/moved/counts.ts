import { STATUSES, type Status } from '../../state/decision.ts';
import type { Denominator } from '../coverage-row.ts';
import { DENOMINATOR_RULES } from '../denominators.ts';
import type { PracticeOnDay } from '../practice-on-day.ts';
import { CUTS, NOT_KNOWN } from '../scopes.ts';
import type { Standing } from './leg.ts';

/** What the standings of some practices add up to; of a change, each may be negative. Whole numbers. */
export type Counts = {
  readonly byStatus: Record<Status, number>;
  practices: number;
  patients: number;
  patientsLive: number;
};

export function noCounts(): Counts {
  const byStatus = Object.fromEntries(STATUSES.map((status) => [status, 0]));
  return {
    byStatus: byStatus as Record<Status, number>,
    practices: 0,
    patients: 0,
    patientsLive: 0,
  };
}

/** Adds a standing to the counts, or (-1) takes it away. */
export function count(counts: Counts, { status, patients }: Standing, times: 1 | -1): void {
  counts.practices += times;
  counts.byStatus[status] += times;
  counts.patients += times * patients;
  if (status === 'live') counts.patientsLive += times * patients;
}

/** Adds counts to others, status by status. */
export function addCounts(to: Counts, more: Counts): void {
  to.practices += more.practices;
  to.patients += more.patients;
  to.patientsLive += more.patientsLive;
  for (const status of STATUSES) to.byStatus[status] += more.byStatus[status];
}

/** Where a practice stands in the denominator; null: outside it, or nothing is known of it. */
export function standingOf(
  practice: PracticeOnDay | null,
  denominator: Denominator,
): Standing | null {
  if (practice === null || !DENOMINATOR_RULES[denominator](practice)) return null;
  const { decision, patients, place, supplier } = practice;
  return { status: decision.status, patients, place, supplier };
}

/** The scope of a cut that a standing counts in. */
export function scopeOf(standing: Standing, by: keyof typeof CUTS): string {
  return CUTS[by].codeOf(standing) ?? NOT_KNOWN;
}

export function isSamePlace(a: Standing, b: Standing): boolean {
  return (
    a.supplier === b.supplier &&
    a.place.region === b.place.region &&
    a.place.icb === b.place.icb &&
    a.place.subIcb === b.place.subIcb &&
    a.place.pcn === b.place.pcn
  );
}
