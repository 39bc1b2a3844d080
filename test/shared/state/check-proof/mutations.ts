/** One leaf of a JSON value: where it stands, and what it holds. */
export type Leaf = { readonly path: readonly (string | number)[]; readonly value: unknown };

/** Every leaf of a JSON value; an empty list counts as one, since something could be put in. */
export function leavesOf(value: unknown, path: Leaf['path'] = []): readonly Leaf[] {
  if (value === null || typeof value !== 'object') return [{ path, value }];
  const entries = Array.isArray(value)
    ? value.map((v, i) => [i, v] as const)
    : Object.entries(value);
  if (entries.length === 0) return [{ path, value }];
  return entries.flatMap(([key, v]) => leavesOf(v, [...path, key]));
}

/** A copy of a JSON value in which one leaf is another. */
export function withLeaf<T>(whole: T, { path }: Leaf, other: unknown): T {
  const copy = JSON.parse(JSON.stringify(whole));
  const holder = path.slice(0, -1).reduce((at, key) => at[key], copy);
  holder[path.at(-1)!] = other;
  return copy;
}

/** A copy without one item of a list. */
export function withoutItem<T>(whole: T, { path }: Leaf): T {
  const copy = JSON.parse(JSON.stringify(whole));
  const holder = path.slice(0, -1).reduce((at, key) => at[key], copy);
  holder.splice(path.at(-1)!, 1);
  return copy;
}

/** Another value of the same form: a day stays a day, an id an id, so that only its meaning gives it away. */
export function otherThan(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return ['backfilled'];
  if (typeof value !== 'string') return '2023-01-01';
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) {
    return `${value.startsWith('2021') ? '2022' : '2021'}${value.slice(4)}`;
  }
  if (/^[0-9a-f]{32,64}$/.test(value)) {
    return `${value.startsWith('0') ? '1' : '0'}${value.slice(1)}`;
  }
  return `${value}-`;
}
