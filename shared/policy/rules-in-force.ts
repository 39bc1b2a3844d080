import type { PolicyEntry, PolicyInForce } from './entry.ts';

/** The entries that the rules of state look at; the others (targets, the ladder, milestones) change no state. */
export function rulesIn({
  switchOn,
  letterEffect,
  contractDuty,
  thresholds,
}: PolicyInForce): readonly PolicyEntry[] {
  const looked = [switchOn, letterEffect, contractDuty, ...Object.values(thresholds)];
  return looked.filter((entry) => entry !== null);
}

/** True where two days, or two vintages, have the same rules of state, whatever else was announced. */
export function isSameRules(a: PolicyInForce, b: PolicyInForce): boolean {
  const [ours, theirs] = [rulesIn(a), rulesIn(b)];
  return ours.length === theirs.length && ours.every((entry, i) => entry === theirs[i]);
}
