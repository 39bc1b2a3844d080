import type { Change, Moment } from '../../state/weeks.ts';
import type { Denominator } from '../coverage-row.ts';
import { becauseEntered, becauseLeft, becauseOfList, becauseTransferred } from './because.ts';
import { becauseOfStep } from './because-of-step.ts';
import { isSamePlace, standingOf } from './counts.ts';
import type { Leg, Standing } from './leg.ts';
import { statusPath } from './status-path.ts';

/** The two moments that are compared, and whom the figures are of. */
export type LegsAsk = {
  readonly from: Moment;
  readonly to: Moment;
  readonly denominator: Denominator;
};

/**
 * One practice's change in steps of one cause each, which follow on from each other: entering or leaving
 * the denominator; or else its status (late news, correction, real change, rule change) with the patients
 * and place it had, then its patients, then its place. None where it ends as it began. `change`: the
 * practice at both moments. (Design: who moved; the parts add up exactly.)
 */
export function legsOf(change: Change, ask: LegsAsk): readonly Leg[] {
  const { denominator } = ask;
  const { before, after } = change;
  const [from, to] = [standingOf(before, denominator), standingOf(after, denominator)];
  if (from === null && to === null) return [];
  const { practice } = (after ?? before)!.decision;
  const whose = { practice, name: after?.name ?? before?.name ?? null };
  if (from === null) {
    return [
      { ...whose, cause: 'scope-entry', from, to, because: becauseEntered(before, denominator) },
    ];
  }
  if (to === null) {
    return [{ ...whose, cause: 'scope-exit', from, to, because: becauseLeft(after, denominator) }];
  }
  return stepsBetween(change, { from, to }, ask).map((step) => ({ ...whose, ...step }));
}

type Step = Omit<Leg, 'practice' | 'name'>;

function stepsBetween(
  change: Change,
  { from, to }: { from: Standing; to: Standing },
  ask: LegsAsk,
): Step[] {
  const steps: Step[] = from.status === to.status ? [] : statusSteps(change, from, ask);
  const counted = { ...from, status: to.status };
  const listed = { ...counted, patients: to.patients };
  if (counted.patients !== to.patients) {
    const because = becauseOfList(change, ask.to);
    steps.push({ cause: 'list-size', from: counted, to: listed, because });
  }
  if (!isSamePlace(listed, to)) {
    steps.push({ cause: 'transfer', from: listed, to, because: becauseTransferred(listed, to) });
  }
  return steps;
}

function statusSteps({ facts }: Change, from: Standing, ask: LegsAsk): Step[] {
  return statusPath(facts, ask).map((step) => ({
    cause: step.cause,
    from: { ...from, status: step.before.status },
    to: { ...from, status: step.after.status },
    because: becauseOfStep(step, ask),
  }));
}
