import type { Day } from '../../calendar/day.ts';
import type { PolicyEntry, PolicyInForce } from '../../policy/entry.ts';
import { POLICY } from '../../policy/timeline.ts';

/** The date that binds practices: that of the contract, before it the earliest target; null while there is none. */
export function dutyIn({ contractDuty, targets }: PolicyInForce): PolicyEntry | null {
  return contractDuty ?? targets[0] ?? null;
}

/** The rule by which practices were last told something else; null before any told anybody to do anything. */
export function rulesTold(policy: PolicyInForce): PolicyEntry | null {
  let latest: PolicyEntry | null = null;
  for (const entry of [policy.switchOn, policy.letterEffect, dutyIn(policy)]) {
    if (entry !== null && (latest === null || saidFirst(entry) > saidFirst(latest))) latest = entry;
  }
  return latest;
}

const BY_ID = new Map(POLICY.map((entry) => [entry.id, entry]));

/**
 * The day from which an entry could be known and held. One that only repeats all those that it supersedes
 * (the regulations of May 2023, after the contract letter) gives nobody new time: theirs counts.
 */
export function saidFirst(entry: PolicyEntry): Day {
  let day = days.get(entry);
  if (day === undefined) {
    day = workedOut(entry);
    days.set(entry, day);
  }
  return day;
}

/** Thousands of practices ask for the same few entries. */
const days = new WeakMap<PolicyEntry, Day>();

function workedOut(entry: PolicyEntry): Day {
  const own = entry.announcedOn > entry.effectiveFrom ? entry.announcedOn : entry.effectiveFrom;
  const before = entry.supersedes.flatMap((id) => BY_ID.get(id) ?? []);
  const isRepetition =
    before.length > 0 &&
    before.length === entry.supersedes.length &&
    before.every((other) => JSON.stringify(other.change) === JSON.stringify(entry.change));
  if (!isRepetition) return own;
  return before.map(saidFirst).reduce((a, b) => (a < b ? a : b));
}
