import { type Group, NESTED } from './accounts.ts';
import type { Cell } from './cells.ts';

/**
 * One step along which people flow from England through region, ICB, sub-ICB and PCN to a group, and from
 * there through its supplier back to England. It carries one group, or (a part of) one cell.
 */
export type Edge = {
  readonly from: number;
  readonly to: number;
  /** The cell whose people it carries, by its place in the list; -1 for a step that is a group. */
  readonly cell: number;
  readonly group: number;
};

/** An edge walked along (people more) or against it (people fewer). */
export type Step = { readonly edge: Edge; readonly isAlong: boolean };

export type Network = {
  readonly nodes: number;
  /** By node: the steps that lead out of it. */
  readonly steps: readonly (readonly Step[])[];
  /** By group: its own edge. */
  readonly groupEdges: readonly Edge[];
  /** By group: the cell of its supplier. */
  readonly suppliers: readonly number[];
};

/**
 * The relations between all published counts as one network: what flows into a node flows out of it. A
 * scope that does not lie within one scope of the level above (a PCN across ICBs) is several edges of one
 * cell. What leaves for England ends in one node, since England's total is published exactly; nothing
 * flows on from there.
 */
export function networkOf(groups: readonly Group[], cells: readonly Cell[]): Network {
  const cellAt = new Map(cells.map(({ scope, code }, i) => [`${scope} ${code}`, i]));
  const nodes = new Map<string, number>();
  const edges = new Map<string, Edge>();
  const node = (name: string): number => {
    const known = nodes.get(name) ?? nodes.size;
    nodes.set(name, known);
    return known;
  };
  const join = (from: number, to: number, cell: number): void => {
    const name = `${from} ${to}`;
    if (!edges.has(name)) edges.set(name, { from, to, cell, group: -1 });
  };
  const groupEdges = groups.map(({ codes }, group): Edge => {
    let [path, place] = ['', node('')];
    for (const scope of NESTED) {
      path += `${scope} ${codes[scope]}\n`;
      const inner = node(path);
      join(place, inner, cellAt.get(`${scope} ${codes[scope]}`)!);
      place = inner;
    }
    const supplier = node(`supplier ${codes.supplier}`);
    const cell = cellAt.get(`supplier ${codes.supplier}`)!;
    join(supplier, node('England'), cell);
    return { from: place, to: supplier, cell: -1, group };
  });
  const steps: Step[][] = Array.from({ length: nodes.size }, () => []);
  for (const edge of [...edges.values(), ...groupEdges]) {
    steps[edge.from]!.push({ edge, isAlong: true });
    steps[edge.to]!.push({ edge, isAlong: false });
  }
  const suppliers = groups.map(({ codes }) => cellAt.get(`supplier ${codes.supplier}`)!);
  return { nodes: nodes.size, steps, groupEdges, suppliers };
}
