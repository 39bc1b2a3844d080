import { addDays, longDay } from '../../calendar/day.ts';
import type { Alert } from '../alert.ts';
import { alertBy } from './alert-by.ts';
import type { Subject } from './subject.ts';

/** The review date of its DPIA, or of a plan that still counts, has passed. (Design: alerts.) */
export function reviewOverdue(subject: Subject): Alert | null {
  const { practice, view } = subject;
  const { status, signals } = practice.decision;
  if (!signals.includes('review-overdue')) return null;
  const { dpia, plan, on } = view.picture;
  // Once it is live, or follows an opt-in model, its plan has had its day.
  const isPlanOver = status === 'live' || status === 'opt-in';
  const due = [
    { what: 'DPIA', review: dpia.reviewOn },
    { what: 'plan', review: isPlanOver ? undefined : plan.reviewOn },
  ].flatMap(({ what, review }) =>
    review === undefined || review.value >= on ? [] : [{ what, review }],
  );
  const [first, ...more] = due.sort((a, b) => (a.review.value < b.review.value ? -1 : 1));
  if (first === undefined) return null;
  const also = more.map(({ what, review }) => `, and of its ${what} on ${longDay(review.value)}`);
  const what = due.map((one) => one.what).join(' and ');
  return alertBy(subject, {
    rule: 'review-overdue',
    since: addDays(first.review.value, 1),
    because: `The review of its ${first.what} was due on ${longDay(first.review.value)}${also.join('')}.`,
    closedBy: `The ${what} reviewed, with a new review date.`,
    by: due.flatMap(({ review }) => [review.by, review.first]),
    entries: [],
  });
}
