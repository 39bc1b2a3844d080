import { type Group, MEASURES, type Measure } from './accounts.ts';
import type { Target } from './cells.ts';
import type { Network, Step } from './network.ts';
import { cheapestRoute, type Route } from './route.ts';
import { hide, move, roomFor, roomInCell, type World } from './world.ts';

/** So many groups of a target are tried, those with the most people first. */
const TRIED = 8;
const NONE: ReadonlySet<number> = new Set();

/** One small count that is to be more, or fewer. */
export type Task = {
  readonly groups: readonly Group[];
  readonly network: Network;
  readonly world: World;
  readonly target: Target;
  /** Its groups: what one of them gains the others must not lose. */
  readonly kept: ReadonlySet<number>;
  readonly isMore: boolean;
};

/** How many people were moved into (or out of) the target; `undo` moves everybody back. */
export type Reached = { readonly people: number; readonly undo: () => void };

/**
 * Moves so many people into (or out of) the target in its world, or as many as it finds ways for. What is
 * shown and stands in the way is hidden, and stays so.
 */
export function bringTo(people: number, task: Task): Reached {
  const done: { route: Route; people: number }[] = [];
  const waysToHelp = [roomBesideIt, roomInSupplier, roomInsteadOfIt];
  let helped = 0;
  let missing = people;
  while (missing > 0) {
    const direct = directRoute(task);
    if (direct === null && helped === waysToHelp.length) break;
    const route = direct ?? waysToHelp[helped]!(task);
    const moved = route === null ? 0 : take(route, missing, task.world);
    if (route !== null && moved > 0) done.push({ route, people: moved });
    else if (direct !== null) break;
    helped = direct === null ? helped + 1 : 0;
    if (direct !== null) missing -= moved;
  }
  const undo = () => {
    for (const { route, people: moved } of done.reverse()) {
      move(task.world, route.steps, { moved: route.moved, people: -moved });
    }
  };
  return { people: people - missing, undo };
}

function take(route: Route, most: number, world: World): number {
  hideOn(route, world);
  const people = Math.max(0, Math.min(most, roomOn(route, world)));
  move(world, route.steps, { moved: route.moved, people });
  return people;
}

/** By this measure alone, or by both at once, as where everybody with an account has access. */
function directRoute(task: Task): Route | null {
  return cheapest(task, [[task.target.measure], MEASURES]);
}

/** Accounts make room for access at the same place, or access for accounts. */
function roomBesideIt(task: Task): Route | null {
  return cheapest({ ...task, kept: NONE }, [otherThan(task.target.measure)]);
}

/** The supplier has practices in other denominators, of which England's totals keep the sums apart. */
function roomInSupplier(task: Task): Route | null {
  const { network, target, isMore } = task;
  const suppliers = new Set(target.groups.map((group) => network.suppliers[group]));
  const others = network.suppliers.flatMap((supplier, group) =>
    suppliers.has(supplier) && !task.kept.has(group) ? [group] : [],
  );
  const instead = { ...target, groups: others };
  return cheapest({ ...task, target: instead, isMore: !isMore }, [[target.measure]]);
}

/** One group of the target loses of the other measure what another of them may then gain of both. */
function roomInsteadOfIt(task: Task): Route | null {
  const ways = [otherThan(task.target.measure)];
  return cheapest({ ...task, kept: NONE, isMore: !task.isMore }, ways);
}

function otherThan(measure: Measure): readonly Measure[] {
  return MEASURES.filter((other) => other !== measure);
}

function cheapest(task: Task, ways: readonly (readonly Measure[])[]): Route | null {
  let best: Route | null = null;
  for (const group of groupsToTry(task)) {
    for (const moved of ways) {
      const below = best?.price ?? Number.POSITIVE_INFINITY;
      const route = cheapestRoute({ ...task, group, moved, below });
      if (route?.price === 0) return route;
      if (route !== null) best = route;
    }
  }
  return best;
}

function groupsToTry({ target, world }: Task): readonly number[] {
  const { groups } = world[target.measure];
  if (target.groups.length === 1) return target.groups;
  return [...target.groups].sort((a, b) => groups[b]! - groups[a]! || a - b).slice(0, TRIED);
}

function hideOn({ steps, moved, price }: Route, world: World): void {
  if (price === 0) return;
  for (const { edge, isAlong } of steps) {
    for (const measure of edge.cell < 0 ? [] : moved) {
      const side = world[measure];
      if (side.isShown[edge.cell] && roomInCell(side, edge.cell, isAlong) <= 0) {
        hide(side, edge.cell);
      }
    }
  }
}

/** By how many people all steps together can change; a cell in parts may stand on several of them. */
function roomOn({ steps, moved }: Route, world: World): number {
  const times = new Map<number, number>();
  for (const { edge, isAlong } of steps) {
    if (edge.cell >= 0) times.set(edge.cell, (times.get(edge.cell) ?? 0) + (isAlong ? 1 : -1));
  }
  const roomAt = (step: Step): number => {
    const net = step.edge.cell < 0 ? 1 : times.get(step.edge.cell)!;
    if (net === 0) return Number.POSITIVE_INFINITY;
    const isAlong = step.edge.cell < 0 ? step.isAlong : net > 0;
    return Math.floor(roomFor(world, { edge: step.edge, isAlong }, moved) / Math.abs(net));
  };
  return Math.min(...steps.map(roomAt));
}
