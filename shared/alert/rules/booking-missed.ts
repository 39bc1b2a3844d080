import { addDays, longDay } from '../../calendar/day.ts';
import type { Alert } from '../alert.ts';
import { alertBy } from './alert-by.ts';
import type { Subject } from './subject.ts';

/**
 * A switch-on date passed, the days that policy allows are over, and nothing came of it. While no extract
 * of that day or later speaks of the practice nobody can know: it is waited for as long as an extract
 * speaks for a practice. (Design: alerts; thresholds days-overdue-booking, days-until-unknown.)
 */
export function bookingMissed(subject: Subject): Alert | null {
  const { practice, view } = subject;
  const { missed } = view.switchOns;
  if (!practice.decision.signals.includes('booking-missed') || missed?.date == null) return null;
  const { thresholds } = view.policy;
  const latest = view.picture.latestExtract;
  const isSeenSince = latest !== null && latest.asAt >= missed.date;
  const threshold = thresholds[isSeenSince ? 'days-overdue-booking' : 'days-until-unknown'];
  return alertBy(subject, {
    rule: 'booking-missed',
    since: missed.date,
    from: addDays(missed.date, 1 + (threshold?.change.value ?? 0)),
    because: `Its switch-on was due on ${longDay(missed.date)}; no extract shows it on.`,
    closedBy:
      'A new date booked with its supplier, an extract that shows default access on, or one without the date.',
    by: isSeenSince ? [...missed.by, latest] : missed.by,
    entries: [threshold, ...missed.entries],
  });
}
