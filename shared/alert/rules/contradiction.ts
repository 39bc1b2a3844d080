import { addDays, type Day } from '../../calendar/day.ts';
import { type Contradiction, contradictionOf } from '../../coverage/contradictions.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { Alert } from '../alert.ts';
import { alertBy } from './alert-by.ts';
import type { Subject } from './subject.ts';

/**
 * What it says and what its supplier's extract shows cannot both be right, or two statements that count
 * alike disagree. Where its word is newer than every extract, the next ones are waited for, as long as an
 * extract speaks for a practice. (Design: alerts, declared against observed; threshold days-until-unknown.)
 */
export function contradiction(subject: Subject): Alert | null {
  if (subject.practice.decision.status === 'conflict') return conflict(subject);
  const found = contradictionOf(subject.practice);
  return found === null ? null : declaredAgainstObserved(subject, found);
}

function conflict(subject: Subject): Alert | null {
  const { decision } = subject.practice;
  const decidedBy = new Set(decision.proof.decidedBy);
  const by = subject.known.filter(({ id }) => decidedBy.has(id));
  const [firstSaid] = by
    .map(({ asAt }) => asAt)
    .sort()
    .reverse();
  const since = decision.since ?? firstSaid;
  if (since === undefined) return null;
  return alertBy(subject, {
    rule: 'contradiction',
    since,
    because: 'Two statements about it that count alike cannot both be true.',
    closedBy: 'A correction or retraction of the one that is wrong, by whoever sent it.',
    by,
    entries: [],
  });
}

function declaredAgainstObserved(subject: Subject, found: Contradiction): Alert {
  const { view, practice } = subject;
  const { declared, configuration, bookedSince, letters } = view.picture;
  const isStop = found.declared === 'stop';
  const letter = isStop ? letters.standing.at(-1) : undefined;
  const said: readonly Fact[] = isStop ? (letter?.said ?? []) : declared === null ? [] : [declared];
  const saidOn = isStop ? (letter?.sentOn ?? null) : (declared?.asAt ?? null);
  const isBooked = found.observed === 'off, booked';
  const shown: Fact | null = isBooked ? bookedSince : (configuration.runStart ?? null);
  const since = [saidOn, shown?.asAt ?? null]
    .filter((on) => on !== null)
    .sort()
    .at(-1);
  const threshold = view.policy.thresholds['days-until-unknown'];
  const seenOn = practice.configurationSeenOn;
  const isWaitedFor =
    found.declared === 'live' && saidOn !== null && (seenOn === null || saidOn > seenOn);
  const from: Day | undefined =
    isWaitedFor && threshold !== null ? addDays(saidOn, 1 + threshold.change.value) : since;
  return alertBy(subject, {
    rule: 'contradiction',
    since: since ?? view.picture.on,
    ...(from !== undefined && { from }),
    because: found.means,
    closedBy: isBooked
      ? 'The booking cancelled, or the practice’s word or letter taken back.'
      : 'A new word of the practice, or an extract, so that both agree.',
    by: [
      ...said,
      ...(shown === null ? [] : [shown]),
      ...(isBooked ? [] : held(configuration.held)),
    ],
    entries: isWaitedFor ? [threshold] : [],
  });
}

function held(fact: Fact | null): readonly Fact[] {
  return fact === null ? [] : [fact];
}
