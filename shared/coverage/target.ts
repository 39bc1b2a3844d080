import type { Day } from '../calendar/day.ts';
import type { PolicyInForce } from '../policy/entry.ts';

/** What the figures are held against: a share of practices, and the day by which. */
export type Target = {
  readonly target_pct: number | null;
  readonly target_date: Day | null;
};

/**
 * The target to show beside the figures: of those in force the earliest that is still to come (the
 * day itself included), else the latest that has passed; nulls where no target is in force.
 */
export function targetToShow({ targets, validAt }: PolicyInForce): Target {
  const dated = targets.filter((target) => target.change.by !== null);
  const target = dated.find(({ change }) => change.by! >= validAt) ?? dated.at(-1);
  return {
    target_pct: target?.change.share ?? null,
    target_date: target?.change.by ?? null,
  };
}
