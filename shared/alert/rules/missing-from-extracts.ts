import { longDay } from '../../calendar/day.ts';
import type { Alert } from '../alert.ts';
import { alertBy } from './alert-by.ts';
import type { Subject } from './subject.ts';

/**
 * The latest extracts of its supplier, as many in a row as policy allows, list its other practices and not
 * this one. (Design: alerts; threshold extracts-missing.)
 */
export function missingFromExtracts(subject: Subject): Alert | null {
  const { view, extracts } = subject;
  const { supplier, first, isLaterThanDay } = view.picture.supplier;
  const threshold = view.policy.thresholds['extracts-missing'];
  if (supplier === null || first === null || isLaterThanDay || threshold === null) return null;
  // Several suppliers go by that name: the extract of one leaves out the practices of another.
  if (supplier === 'other') return null;
  const latest = extracts.get(supplier) ?? [];
  // Most were listed in the very latest.
  const lastSeen = view.picture.latestExtract;
  if (lastSeen !== null && lastSeen.asAt >= (latest[0] ?? '')) return null;
  const openedOn = view.picture.register.listing?.values.openedOn ?? null;
  const known = [first.asAt, openedOn, lastSeen?.asAt ?? null].filter((on) => on !== null);
  const begun = known.sort().at(-1)!;
  const missed = latest.filter((on) => on > begun).toReversed();
  const [since] = missed;
  const from = missed[threshold.change.value - 1];
  if (since === undefined || from === undefined) return null;
  return alertBy(subject, {
    rule: 'missing-from-extracts',
    since,
    from,
    because: `${supplier} extracts have left it out since that of ${longDay(since)}.`,
    closedBy: 'An extract that lists it again, or a file that names another supplier for it.',
    by: lastSeen === null ? [first] : [first, lastSeen],
    entries: [threshold],
  });
}
