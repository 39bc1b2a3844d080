import type { Group } from './accounts.ts';
import type { Task } from './reach.ts';
import { FEW, isFew } from './shown-count.ts';

/**
 * By how many people a target could change at most, as far as England's exact total tells: what the target
 * gains the others must lose. Of the others
 * it is known that a PCN with a small count keeps at least 1 and at most 7.
 */
export function mostByTotals(people: number, { groups, target, kept, isMore }: Task): number {
  const others = groups.filter((_, group) => !kept.has(group));
  const count = (group: Group) => group.counts[target.measure];
  const held = others.reduce((total, group) => total + count(group), 0);
  const small = smallAlone(groups, others, count);
  if (isMore) return Math.min(people, held - small.cells);
  const isOpenEnded = others.some((group) => !small.groups.has(group));
  return isOpenEnded ? people : Math.min(people, FEW * small.cells - held);
}

/** The PCNs with a small count that have all their practices among these groups, within one sub-ICB. */
function smallAlone(
  groups: readonly Group[],
  among: readonly Group[],
  count: (group: Group) => number,
) {
  const place = ({ codes }: Group) => JSON.stringify([codes.region, codes.icb, codes['sub-icb']]);
  const inside = new Set(among);
  const found = { cells: 0, groups: new Set<Group>() };
  for (const members of Map.groupBy(groups, ({ codes }) => codes.pcn).values()) {
    const isWhole = members.every((group) => inside.has(group));
    const isOnePlace = new Set(members.map(place)).size === 1;
    const total = members.reduce((sum, group) => sum + count(group), 0);
    if (!isWhole || !isOnePlace || !isFew(total)) continue;
    found.cells += 1;
    for (const group of members) found.groups.add(group);
  }
  return found;
}
