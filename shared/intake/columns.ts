import { heading } from './found.ts';
import type { Problem, Warning } from './read-result.ts';
import { type ColumnList, RETURN_COLUMNS, type ReturnKind } from './return-columns.ts';
import type { Table } from './table-reader.ts';

/** Column names count without regard to case, spaces, hyphens or underscores. */
function bareName(name: string): string {
  return name.toLowerCase().replace(/[\s_\-\u2010-\u2015]+/gu, '');
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
  const header = table.header ?? [];
  const byBareName = new Map(columns.names.map((name) => [bareName(name), name]));
  const at = new Map<C, number>();
  const warnings: Warning[] = [];
  for (const [index, written] of header.entries()) {
    const name = byBareName.get(bareName(written));
    if (name === undefined) warnings.push(...ignored(table, written, index));
    else if (at.has(name)) return { ok: false, refused: twice(name, at.get(name)!, index) };
    else at.set(name, index);
  }
  const lacking = columns.required.filter((name) => !at.has(name));
  return lacking.length > 0 ? { ok: false, refused: missing(lacking) } : { ok: true, at, warnings };
}

function ignored(table: Table, written: string, index: number): Warning[] {
  const named = written.trim() !== '';
  // Spreadsheets write empty columns beyond the last: nobody needs to hear of those.
  if (!named && !table.rows.some(({ cells }) => (cells[index] ?? '').trim() !== '')) return [];
  const what = named ? heading(written, index) : `column ${index + 1}, which has no heading,`;
  return [
    { row: 1, column: null, warning: `${what} is not a column of this file and was ignored` },
  ];
}

function twice(name: string, first: number, second: number): Problem {
  return {
    row: 1,
    column: name,
    found: null,
    problem: `the column ${name} stands there twice (columns ${first + 1} and ${second + 1}), so it is not certain which one counts`,
    remedy: `Keep one column headed ${name} and send the file again.`,
  };
}

function missing(lacking: readonly string[]): Problem {
  const [first, ...more] = lacking;
  const names = lacking.join(', ');
  return {
    row: 1,
    column: first ?? null,
    found: null,
    problem: `the required ${more.length === 0 ? 'column' : 'columns'} ${names} ${more.length === 0 ? 'is' : 'are'} missing`,
    remedy: `Add to the first row the ${more.length === 0 ? 'heading' : 'headings'} ${names}, fill in the cells below and send the file again.`,
  };
}
