import type { Statement } from '../evidence/fact.ts';
import { placeColumns } from './columns.ts';
import type { FileKind, Problem, ReadContext, ReadResult, Warning } from './read-result.ts';
import {
  type Cells,
  type ColumnOf,
  problemsOf,
  type RowChecks,
  type RowOf,
  rowSchema,
} from './row-schema.ts';
import type { Table, TableRow } from './table-reader.ts';

/** All that tells one kind of file from another. */
export type RowRules<C extends Cells> = RowChecks<C> & {
  readonly kind: FileKind;
  readonly statements: (row: RowOf<C>) => readonly Statement[];
};

const SAYS_NOTHING = {
  problem: 'the row names a practice and says nothing of it',
  remedy: 'Fill in at least one more cell, such as a status or a date, or delete the row.',
};

const EMPTY_ROW = { problem: 'the row is empty', remedy: 'Delete the row.' };

/**
 * Takes a table and the rules of its kind, gives what each row says. Every row is checked with zod;
 * all that is wrong with a row is told at once, and a bad row costs no good one. A file without a
 * required column, with a column twice, or without rows is refused. (Issue: returns are checked row
 * by row; an empty cell says nothing.)
 */
export function readRows<C extends Cells>(table: Table, rules: RowRules<C>): ReadResult {
  const placed = placeColumns(table, rules.columns);
  if (!placed.ok) return refusedWhole(rules.kind, table, placed.refused);
  if (table.rows.length + table.broken.length === 0) {
    return refusedWhole(rules.kind, table, {
      row: 0,
      column: null,
      found: null,
      problem: 'the file has a header and no rows',
      remedy: 'Add one row for each practice below the header and send the file again.',
    });
  }
  const checked = checkRows(table.rows, placed.at, rules);
  return {
    kind: rules.kind,
    rows: table.rows.length + table.broken.length,
    taken: checked.taken,
    duplicates: [],
    problems: [...table.broken, ...checked.problems].sort((a, b) => a.row - b.row),
    warnings: [...placed.warnings, ...onceEach(checked.warnings)],
    refused: null,
  };
}

/** A file of which nothing is taken, and why. */
function refusedWhole(kind: FileKind, table: Table, refused: Problem): ReadResult {
  const rows = table.rows.length + table.broken.length;
  return { kind, rows, taken: [], duplicates: [], problems: [], warnings: [], refused };
}

/** Refuses a file because of who sent it. */
export function refusedFrom(
  context: ReadContext,
  what: { kind: FileKind; table: Table; remedy: string },
): ReadResult {
  const who = {
    practice: 'a practice',
    supplier: 'a supplier',
    icb: 'an ICB',
    national: 'NHS England',
  };
  return refusedWhole(what.kind, what.table, {
    row: 0,
    column: null,
    found: null,
    problem: `${aOrAn(what.kind)} file is not taken from ${who[context.sender.role]}`,
    remedy: what.remedy,
  });
}

function aOrAn(kind: string): string {
  return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}

type Checked = Pick<ReadResult, 'taken' | 'problems' | 'warnings'>;

function checkRows<C extends Cells>(
  rows: readonly TableRow[],
  at: ReadonlyMap<ColumnOf<C>, number>,
  rules: RowRules<C>,
): Checked {
  const taken: ReadResult['taken'][number][] = [];
  const problems: Problem[] = [];
  const warnings: Warning[] = [];
  let row = 0;
  const schema = rowSchema(rules, (column, warning) => warnings.push({ row, column, warning }));
  for (const record of rows) {
    row = record.row;
    const raw = rawRow(record, rules.columns.names, at);
    const read = schema.safeParse(raw);
    const said = read.success ? rules.statements(read.data as RowOf<C>) : [];
    if (said.length > 0) taken.push({ row, statements: said.map((s) => ({ ...s, row })) });
    else if (isEmpty(record)) problems.push({ row, column: null, found: null, ...EMPTY_ROW });
    else if (read.success) problems.push({ row, column: null, found: null, ...SAYS_NOTHING });
    else problems.push(...problemsOf(row, raw, read.error.issues));
  }
  return { taken, problems, warnings };
}

/** The cells by column, trimmed; a column that the file lacks is as good as empty. */
function rawRow<C extends string>(
  { cells }: TableRow,
  names: readonly C[],
  at: ReadonlyMap<C, number>,
): Record<string, string> {
  const raw: Record<string, string> = {};
  for (const name of names) {
    const index = at.get(name);
    raw[name] = index === undefined ? '' : (cells[index] ?? '').trim();
  }
  return raw;
}

function isEmpty({ cells }: TableRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The same warning on many rows is told once, with the rows: a tracker full of "n/a" stays readable. */
function onceEach(warnings: readonly Warning[]): Warning[] {
  const rowsOf = new Map<string, { first: Warning; also: number[] }>();
  for (const warning of warnings) {
    const key = `${warning.column}\n${warning.warning}`;
    const same = rowsOf.get(key);
    if (same === undefined) rowsOf.set(key, { first: warning, also: [] });
    else same.also.push(warning.row);
  }
  return [...rowsOf.values()].map(({ first, also }) => {
    if (also.length === 0) return first;
    const more = also.length > 5 ? ` and ${also.length - 5} more` : '';
    const rows = `${also.length === 1 ? 'row' : 'rows'} ${also.slice(0, 5).join(', ')}${more}`;
    return { ...first, warning: `${first.warning} (also in ${rows})` };
  });
}
