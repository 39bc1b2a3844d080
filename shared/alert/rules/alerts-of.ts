import type { Day } from '../../calendar/day.ts';
import type { Alert } from '../alert.ts';
import { type Rule, STALLED_RULES } from '../rule.ts';
import { actionPlan104Missing } from './action-plan-104-missing.ts';
import { bookingMissed } from './booking-missed.ts';
import { contradiction } from './contradiction.ts';
import { evidenceIncomplete } from './evidence-incomplete.ts';
import { missingFromExtracts } from './missing-from-extracts.ts';
import { planTargetPassed } from './plan-target-passed.ts';
import { reviewOverdue } from './review-overdue.ts';
import { stalled } from './stalled.ts';
import type { Subject } from './subject.ts';

type Clause = (subject: Subject) => Alert | null;

const CLAUSES: readonly (readonly [Rule, Clause])[] = [
  ['stalled', stalled],
  ['plan-target-passed', planTargetPassed],
  ['booking-missed', bookingMissed],
  ['evidence-incomplete', evidenceIncomplete],
  ['review-overdue', reviewOverdue],
  ['action-plan-104-missing', actionPlan104Missing],
  ['contradiction', contradiction],
  ['missing-from-extracts', missingFromExtracts],
];

/**
 * Every alert that a practice has, or will have from a later day on if nothing new arrives, in the order
 * of the rules. One that is out of scope has none; one that is live, opt-in or exempt has none of those
 * for practices that do not get on. (Design: alerts.)
 */
export function alertsOf(subject: Subject): readonly Alert[] {
  const { status, signals } = subject.practice.decision;
  if (status === 'out-of-scope') return [];
  const isSettled =
    status === 'live' ||
    status === 'opt-in' ||
    signals.includes('exempt') ||
    signals.includes('exempt-nationally');
  const alerts: Alert[] = [];
  for (const [rule, clause] of CLAUSES) {
    if (isSettled && STALLED_RULES.includes(rule)) continue;
    const alert = clause(subject);
    if (alert !== null) alerts.push(alert);
  }
  return alerts;
}

/** True where an alert holds on a day: from its first day on. */
export function holdsOn({ from }: Pick<Alert, 'from'>, on: Day): boolean {
  return from <= on;
}
