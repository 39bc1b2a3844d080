/** Numbers drawn by lot, the same for the same seed and label on every machine. */
export type Random = {
  /** A fraction from 0 up to, but not including, 1. */
  readonly fraction: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  /** True in `share` of the draws. */
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
};

/**
 * A stream of numbers for one seed and one label. Every practice draws from a stream of its own, so that
 * a change to one storyline changes no other practice. Only whole-number arithmetic and one exact
 * division are used: functions such as Math.log may differ in the last digit between engines.
 */
export function randomFor(seed: number, label: string): Random {
  const fraction = mulberry(hashOf(`${seed}/${label}`));
  const between = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1));
  return {
    fraction,
    between,
    chance: (share) => fraction() < share,
    pick: (from) => from[between(0, from.length - 1)]!,
  };
}

/** The list in an order drawn by lot; the one given stays as it is. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.between(0, last);
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}

/**
 * Shares out `total` by weight in whole numbers that add up to it (largest remainders first), each at
 * least `least` where the total allows.
 */
export function shareOut(total: number, weights: readonly number[], least = 0): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const spare = Math.max(0, total - least * weights.length);
  const exact = weights.map((weight) => (spare * weight) / sum);
  const whole = exact.map(Math.floor);
  const left = spare - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - whole[index]! }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) whole[index]! += 1;
  return whole.map((value) => value + least);
}

/** FNV-1a over the label's code units: turns a text into the 32 bits that a stream starts from. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Tommy Ettinger's mulberry32 step: 32 bits of state, ample for lots that only have to look random. */
function mulberry(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
