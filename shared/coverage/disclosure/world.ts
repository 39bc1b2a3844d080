import { type Group, MEASURES, type Measure } from './accounts.ts';
import type { Cell } from './cells.ts';
import type { Step } from './network.ts';
import { countsShownAs, FEW, isFew } from './shown-count.ts';

/** One measure in a world that fits all that is published. */
type Side = {
  /** The count of every group, and of every cell. */
  readonly groups: number[];
  readonly cells: number[];
  /** Between which bounds what is shown of a cell holds its count. */
  readonly least: number[];
  readonly greatest: number[];
  readonly isShown: boolean[];
};

/**
 * A world: counts of every group that agree with all that is published. It begins as the true one; others
 * are reached from it by moving people. Each of them is one that a reader cannot tell from the true one.
 */
export type World = Readonly<Record<Measure, Side>>;

/**
 * The true world, in which nothing is hidden but the small counts and the scattered rows, of which nothing is
 * ever shown. A reader is taken to know which of the other hidden counts are the small ones, and so that they
 * are 1 to 7.
 */
export function trueWorld(groups: readonly Group[], cells: readonly Cell[]): World {
  const side = (measure: Measure): Side => {
    const bounds = cells.map((cell) => boundsOf(cell, cell.counts[measure]));
    return {
      groups: groups.map((group) => group.counts[measure]),
      cells: cells.map(({ counts }) => counts[measure]),
      least: bounds.map(([least]) => least),
      greatest: bounds.map(([, greatest]) => greatest),
      isShown: cells.map(({ isScattered, counts }) => !isScattered && !isFew(counts[measure])),
    };
  };
  return { online: side('online'), withAccess: side('withAccess') };
}

function boundsOf({ isScattered }: Cell, count: number): readonly [number, number] {
  if (isScattered) return [0, Number.POSITIVE_INFINITY];
  return isFew(count) ? [1, FEW] : countsShownAs(count);
}

/** Hides a count that was shown: from then on it may be any. */
export function hide(side: Side, cell: number): void {
  side.isShown[cell] = false;
  side.least[cell] = 0;
  side.greatest[cell] = Number.POSITIVE_INFINITY;
}

/** By how many people the counts of these measures can change along one step, all by the same number. */
export function roomFor(world: World, step: Step, moved: readonly Measure[]): number {
  const { edge, isAlong } = step;
  if (edge.group >= 0) return roomInGroup(world, step, moved);
  let room = Number.POSITIVE_INFINITY;
  for (const measure of moved)
    room = Math.min(room, roomInCell(world[measure], edge.cell, isAlong));
  return room;
}

export function roomInCell(side: Side, cell: number, isMore: boolean): number {
  return isMore ? side.greatest[cell]! - side.cells[cell]! : side.cells[cell]! - side.least[cell]!;
}

/** Nobody has access without an account, and no count is below nothing. */
function roomInGroup({ online, withAccess }: World, step: Step, moved: readonly Measure[]): number {
  const { group } = step.edge;
  const having = withAccess.groups[group]!;
  const lacking = Math.max(0, online.groups[group]! - having);
  if (moved.length === MEASURES.length) return step.isAlong ? Number.POSITIVE_INFINITY : having;
  if (moved[0] === 'withAccess') return step.isAlong ? lacking : having;
  return step.isAlong ? Number.POSITIVE_INFINITY : lacking;
}

/** Moves so many people along the steps, or back where `people` is negative. */
export function move(
  world: World,
  steps: readonly Step[],
  { moved, people }: { readonly moved: readonly Measure[]; readonly people: number },
): void {
  for (const measure of moved) {
    const { groups, cells } = world[measure];
    for (const { edge, isAlong } of steps) {
      const change = isAlong ? people : -people;
      if (edge.group >= 0) groups[edge.group]! += change;
      else cells[edge.cell]! += change;
    }
  }
}
