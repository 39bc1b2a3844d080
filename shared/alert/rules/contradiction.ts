import { addDays, type Day } from '../../calendar/day.ts';
import { type Contradiction, contradictionOf } from '../../coverage/contradictions.ts';
import type { Fact } from '../../evidence/fact.ts';
import { statusOn } from '../../state/decide.ts';
import { laterLetters } from '../../state/switch-on.ts';
import type { Alert } from '../alert.ts';
import { alertBy } from './alert-by.ts';
import { firstOfSameWord } from './own-word.ts';
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
  const { by } = statusOn(subject.view);
  const said = by.map(({ asAt }) => asAt).sort();
  const since = subject.practice.decision.since ?? said.at(-1);
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
  const { picture, policy } = view;
  const { configuration, bookedSince } = picture;
  const word = found.declared === 'stop' ? stopIn(subject) : wordIn(subject);
  const isBooked = found.observed === 'off, booked';
  const shown: Fact | null = isBooked ? bookedSince : configuration.runStart;
  const since = [word.on, shown?.asAt ?? word.on].sort().at(-1)!;
  const threshold = policy.thresholds['days-until-unknown'];
  const seenOn = practice.configurationSeenOn;
  const isWaitedFor =
    found.declared === 'live' && threshold !== null && (seenOn === null || word.on > seenOn);
  return alertBy(subject, {
    rule: 'contradiction',
    since,
    from: isWaitedFor ? addDays(word.on, 1 + threshold.change.value) : since,
    because: found.means,
    closedBy: isBooked
      ? 'The booking cancelled, or the practice’s word or letter taken back.'
      : 'A new word of the practice, or an extract, so that both agree.',
    by: [...word.said, shown, isBooked ? picture.booking : configuration.held].filter(
      (fact) => fact !== null,
    ),
    entries: isWaitedFor ? [threshold] : [],
  });
}

type Word = { readonly on: Day; readonly said: readonly Fact[] };

/** Its own word, dated by the first return that gave it: one repeated every month is no newer. */
function wordIn({ view: { picture }, known }: Subject): Word {
  const { declared, on } = picture;
  if (declared === null) return { on, said: [] };
  const first = firstOfSameWord(known, declared, on);
  return { on: first.asAt, said: [declared, first] };
}

/** The first letter that asks to stop what the extract shows or books, else the latest. */
function stopIn({ view: { picture } }: Subject): Word {
  const { letters, configuration, on } = picture;
  const liveSince = configuration.held?.values.on ? configuration.runStart?.effectiveOn : undefined;
  const after =
    liveSince === undefined
      ? laterLetters(picture)
      : letters.standing.filter(({ sentOn }) => sentOn >= liveSince);
  const letter = after[0] ?? letters.standing.at(-1);
  return letter === undefined ? { on, said: [] } : { on: letter.sentOn, said: letter.said };
}
