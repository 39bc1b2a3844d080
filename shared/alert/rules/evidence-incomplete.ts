import { addDays } from '../../calendar/day.ts';
import { listInWords } from '../../release/page/cell-words.ts';
import type { Towards } from '../../state/decision.ts';
import { directionsOf } from '../../state/incomplete.ts';
import type { Alert } from '../alert.ts';
import { alertBy } from './alert-by.ts';
import type { Subject } from './subject.ts';

const TOWARDS_WORDS: Readonly<Record<Towards, string>> = {
  live: 'that it is live',
  'opt-in': 'of an opt-in model',
  pause: 'of a pause',
  plan: 'of a plan',
};

/** Some of the evidence has come and the rest has not, for longer than policy allows. (Design: alerts; threshold days-incomplete.) */
export function evidenceIncomplete(subject: Subject): Alert | null {
  const { practice, view } = subject;
  const { status, since } = practice.decision;
  const threshold = view.policy.thresholds['days-incomplete'];
  if (status !== 'incomplete' || threshold === null) return null;
  const [direction] = directionsOf(view);
  if (direction === undefined) return null;
  // A plan that lacks nothing but a date to come has a rule of its own.
  const isPlanLapsed = practice.decision.signals.includes('plan-lapsed');
  if (direction.towards === 'plan' && isPlanLapsed && direction.lacked.length === 1) return null;
  const [firstSaid] = direction.by.map(({ asAt }) => asAt).sort();
  const begun = since ?? firstSaid;
  if (begun === undefined) return null;
  const lacked = listInWords(direction.lacked);
  return alertBy(subject, {
    rule: 'evidence-incomplete',
    since: begun,
    from: addDays(begun, threshold.change.value),
    because: `Some evidence ${TOWARDS_WORDS[direction.towards]} has come; it lacks ${lacked}.`,
    closedBy: `What is missing: ${lacked}.`,
    by: direction.by,
    entries: [threshold],
  });
}
