import { longDay } from '../../calendar/day.ts';
import type { Alert } from '../alert.ts';
import { alertBy } from './alert-by.ts';
import type { Subject } from './subject.ts';

/**
 * The latest extracts of its supplier, as many in a row as policy allows, list its other practices and not
 * this one. (Design: alerts; threshold extracts-missing.)
 */
export function missingFromExtracts(subject: Subject): Alert | null {
  const { view, known, extracts } = subject;
  const { supplier, first, isLaterThanDay } = view.picture.supplier;
  const threshold = view.policy.thresholds['extracts-missing'];
  if (supplier === null || first === null || isLaterThanDay || threshold === null) return null;
  const openedOn = view.picture.register.listing?.values.openedOn ?? null;
  const begun = openedOn !== null && openedOn > first.asAt ? openedOn : first.asAt;
  const listedIn = new Set(
    known.flatMap((fact) =>
      (fact.kind === 'default-access' ||
        fact.kind === 'switch-on-booked' ||
        fact.kind === 'access-counts') &&
      fact.values.supplier === supplier
        ? [fact.asAt]
        : [],
    ),
  );
  const latest = extracts.get(supplier) ?? [];
  const end = latest.findIndex((on) => on <= begun || listedIn.has(on));
  const missed = (end === -1 ? latest : latest.slice(0, end)).toReversed();
  const [since] = missed;
  const from = missed[threshold.change.value - 1];
  if (since === undefined || from === undefined) return null;
  return alertBy(subject, {
    rule: 'missing-from-extracts',
    since,
    from,
    because: `The extracts of ${supplier === 'other' ? 'its supplier' : supplier} have not listed it since that of ${longDay(since)}, the first without it.`,
    closedBy: 'An extract that lists it again, or word of another supplier.',
    by: [first],
    entries: [threshold],
  });
}
