import type { FactOf } from '../../evidence/fact.ts';
import { latestWordFirst } from '../../state/sorted-facts.ts';
import type { Alert } from '../alert.ts';
import { alertBy } from './alert-by.ts';
import type { Subject } from './subject.ts';

type Counts = FactOf<'access-counts'>;

/**
 * More patients are coded 104 than policy allows without an action plan for reviewing them, and none is
 * known. (NHS England to practices, reported 3 February 2023; design: alerts; threshold share-104-over.)
 */
export function actionPlan104Missing(subject: Subject): Alert | null {
  const { blocking, picture, policy } = subject.view;
  const { counts, countsBefore, bulk104, list } = picture;
  const threshold = policy.thresholds['share-104-over'];
  if (!blocking.isOverThreshold || counts === null || list === null || threshold === null)
    return null;
  if (bulk104.actionPlanOn !== undefined) return null;
  const most = (list.values.patients * threshold.change.value) / 100;
  const first = firstOver(subject, counts, most);
  return alertBy(subject, {
    rule: 'action-plan-104-missing',
    since: first.asAt,
    because: `More than ${threshold.change.value}% of its patients are coded 104, which holds back their access; no action plan for reviewing them is known.`,
    closedBy: `The day of an action plan for reviewing patients coded 104, or an extract with no more than ${threshold.change.value}% of patients coded so.`,
    by: [counts, ...countsBefore, list, first],
    entries: [threshold],
  });
}

/** The first of the unbroken run of extracts that show so many, so that a new extract makes nothing younger. */
function firstOver({ known, view }: Subject, counts: Counts, most: number): Counts {
  const own = known
    .filter((fact) => fact.kind === 'access-counts')
    .filter(({ values, asAt }) => values.supplier === counts.values.supplier && asAt < counts.asAt)
    .filter(
      ({ values, effectiveOn }) => values.patients104 !== null && effectiveOn <= view.picture.on,
    )
    .sort(latestWordFirst);
  let first = counts;
  for (const said of own) {
    // Of one day the word that is believed comes first.
    if (said.asAt === first.asAt) continue;
    if (said.values.patients104! <= most) break;
    first = said;
  }
  return first;
}
