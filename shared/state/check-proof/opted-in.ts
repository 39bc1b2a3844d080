import type { Day } from '../../calendar/day.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { Read } from './papers.ts';
import { greatest, latestDay, ofKind, word } from './rank.ts';

/** The practice's own part of an opt-in. */
export type OptedIn = {
  /** The day of its last part; null while any is missing. */
  readonly completeOn: Day | null;
  readonly by: readonly Fact[];
  readonly isBegun: boolean;
};

/** A signed and dated DPIA with the outcome opt-in, advertised, website updated, ICB told (seed 002). */
export function optedIn(dpia: Read<'dpia'>, facts: readonly Fact[], on: Day): OptedIn {
  const done = ofKind(facts, 'opt-in-step').filter((s) => s.values.on <= on);
  const steps = (['advertised', 'website-updated', 'icb-told'] as const)
    .map((step) =>
      greatest(
        done.filter((s) => s.values.step === step),
        word,
      ),
    )
    .filter((s) => s !== undefined);
  const signedOn = dpia.field('signed') === undefined ? undefined : dpia.field('completedOn')?.is;
  const outcome = dpia.field('outcome')?.is;
  const isComplete = signedOn !== undefined && outcome === 'opt-in' && steps.length === 3;
  return {
    completeOn: isComplete ? latestDay(signedOn, ...steps.map((s) => s.values.on)) : null,
    by: [...dpia.by, ...steps],
    isBegun: steps.length > 0 || (dpia.by.length > 0 && outcome !== 'automatic'),
  };
}
