import { DENOMINATORS, type Denominator, type ScopeType } from '../../coverage/coverage-row.ts';
import { NOT_KNOWN } from '../../coverage/scopes.ts';
import type { Cell, Row, Table } from '../../coverage/table.ts';
import type { Release } from '../release.ts';
import { cellOf } from './cell-words.ts';

/** A row of some table, with its table, so that a cell can be put into words by its column. */
export type Pick = { readonly table: Table; readonly row: Row };

/** The nine statuses that add up to the practices of a denominator. */
export const STATUS_COLUMNS = [
  'live',
  'opt_in',
  'scheduled',
  'paused_by_letter',
  'working_towards',
  'reverted',
  'incomplete',
  'conflict',
  'no_evidence',
];

/** How far a place is: live practices with their bounds, patients and accounts. */
export const HOW_FAR = [
  'practices',
  'live',
  'live_pct',
  'live_pct_lower',
  'live_pct_upper',
  'patients',
  'patients_live_pct',
  'accounts_pct',
];

/** The rows of a table whose cells are these; a key that the table has not got matches nothing. */
export function rowsWith(table: Table, cells: Readonly<Record<string, Cell>>): readonly Row[] {
  const wanted = Object.entries(cells);
  return table.rows.filter((row) => wanted.every(([key, cell]) => row[key] === cell));
}

/** The coverage row that the release is about; undefined where the table has none. */
export function headlineOf({ head, tables }: Release, denominator: Denominator = 'open') {
  const { type, code } = head.scope;
  const [row] = rowsWith(tables.coverage, { scope_type: type, scope_code: code, denominator });
  return row === undefined ? undefined : { table: tables.coverage, row };
}

/** The coverage of the release's scope by each denominator, in the order of `DENOMINATORS`. */
export function byDenominator(release: Release): readonly Row[] {
  return DENOMINATORS.flatMap((name) => {
    const pick = headlineOf(release, name);
    return pick === undefined ? [] : [pick.row];
  });
}

/** Coverage rows of one cut, by the default denominator, without areas in which nobody is. */
export function rowsBy(release: Release, scope: ScopeType): readonly Row[] {
  const rows = rowsWith(release.tables.coverage, { scope_type: scope, denominator: 'open' });
  return rows.filter((row) => row['practices'] !== 0 || row['patients_outside'] !== 0);
}

/** A cell of a pick in words; null where the table, the row or the cell has no data. */
export function figure(pick: Pick | undefined, key: string): string | null {
  const column = pick?.table.columns.find((candidate) => candidate.key === key);
  if (pick === undefined || column === undefined || (pick.row[key] ?? null) === null) return null;
  return cellOf(pick.row, column);
}

/** The name of a row's scope as tables have room for it, its code where no name is known. */
export function scopeOf(row: Row): string {
  const name = String(row['scope_name'] ?? row['scope_code'] ?? 'Not known');
  return name.replace(/ integrated care board$/i, ' ICB');
}

/** The rows with the names of their scopes as `scopeOf` gives them. */
export function shortlyNamed(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => ({ ...row, scope_name: scopeOf(row) }));
}

/** Rows of known places with a share of live practices, furthest behind first; codes settle a tie. */
export function furthestBehindFirst(rows: readonly Row[]): readonly Row[] {
  return rows
    .filter((row) => row['scope_code'] !== NOT_KNOWN && typeof row['live_pct'] === 'number')
    .toSorted((a, b) => {
      const difference = Number(a['live_pct']) - Number(b['live_pct']);
      if (difference !== 0) return difference;
      return String(a['scope_code']) < String(b['scope_code']) ? -1 : 1;
    });
}
