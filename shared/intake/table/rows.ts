import type { Statement } from '../../evidence/fact.ts';
import type { FileKind, Problem, ReadContext, ReadResult, Warning } from '../read-result.ts';
import { alsoInRows } from '../receipt/also-in-rows.ts';
import { placeColumns } from './columns.ts';
import {
  type Cells,
  type ColumnOf,
  problemsOf,
  type RowChecks,
  type RowOf,
  rowSchema,
  type Speak,
} from './row-schema.ts';
import type { Table, TableRow } from './table-reader.ts';

/** All that tells one kind of file from another. */
export type RowRules<C extends Cells> = RowChecks<C> & {
  readonly kind: FileKind;
  readonly statements: (row: RowOf<C>) => readonly Statement[];
  /** Fills in what follows from other cells of the row, before any is read; it warns of what it did. */
  readonly workOut?: (cells: RawRow<ColumnOf<C>>, warn: Warn<C>) => RawRow<ColumnOf<C>>;
};

/** The cells of a row by column, as written. */
export type RawRow<Column extends string> = Readonly<Record<Column, string>>;
type Warn<C extends Cells> = Speak<ColumnOf<C>>['warn'];

const SAYS_NOTHING = {
  problem: 'the row names a practice and says nothing of it',
  remedy: 'Fill in at least one more cell, such as 04/12/2023 under a date, or delete the row.',
};

const EMPTY_ROW = {
  problem: 'the row is empty',
  remedy: 'Delete the row, or fill it in, such as with the code A81001 and what is known of it.',
};

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
      remedy:
        'Add one row for each practice below the header, such as one that begins with A81001, and send the file again.',
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
    checklist: null,
  };
}

/** A file of which nothing is taken, and why. */
function refusedWhole(kind: FileKind, table: Table, refused: Problem): ReadResult {
  const rows = table.rows.length + table.broken.length;
  const nothing = { taken: [], duplicates: [], problems: [], warnings: [], checklist: null };
  return { kind, rows, ...nothing, refused };
}

/** Refuses a file because of who sent it. */
export function refusedFrom(
  context: ReadContext,
  what: { kind: FileKind; table: Table; remedy: string },
): ReadResult {
  const who = {
    practice: 'a practice',
    pcn: 'a PCN',
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
  const warn: Warn<C> = (column, warning) => warnings.push({ row, column, warning });
  const schema = rowSchema(rules, warn);
  for (const record of rows) {
    row = record.row;
    const written = rawRow(record, rules.columns.names, at);
    const raw = rules.workOut?.(written, warn) ?? written;
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
): RawRow<C> {
  const raw: Record<string, string> = {};
  for (const name of names) {
    const index = at.get(name);
    raw[name] = index === undefined ? '' : (cells[index] ?? '').trim();
  }
  return raw as RawRow<C>;
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
  return [...rowsOf.values()].map(({ first, also }) => alsoInRows(first, also));
}
