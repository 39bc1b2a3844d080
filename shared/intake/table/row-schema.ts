import * as z from 'zod';
import type { Problem } from '../read-result.ts';
import type { ColumnList } from '../readers/return-columns.ts';
import type { CellReader } from './cells.ts';
import { found } from './found.ts';

/** A reader for every column of a kind of file. */
export type Cells = Readonly<Record<string, CellReader<unknown>>>;
export type ColumnOf<C extends Cells> = keyof C & string;
/** A row as its cells were read. */
export type RowOf<C extends Cells> = {
  readonly [K in keyof C]: C[K] extends CellReader<infer T> ? T : never;
};

/** How a check across cells speaks up: a rejection costs the row, a warning does not. */
export type Speak<Column extends string> = {
  readonly reject: (column: Column | null, problem: string, remedy: string) => void;
  readonly warn: (column: Column | null, warning: string) => void;
};

/** What is checked in a row: each cell, and then the cells together. */
export type RowChecks<C extends Cells> = {
  readonly columns: ColumnList<ColumnOf<C>>;
  readonly cells: C;
  /** Looks across the cells of a row; a cell that could not be read is left out. */
  readonly check: (row: Partial<RowOf<C>>, speak: Speak<ColumnOf<C>>) => void;
};

/** The border: one zod object a row, one cell reader a column, and the check across them. */
export function rowSchema<C extends Cells>(rules: RowChecks<C>, warn: Speak<ColumnOf<C>>['warn']) {
  const shape = Object.fromEntries(
    rules.columns.names.map((name) => [name, cellSchema(name, rules.cells[name]!, warn)]),
  );
  return z.object(shape).superRefine(
    (row, ctx) => {
      const reject: Speak<ColumnOf<C>>['reject'] = (column, message, remedy) =>
        ctx.addIssue({
          code: 'custom',
          message,
          params: { remedy },
          path: column === null ? [] : [column],
        });
      rules.check(row as Partial<RowOf<C>>, { reject, warn });
    },
    // Also on rows with a bad cell: all that is wrong is told at once.
    { when: () => true },
  );
}

function cellSchema<Column extends string>(
  column: Column,
  read: CellReader<unknown>,
  warn: Speak<Column>['warn'],
) {
  return z.string().transform((text, ctx) => {
    const cell = read(text);
    if (cell.ok) {
      if (cell.warning !== undefined) warn(column, cell.warning);
      return cell.value;
    }
    ctx.addIssue({
      code: 'custom',
      message: `${column} ${cell.problem}`,
      params: { remedy: cell.remedy },
    });
    return undefined;
  });
}

/** What zod found wrong with a row, as the sender reads it: `raw` holds the cells as written. */
export function problemsOf(
  row: number,
  raw: Readonly<Record<string, string>>,
  issues: readonly z.core.$ZodIssue[],
): Problem[] {
  return issues.map((issue) => {
    const column = issue.path.length === 0 ? null : String(issue.path[0]);
    const remedy = issue.code === 'custom' ? String(issue.params?.['remedy'] ?? '') : '';
    const shown = column === null ? null : found(raw[column] ?? '');
    return { row, column, found: shown, problem: issue.message, remedy };
  });
}
