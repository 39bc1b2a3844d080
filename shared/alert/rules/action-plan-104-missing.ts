import type { Day } from '../../calendar/day.ts';
import type { Fact, FactOf } from '../../evidence/fact.ts';
import type { Alert } from '../alert.ts';
import { alertBy } from './alert-by.ts';
import type { Subject } from './subject.ts';

/**
 * More patients are coded 104 than policy allows without an action plan for reviewing them, and none is
 * known. (NHS England to practices, reported 3 February 2023; design: alerts; threshold share-104-over.)
 */
export function actionPlan104Missing(subject: Subject): Alert | null {
  const { blocking, picture, policy } = subject.view;
  const { counts, bulk104, list } = picture;
  const threshold = policy.thresholds['share-104-over'];
  if (!blocking.isOverThreshold || counts === null || list === null || threshold === null)
    return null;
  if (bulk104.actionPlanOn !== undefined) return null;
  const most = (list.values.patients * threshold.change.value) / 100;
  return alertBy(subject, {
    rule: 'action-plan-104-missing',
    since: overSince(subject.known, { counts, most, on: picture.on }),
    because: `More than ${threshold.change.value}% of its patients are coded 104, which holds back their access; no action plan for reviewing them is known.`,
    closedBy: `The day of an action plan for reviewing patients coded 104, or an extract with no more than ${threshold.change.value}% of patients coded so.`,
    by: blocking.by,
    entries: [threshold],
  });
}

type Run = { readonly counts: FactOf<'access-counts'>; readonly most: number; readonly on: Day };

/** The first of the unbroken run of extracts that show so many, so that a new extract makes nothing younger. */
function overSince(known: readonly Fact[], { counts, most, on }: Run): Day {
  const own = known
    .filter((fact) => fact.kind === 'access-counts')
    .filter(({ values, asAt }) => values.supplier === counts.values.supplier && asAt <= on)
    .filter(({ values }) => values.patients104 !== null)
    .sort((a, b) => (a.asAt === b.asAt ? 0 : a.asAt > b.asAt ? -1 : 1));
  let since = counts.asAt;
  for (const { asAt, values } of own) {
    if (values.patients104! <= most) break;
    if (asAt < since) since = asAt;
  }
  return since;
}
