import type { Warning } from '../read-result.ts';
import { cellName, columnLetters, type Place } from './sheet-place.ts';

/** Gathers what should be said of cells that were read generously: the same of many cells is said once. */
export type Notices = {
  /** `message` goes on from "cell D7". */
  readonly add: (message: string, at: Place) => void;
  readonly warnings: () => readonly Warning[];
};

const CELLS_NAMED = 5;

export function notices(): Notices {
  const told = new Map<string, { first: Place; also: string[]; count: number }>();
  return {
    add: (message, at) => {
      const same = told.get(message);
      if (same === undefined) told.set(message, { first: at, also: [], count: 1 });
      else {
        same.count += 1;
        if (same.also.length < CELLS_NAMED) same.also.push(cellName(at));
      }
    },
    warnings: () =>
      [...told].map(([message, { first, also, count }]) => ({
        row: first.row,
        column: columnLetters(first.column),
        warning: `cell ${cellName(first)} ${message}${andAlso(also, count - 1)}`,
      })),
  };
}

function andAlso(also: readonly string[], count: number): string {
  if (count === 0) return '';
  const more = count > also.length ? ` and ${count - also.length} more` : '';
  return ` (also ${also.join(', ')}${more})`;
}
