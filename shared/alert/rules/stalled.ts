import { addDays, longDay } from '../../calendar/day.ts';
import { statusOn } from '../../state/decide.ts';
import type { Status } from '../../state/decision.ts';
import { STATUS_WORDS } from '../../state/words.ts';
import type { Alert } from '../alert.ts';
import { alertBy } from './alert-by.ts';
import { lastProgress } from './progress.ts';
import { dutyIn } from './rules-told.ts';
import type { Subject } from './subject.ts';

/** What a practice that stands still could do, by its status. Those with a date to come are not asked; an incomplete one, and one in conflict, have rules of their own. */
const WAYS_ON: Partial<Readonly<Record<Status, string>>> = {
  'no-evidence':
    'Any step: a complete plan with a date to come, a booked switch-on, a DPIA for an opt-in model, or an extract that shows default access on.',
  'paused-by-letter':
    'A complete plan with a date to come, a booked switch-on, a DPIA for an opt-in model, or the withdrawal of its letter.',
  reverted:
    'A complete plan with a date to come, a booked switch-on, a DPIA for an opt-in model, or an extract that shows default access on again.',
};

/** No progress for as many weeks as policy allows, where no date is agreed. (Design: alerts; threshold weeks-without-progress.) */
export function stalled(subject: Subject): Alert | null {
  const { practice, view, known } = subject;
  const { status } = practice.decision;
  const closedBy = WAYS_ON[status];
  const threshold = view.policy.thresholds['weeks-without-progress'];
  if (closedBy === undefined || threshold === null || practice.planInForce) return null;
  const progress = lastProgress(view, known);
  if (progress === null) return null;
  // While no date binds anybody, a practice that never set out is late for nothing.
  const duty = dutyIn(view.policy);
  if (duty === null && !progress.isOfItsOwn) return null;
  const basis = statusOn(view);
  const day = longDay(progress.on);
  const last = progress.isOfItsOwn
    ? `The last step was ${progress.what}, on ${day}.`
    : progress.entries.length > 0
      ? `No step of its own is known since the rules last changed, on ${day}.`
      : `No step of its own is known since ${progress.what}, on ${day}.`;
  return alertBy(subject, {
    rule: 'stalled',
    since: progress.on,
    from: addDays(progress.on, threshold.change.value * 7),
    because: `The practice ${STATUS_WORDS[status]}. ${last}`,
    closedBy,
    by: [...progress.by, ...basis.by],
    entries: [threshold, ...progress.entries, duty, ...basis.entries],
  });
}
