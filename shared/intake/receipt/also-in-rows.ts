import type { Warning } from '../read-result.ts';

/** So many rows are named; of the rest only how many they are. */
const NAMED = 5;
const SAID = / \(also in rows? ([\d, ]+?)(?: and (\d+) more)?\)$/;

/** Takes a warning and the further rows to which it applies, gives it with those rows in its words. */
export function alsoInRows(first: Warning, also: readonly number[]): Warning {
  if (also.length === 0) return first;
  const more = also.length > NAMED ? ` and ${also.length - NAMED} more` : '';
  const rows = `${also.length === 1 ? 'row' : 'rows'} ${also.slice(0, NAMED).join(', ')}${more}`;
  return { ...first, warning: `${first.warning} (also in ${rows})` };
}

/** Reads such a warning back: its words alone, the rows it names, and how many rows it applies to. */
export function rowsOf({ row, warning }: Warning): {
  readonly says: string;
  readonly named: readonly number[];
  readonly count: number;
} {
  const also = SAID.exec(warning);
  if (also === null) return { says: warning, named: [row], count: 1 };
  const named = [row, ...also[1]!.split(', ').map(Number)];
  const says = warning.slice(0, also.index);
  return { says, named, count: named.length + Number(also[2] ?? 0) };
}
