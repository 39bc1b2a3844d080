import { isNhsNumber } from './nhs-number.ts';

/** Merged boxes leave so many empty cells between two digits. */
const MOST_BETWEEN = 2;

/**
 * Looks for ten cells side by side with one digit each. A form has one such row; a table of scores has
 * many, of which one in thirty passes by chance. So a sheet has an NHS number in boxes if at least half
 * of such rows pass.
 */
export type BoxSearch = {
  /** Looks at a row; to be called for each, in order. */
  readonly look: (row: number, cells: readonly string[]) => void;
  /** The first row that holds a number in boxes and the column where it begins, after all were looked at. */
  readonly found: () => { readonly row: number; readonly column: number } | undefined;
};

/** Begins a search through one sheet. */
export function boxSearch(): BoxSearch {
  let [rows, passing] = [0, 0];
  let first: { row: number; column: number } | undefined;
  return {
    look: (row, cells) => {
      for (const { column, digits } of tenBoxes(cells)) {
        rows += 1;
        if (!isNhsNumber(digits)) continue;
        passing += 1;
        first ??= { row, column };
      }
    },
    found: () => (passing * 2 >= rows ? first : undefined),
  };
}

type Run = { readonly column: number; readonly digits: string };

function tenBoxes(cells: readonly string[]): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  let empty = 0;
  for (const [column, cell] of cells.entries()) {
    if (cell.length === 1 && cell >= '0' && cell <= '9') {
      run = { column: run?.column ?? column, digits: (run?.digits ?? '') + cell };
      empty = 0;
    } else if (cell === '' && run !== undefined && empty < MOST_BETWEEN) {
      empty += 1;
    } else {
      if (run !== undefined) runs.push(run);
      run = undefined;
    }
  }
  if (run !== undefined) runs.push(run);
  return runs.filter(({ digits }) => digits.length === 10);
}
