import { addDays } from '../../calendar/day.ts';
import { listInWords } from '../../release/page/cell-words.ts';
import type { Towards } from '../../state/decision.ts';
import { directionsOf } from '../../state/incomplete.ts';
import type { Alert } from '../alert.ts';
import { alertBy } from './alert-by.ts';
import { firstOfSameWord } from './own-word.ts';
import type { Subject } from './subject.ts';

const TOWARDS_WORDS: Readonly<Record<Towards, string>> = {
  live: 'that it is live',
  'opt-in': 'of an opt-in model',
  pause: 'of a pause',
  plan: 'of a plan',
};

/** Some of the evidence has come and the rest has not, for longer than policy allows. (Design: alerts; threshold days-incomplete.) */
export function evidenceIncomplete(subject: Subject): Alert | null {
  const { practice, view, known } = subject;
  const { declared, on } = view.picture;
  const threshold = view.policy.thresholds['days-incomplete'];
  if (practice.decision.status !== 'incomplete' || threshold === null) return null;
  const [direction] = directionsOf(view);
  if (direction === undefined || direction.since === null) return null;
  // A plan that lacks nothing but a date to come has a rule of its own.
  const isPlanLapsed = practice.decision.signals.includes('plan-lapsed');
  if (direction.towards === 'plan' && isPlanLapsed && direction.lacked.length === 1) return null;
  // Its bare word that it is live, which no extract shows, is a contradiction: one practice, one alert of it.
  const isWordAlone = direction.by.every(({ kind }) => kind === 'declared-status');
  if (direction.towards === 'live' && isWordAlone) return null;
  // Where its own word is the oldest there is, it counts from when it was first given.
  const isByWord =
    declared !== null &&
    direction.by.includes(declared) &&
    declared.effectiveOn === direction.since;
  const first = isByWord ? firstOfSameWord(known, declared, on) : null;
  const since = first?.effectiveOn ?? direction.since;
  const lacked = listInWords(direction.lacked);
  return alertBy(subject, {
    rule: 'evidence-incomplete',
    since,
    from: addDays(since, threshold.change.value),
    because: `Some evidence ${TOWARDS_WORDS[direction.towards]} has come; it lacks ${lacked}.`,
    closedBy: `What is missing: ${lacked}.`,
    by: first === null ? direction.by : [...direction.by, first],
    entries: [threshold],
  });
}
