import type { Measure } from './accounts.ts';
import type { Network, Step } from './network.ts';
import { roomFor, roomInCell, type World } from './world.ts';

/** A way round the network along which people can be moved once what it costs has been hidden. */
export type Route = {
  readonly steps: readonly Step[];
  readonly moved: readonly Measure[];
  /** 0: nothing more need be hidden. */
  readonly price: number;
};

export type RouteAsk = {
  readonly network: Network;
  readonly world: World;
  /** The group that is to have more people, or fewer. */
  readonly group: number;
  readonly isMore: boolean;
  readonly moved: readonly Measure[];
  /** The groups that must keep their count, since they are part of the same target. */
  readonly kept: ReadonlySet<number>;
  /** Routes that cost as much are not looked for. */
  readonly below: number;
};

/** To hide a 0 tells little and looks odd, so it costs as much as to hide some hundreds. */
const PRICE_OF_NOTHING = 14;
const PRICE_OF_ANY = 4;

/**
 * The cheapest way in which a group can have more people (or fewer) and every sum that is published still
 * holds; null where there is none. Steps with room cost nothing, a shown count that stands in the way
 * costs the more the greater it is. (Shortest path by buckets of equal price; ties fall to the order of
 * nodes, which is fixed.)
 */
export function cheapestRoute(ask: RouteAsk): Route | null {
  const { network, group, isMore, moved } = ask;
  const edge = network.groupEdges[group]!;
  const first: Step = { edge, isAlong: isMore };
  if (roomFor(ask.world, first, moved) <= 0) return null;
  const [start, goal] = isMore ? [edge.to, edge.from] : [edge.from, edge.to];
  const found = search(ask, start, goal);
  if (found === null) return null;
  const steps = [first];
  for (let node = goal; node !== start; ) {
    const step = found.cameBy[node]!;
    steps.push(step);
    node = step.isAlong ? step.edge.from : step.edge.to;
  }
  return { steps, moved, price: found.price };
}

function search(ask: RouteAsk, start: number, goal: number) {
  const { steps, nodes } = ask.network;
  const prices = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Array<Step | undefined>(nodes);
  const buckets: number[][] = [[start]];
  prices[start] = 0;
  for (let price = 0; price < buckets.length && price < ask.below; price += 1) {
    const bucket = buckets[price] ?? [];
    for (const node of bucket) {
      if (node === goal) return { price, cameBy };
      if (prices[node] !== price) continue;
      for (const step of steps[node]!) {
        const next = step.isAlong ? step.edge.to : step.edge.from;
        if (prices[next]! <= price) continue;
        const dearer = price + priceOf(ask, step);
        if (dearer >= prices[next]!) continue;
        prices[next] = dearer;
        cameBy[next] = step;
        if (buckets[dearer] === undefined) buckets[dearer] = [];
        buckets[dearer].push(next);
      }
    }
  }
  return null;
}

function priceOf({ world, moved, kept, group }: RouteAsk, step: Step): number {
  const { edge, isAlong } = step;
  if (edge.group >= 0 && (edge.group === group || kept.has(edge.group)))
    return Number.POSITIVE_INFINITY;
  if (roomFor(world, step, moved) > 0) return 0;
  if (edge.group >= 0) return Number.POSITIVE_INFINITY;
  let price = 0;
  for (const measure of moved) {
    const side = world[measure];
    if (roomInCell(side, edge.cell, isAlong) > 0) continue;
    price += side.isShown[edge.cell] ? priceOfHiding(side.cells[edge.cell]!, isAlong) : Infinity;
  }
  return price;
}

function priceOfHiding(count: number, isMore: boolean): number {
  if (!isMore && count === 0) return Number.POSITIVE_INFINITY;
  return count === 0 ? PRICE_OF_NOTHING : PRICE_OF_ANY + 32 - Math.clz32(count);
}
