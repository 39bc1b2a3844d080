import { addDays, type Day, longDay } from '../calendar/day.ts';
import type { Fact } from '../evidence/fact.ts';
import { type Picture, saidIn } from './picture.ts';

/** A practice implementation plan, measured against what "working towards" needs (seed 000). */
export type PlanOnDay = {
  readonly lacked: readonly string[];
  readonly by: readonly Fact[];
  readonly begun: boolean;
  /** Its target date is past: it no longer shows that the practice is working towards anything. */
  readonly lapsed: boolean;
  /** The day on which the last part was said; of an incomplete one, when it first fell short. Null: no plan. */
  readonly since: Day | null;
};

const NEEDED = [
  'agreedOn',
  'leadNamed',
  'staffTraining',
  'recordReviewProcess',
  'targetOn',
] as const;

/** A plan counts when it is agreed, names a lead and a date, and covers training and the review of records. */
export function planOf({ plan, on }: Picture): PlanOnDay {
  const lacked: string[] = [];
  if (plan.agreedOn === undefined) lacked.push('the day on which the plan was agreed');
  if (plan.leadNamed === undefined) lacked.push('a named lead');
  if (plan.staffTraining?.value !== true) lacked.push('staff training');
  if (plan.recordReviewProcess?.value !== true) {
    lacked.push('a process to find and review sensitive records');
  }
  const target = plan.targetOn?.value;
  const lapsed = target !== undefined && target < on;
  if (target === undefined) lacked.push('a target date');
  else if (lapsed) lacked.push(`a target date still to come (it was ${longDay(target)})`);
  const by = saidIn(plan);
  return { lacked, by, begun: by.length > 0, lapsed, since: sinceOf(plan, lacked, lapsed) };
}

/** A plan that was complete until its date passed, or until a part was taken back, falls short from that day. */
function sinceOf(plan: Picture['plan'], lacked: readonly string[], lapsed: boolean): Day | null {
  const needed = NEEDED.map((field) => plan[field]).filter((said) => said !== undefined);
  const days = needed.map((said) => said.first.effectiveOn).sort();
  if (lacked.length === 0) return days.at(-1) ?? null;
  const ends = needed.filter((said) => said.value === false).map((said) => said.first.effectiveOn);
  if (lapsed) ends.push(addDays(plan.targetOn!.value, 1));
  if (ends.length < lacked.length) {
    const every = saidIn(plan).map((fact) => fact.effectiveOn);
    return every.sort()[0] ?? null;
  }
  const whole = needed.filter((said) => said.value !== false).map((said) => said.first.effectiveOn);
  const [firstEnd] = ends.sort();
  return [...whole, firstEnd!].sort().at(-1)!;
}
