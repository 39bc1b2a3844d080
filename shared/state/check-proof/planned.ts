import { addDays, type Day } from '../../calendar/day.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { Read } from './papers.ts';
import { earliestEffect, latestDay } from './rank.ts';

/** A practice implementation plan against what "working towards" needs (seed 000). */
export type Planned = {
  readonly isWhole: boolean;
  readonly isLapsed: boolean;
  readonly reviewOn: Day | undefined;
  readonly by: readonly Fact[];
  readonly since: Day | null;
};

const PARTS = [
  'agreedOn',
  'leadNamed',
  'staffTraining',
  'recordReviewProcess',
  'targetOn',
] as const;

/** Measures a plan: agreed, lead, staff training, review process and a target date that is not past. */
export function planned(plan: Read<'plan'>, on: Day): Planned {
  const given = PARTS.map(plan.field).filter((f) => f !== undefined);
  const kept = given.filter((f) => f.is !== false).map((f) => f.first.effectiveOn);
  const ends = given.filter((f) => f.is === false).map((f) => f.first.effectiveOn);
  const target = plan.field('targetOn')?.is;
  const isLapsed = target !== undefined && target < on;
  if (isLapsed) ends.push(addDays(target, 1));
  const hasAll = given.length === PARTS.length;
  const isWhole = hasAll && ends.length === 0;
  let since = earliestEffect(plan.by);
  if (isWhole) since = latestDay(...kept);
  // What was whole once falls short from the day on which the first part ended.
  else if (hasAll) since = latestDay(...kept, ends.toSorted()[0]!);
  return { isWhole, isLapsed, reviewOn: plan.field('reviewOn')?.is, by: plan.by, since };
}
