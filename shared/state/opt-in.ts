import type { Day } from '../calendar/day.ts';
import type { Fact } from '../evidence/fact.ts';
import { type OptInStep, type Picture, saidIn } from './picture.ts';

/** How far a practice's opt-in has got (seed 002: DPIA, advertise, website, write to the ICB). */
export type OptIn = {
  readonly lacked: readonly string[];
  readonly by: readonly Fact[];
  /** At least one step towards it was said to be done. */
  readonly begun: boolean;
  /** The day on which the last part was done; null while anything is lacking. */
  readonly completedOn: Day | null;
};

const STEPS: readonly [OptInStep, string][] = [
  ['advertised', 'the day on which the opt-in was advertised'],
  ['website-updated', 'the day on which the website was updated'],
  ['icb-told', 'the day on which the ICB was told'],
];

/** The practice's own part of an opt-in; what the supplier must show comes with the clauses. */
export function optInOf(picture: Picture): OptIn {
  const { completedOn: signedOn, signed, outcome } = picture.dpia;
  const lacked: string[] = [];
  if (signed === undefined) lacked.push('a signature on the DPIA');
  if (signedOn === undefined) lacked.push('a date on the DPIA');
  if (outcome?.value !== 'opt-in') lacked.push('a DPIA with the outcome opt-in');
  for (const [step, words] of STEPS) if (!picture.steps.has(step)) lacked.push(words);
  const steps = [...picture.steps.values()];
  const dpiaFacts = saidIn(picture.dpia);
  const begun = steps.length > 0 || (dpiaFacts.length > 0 && outcome?.value !== 'automatic');
  const days = steps.map((s) => s.values.on);
  if (signedOn !== undefined) days.push(signedOn.value);
  const completedOn = lacked.length === 0 ? days.reduce((a, b) => (a > b ? a : b)) : null;
  return { lacked, by: [...dpiaFacts, ...steps], begun, completedOn };
}
