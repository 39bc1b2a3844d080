/** A label that would stand from `from` to `to`, with a line from it down to the plot at `leader`. */
export type Span = { readonly from: number; readonly to: number };
export type Led = Span & { readonly leader: number };

/**
 * Takes labels in the order in which they are to be placed, gives each the lowest level (0, 1, …) on which
 * it touches none before it and no leader of those before it runs through it.
 */
export function levelsFor(labels: readonly Led[], gap = 8): readonly number[] {
  const placed: (Led & { level: number })[] = [];
  for (const label of labels) {
    const crossing = placed.filter(({ leader }) => leader > label.from && leader < label.to);
    let level = Math.max(0, ...crossing.map((other) => other.level + 1));
    while (placed.some((other) => other.level === level && touches(other, label, gap))) level += 1;
    placed.push({ ...label, level });
  }
  return placed.map(({ level }) => level);
}

function touches(a: Span, b: Span, gap: number): boolean {
  return a.from < b.to + gap && b.from < a.to + gap;
}

/** Takes heights in any order, gives them moved apart to at least `gap`, kept in their order and within `least` to `most`. */
export function apart(
  wanted: readonly number[],
  { gap, least, most }: { gap: number; least: number; most: number },
): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const placed = [...wanted];
  let from = least;
  for (const i of order) {
    placed[i] = Math.max(wanted[i]!, from);
    from = placed[i]! + gap;
  }
  let to = most;
  for (const i of order.toReversed()) {
    placed[i] = Math.min(placed[i]!, to);
    to = placed[i]! - gap;
  }
  return placed;
}
