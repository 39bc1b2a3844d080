/** What is compared: each a piece of work under its name. */
type Runs<N extends string> = Readonly<Record<N, () => unknown>>;

/**
 * Times each piece of work several times, in turns, so that a slow moment of the machine hits all of
 * them alike. Gives the median of each in milliseconds; one turn before the first is not counted.
 */
export async function interleaved<N extends string>(
  runs: Runs<N>,
  times: number,
): Promise<Readonly<Record<N, number>>> {
  const names = Object.keys(runs) as N[];
  const took = new Map<N, number[]>(names.map((name) => [name, []]));
  for (let turn = 0; turn <= times; turn++) {
    for (const name of names) {
      const start = performance.now();
      await runs[name]();
      if (turn > 0) took.get(name)!.push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(took.get(name)!)])) as Record<
    N,
    number
  >;
}

function median(of: readonly number[]): number {
  const sorted = of.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
