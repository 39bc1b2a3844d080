import type { Problem, Warning } from '../read-result.ts';
import { type ColumnList, RETURN_COLUMNS, type ReturnKind } from '../readers/return-columns.ts';
import { heading } from './found.ts';
import type { Table } from './table-reader.ts';

/** So many rows are looked at for a header (titles may stand above it), or for the first good row of a file without one. */
export const ROWS_LOOKED_AT = 30;

/** Column names count without regard to case, spaces, hyphens, underscores, or a star that marks them as required. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/[\s_*\-\u2010-\u2015\u200b\ufeff]+/gu, '');
}

/**
 * True if the header is most like this kind's of all returns: it has two of its columns at least, one
 * of them telling. A file that lacks a required column is so still recognised, and told which.
 */
export function looksLike(kind: ReturnKind, header: readonly string[]): boolean {
  const bare = new Set(header.map(bareName));
  const score = ({ names, telling }: ColumnList<string>): number => {
    const has = (name: string): boolean => bare.has(bareName(name));
    const known = names.filter(has).length;
    return known >= 2 && telling.some(has) ? known : 0;
  };
  const scores = Object.entries(RETURN_COLUMNS).map(([k, columns]) => [k, score(columns)] as const);
  const best = scores.reduce((a, b) => (b[1] > a[1] ? b : a));
  return best[1] > 0 && best[0] === kind;
}

/** Where each column stands in the rows of a file, or why the file is refused. */
type Placed<C extends string> =
  | {
      readonly ok: true;
      readonly at: ReadonlyMap<C, number>;
      readonly warnings: readonly Warning[];
    }
  | { readonly ok: false; readonly refused: Problem };

/**
 * Takes a table and the columns of its kind, gives the place of each column that the header has.
 * Columns not known are told of and ignored; a required one that is missing, or one that stands
 * there twice, refuses the file.
 */
export function placeColumns<C extends string>(table: Table, columns: ColumnList<C>): Placed<C> {
  const { header: names, headerRow: row = 1 } = table;
  const header = names ?? [];
  const byBareName = new Map(columns.names.map((name) => [bareName(name), name]));
  const at = new Map<C, number>();
  const unknown: string[] = [];
  for (const [index, written] of header.entries()) {
    const name = byBareName.get(bareName(written));
    if (name === undefined) unknown.push(...unknownColumn(table, written, index));
    else if (at.has(name))
      return { ok: false, refused: { row, ...twice(name, at.get(name)!, index) } };
    else at.set(name, index);
  }
  const lacking = columns.required.filter((name) => !at.has(name));
  if (lacking.length > 0) return { ok: false, refused: { row, ...missing(lacking) } };
  return { ok: true, at, warnings: ignored(unknown, row) };
}

function unknownColumn(table: Table, written: string, index: number): string[] {
  if (written.trim() !== '') return [heading(written, index)];
  // Spreadsheets write empty columns beyond the last: nobody needs to hear of those.
  const isUsed = table.rows.some(({ cells }) => (cells[index] ?? '').trim() !== '');
  return isUsed ? [`column ${index + 1} (without a heading)`] : [];
}

/** All columns that are not ours in one warning: a tracker has many. */
function ignored(unknown: readonly string[], row: number): Warning[] {
  if (unknown.length === 0) return [];
  const are = unknown.length === 1 ? 'is not a column' : 'are not columns';
  const were = unknown.length === 1 ? 'was' : 'were';
  const warning = `${unknown.join(', ')} ${are} of this file and ${were} ignored`;
  return [{ row, column: null, warning }];
}

function twice(name: string, first: number, second: number): Omit<Problem, 'row'> {
  return {
    column: name,
    found: null,
    problem: `the column ${name} stands there twice (columns ${first + 1} and ${second + 1}), so it is not certain which one counts`,
    remedy: `Keep one column headed ${name}, give the other another heading, such as old ${name}, and send the file again.`,
  };
}

function missing(lacking: readonly string[]): Omit<Problem, 'row'> {
  const [first = null] = lacking;
  const names = lacking.join(', ');
  const isOne = lacking.length === 1;
  return {
    column: first,
    found: null,
    problem: `the required ${isOne ? 'column' : 'columns'} ${names} ${isOne ? 'is' : 'are'} missing`,
    remedy: `Add what is missing to the header, such as ${first}, fill in the cells below it and send the file again.`,
  };
}
