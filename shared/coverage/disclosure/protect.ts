import { type Group, MEASURES, type Measure } from './accounts.ts';
import { type Cell, targetsAmong } from './cells.ts';
import { networkOf } from './network.ts';
import { bringTo, type Task } from './reach.ts';
import { FEW } from './shown-count.ts';
import { mostByTotals } from './totals.ts';
import { hide, roomInCell, trueWorld, type World } from './world.ts';

/**
 * Decides which counts below England are hidden: by measure, one answer a cell. Hides the small counts,
 * then as many others as it takes for every small one to be any of 1 to 7 to whoever works back from all
 * that is published: for each it moves people about until the count is 7, then until it is 1, in worlds
 * where every published figure is what it is; where none can be reached, it hides what stands in the
 * cheapest way. What England's own exact totals give away it cannot hide. Should a count be stuck though
 * they leave it room, everything below England is hidden (never met at England's size).
 */
export function hiddenAmong(
  groups: readonly Group[],
  cells: readonly Cell[],
): Readonly<Record<Measure, readonly boolean[]>> {
  const world = trueWorld(groups, cells);
  const network = networkOf(groups, cells);
  for (const target of targetsAmong(groups)) {
    const task = { groups, network, world, target, kept: new Set(target.groups) };
    const more = makeReachable(FEW - target.count, { ...task, isMore: true });
    const fewer = makeReachable(target.count - 1, { ...task, isMore: false });
    const isStuck = more.people + fewer.people === 0 && more.most + fewer.most > 0;
    if (isStuck) for (const measure of MEASURES) hideAll(world[measure]);
  }
  const hidden = (measure: Measure) => world[measure].isShown.map((isShown) => !isShown);
  return { online: hidden('online'), withAccess: hidden('withAccess') };
}

/**
 * Hides step by step. Where that comes to an end short of the goal, it looks how far people could be moved
 * if nothing were shown, and hides all that would then not be what is shown. Gives how many people can be
 * moved, and how many at most by England's totals.
 */
function makeReachable(people: number, task: Task): { people: number; most: number } {
  const reached = bringTo(people, task);
  reached.undo();
  if (reached.people === people) return { people, most: people };
  const most = mostByTotals(people, task);
  if (reached.people >= most) return { people: reached.people, most };
  const free = structuredClone(task.world);
  for (const measure of MEASURES) hideAll(free[measure]);
  const further = bringTo(people, { ...task, world: free });
  if (further.people <= reached.people) return { people: reached.people, most };
  for (const measure of MEASURES) hideWhatDiffers(task.world[measure], free[measure]);
  return { people: further.people, most };
}

function hideAll(side: World[Measure]): void {
  for (const [cell, isShown] of side.isShown.entries()) if (isShown) hide(side, cell);
}

function hideWhatDiffers(side: World[Measure], free: World[Measure]): void {
  for (const [cell, isShown] of side.isShown.entries()) {
    const change = free.cells[cell]! - side.cells[cell]!;
    if (isShown && change !== 0 && roomInCell(side, cell, change > 0) < Math.abs(change)) {
      hide(side, cell);
    }
  }
}
