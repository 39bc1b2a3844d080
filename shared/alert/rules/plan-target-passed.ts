import { addDays, longDay } from '../../calendar/day.ts';
import type { Alert } from '../alert.ts';
import { alertBy } from './alert-by.ts';
import type { Subject } from './subject.ts';

/** The target date in its plan is past and it is not live; a switch-on that is booked says a new date. (Design: alerts.) */
export function planTargetPassed(subject: Subject): Alert | null {
  const { decision } = subject.practice;
  const { targetOn } = subject.view.picture.plan;
  if (!decision.signals.includes('plan-lapsed') || targetOn === undefined) return null;
  if (decision.status === 'scheduled') return null;
  return alertBy(subject, {
    rule: 'plan-target-passed',
    since: addDays(targetOn.value, 1),
    because: `Its plan was to be live by ${longDay(targetOn.value)}; no extract shows it so.`,
    closedBy:
      'A plan with a new target date, a booked switch-on, or an extract that shows default access on.',
    by: [targetOn.by, targetOn.first],
    entries: [],
  });
}
