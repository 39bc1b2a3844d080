import type { Cell } from '../../coverage/table.ts';

/** The nine statuses that add up to the practices of any row. */
export const STATUS_COUNTS = [
  'live',
  'opt_in',
  'scheduled',
  'paused_by_letter',
  'working_towards',
  'reverted',
  'incomplete',
  'conflict',
  'no_evidence',
] as const;
/** What who moved accounts for. */
export const MOVING = ['practices', 'live', 'patients', 'patients_live'] as const;

/** Adds cells up; a null is nothing. */
export function sum(cells: readonly Cell[]): number {
  return cells.reduce<number>((total, cell) => total + Number(cell), 0);
}

/** One sentence where a figure is not what its parts give; nothing where it is. */
export function unequal(what: string, is: Cell, parts: Cell, ofWhat: string): string[] {
  return is === parts ? [] : [`${what}: ${is}, but ${ofWhat} give ${parts}`];
}

/** One sentence where a part is more than the whole. */
export function over(what: string, is: Cell, most: Cell, ofWhat: string): string[] {
  return Number(is) <= Number(most) ? [] : [`${what}: ${is}, more than ${ofWhat}: ${most}`];
}
