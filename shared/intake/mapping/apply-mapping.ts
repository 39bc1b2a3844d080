import { type Day, isDay, longDay } from '../../calendar/day.ts';
import type { OpenedSheets, Sheet } from '../open/opened.ts';
import type { Warning } from '../read-result.ts';
import { bareName, looksLike, ROWS_LOOKED_AT } from '../table/columns.ts';
import { label } from '../table/found.ts';
import { tableWithHeader } from '../table/tables.ts';
import { bare } from '../table/words.ts';
import type { Mapping } from './mapping.ts';

/** What a fixed column may say in place of a day: the upload's own. */
export const AS_AT = 'as-at';

/** A sheet under our headings and in our words, and what its sender should know of that. */
export type Mapped = { readonly sheet: Sheet; readonly warnings: readonly Warning[] };

/** True if any sheet of a file is headed as the tracker is for which the mapping was saved. */
export function isMappedBy({ sheets }: OpenedSheets, mapping: Mapping): boolean {
  return sheets.some((sheet) => headerIn(sheet, mapping) !== undefined);
}

/**
 * Takes a sheet of a sender's own tracker and the mapping saved for it, gives it under our headings and
 * in our words; `asAt` is the upload's own day. The header is the row that has most of the mapping's
 * headings, and titles above it fall away; headings of ours still count. A heading that the mapping
 * names and the sheet lacks costs nothing but a warning. Another sheet comes back as it was. Rows keep
 * their numbers. (Issue: corrections, saved column mapping.)
 */
export function applyMapping(sheet: Sheet, mapping: Mapping, asAt: Day): Mapped {
  const at = headerIn(sheet, mapping);
  if (at === undefined) return { sheet, warnings: [] };
  const { header, rows, broken } = tableWithHeader({
    records: sheet.rows.slice(at),
    broken: sheet.broken,
  });
  const names = renamed(header ?? [], mapping);
  const fixed = fixedColumns(mapping, names, asAt);
  const headerRow = { row: sheet.rows[at]!.row, cells: [...names, ...fixed.keys()] };
  const toOurs = wordsAt(names, mapping);
  const below = rows.map(({ row, cells }) => ({
    row,
    cells: [...inOurWords(cells, names.length, toOurs), ...fixed.values()],
  }));
  const warnings = warningsOf(headerRow.row, header ?? [], { mapping, fixed });
  return { sheet: { ...sheet, rows: [headerRow, ...below], broken }, warnings };
}

/** Where the header stands among the rows; undefined where the sheet is not of this tracker. */
function headerIn({ rows }: Sheet, mapping: Mapping): number | undefined {
  const theirs = new Set(Object.keys(mapping.columns).map(bareName));
  let best: { at: number; has: number } | undefined;
  for (const [at, { cells }] of rows.slice(0, ROWS_LOOKED_AT).entries()) {
    const has = cells.filter((cell) => theirs.has(bareName(cell))).length;
    if (has === 0 || has <= (best?.has ?? 0)) continue;
    if (looksLike(mapping.kind, renamed(cells, mapping))) best = { at, has };
  }
  return best?.at;
}

function renamed(header: readonly string[], { columns }: Mapping): readonly string[] {
  const ours = new Map(Object.entries(columns).map(([theirs, name]) => [bareName(theirs), name]));
  return header.map((written) => ours.get(bareName(written)) ?? written);
}

/** The columns that every row gets, but for those that the tracker has itself. */
function fixedColumns(
  { fixed }: Mapping,
  names: readonly string[],
  asAt: Day,
): ReadonlyMap<string, string> {
  const has = new Set(names.map(bareName));
  const added = Object.entries(fixed).filter(([name]) => !has.has(bareName(name)));
  return new Map(added.map(([name, says]) => [name, says === AS_AT ? asAt : says]));
}

type Words = ReadonlyMap<string, string>;

/** By place: their words for ours. */
function wordsAt(names: readonly string[], { words }: Mapping): ReadonlyMap<number, Words> {
  const at = new Map<number, Words>();
  for (const [name, list] of Object.entries(words)) {
    const index = names.findIndex((written) => bareName(written) === bareName(name));
    const ours = Object.entries(list).map(([theirs, word]): [string, string] => [
      wordKey(theirs),
      word,
    ]);
    if (index !== -1) at.set(index, new Map(ours));
  }
  return at;
}

/** A word without regard to case, spaces and signs; one that is nothing but signs, as it stands. */
export function wordKey(word: string): string {
  return bare(word) || word.trim();
}

function inOurWords(
  cells: readonly string[],
  width: number,
  toOurs: ReadonlyMap<number, Words>,
): readonly string[] {
  return Array.from({ length: width }, (_, index) => {
    const cell = cells[index] ?? '';
    return toOurs.get(index)?.get(wordKey(cell)) ?? cell;
  });
}

function warningsOf(
  row: number,
  header: readonly string[],
  { mapping, fixed }: { mapping: Mapping; fixed: ReadonlyMap<string, string> },
): Warning[] {
  const { role, org } = mapping.sender;
  const whose = `${role === 'icb' ? 'ICB' : role} ${org}`;
  const days = [...fixed].map(([name, says]) => `; ${name} is ${shown(says)} in every row`);
  const read = `the file was read by the column mapping saved for ${whose}${days.join('')}`;
  const lacking = lackingIn(header, mapping).map((warning) => ({ row, column: null, warning }));
  return [{ row: 0, column: null, warning: read }, ...lacking];
}

function shown(says: string): string {
  return isDay(says) ? longDay(says) : says;
}

/** The headings of the mapping that a sheet has not, each with the column that so stays empty. */
function lackingIn(header: readonly string[], { columns }: Mapping): string[] {
  const has = new Set(header.map(bareName));
  const lacking = Object.entries(columns).filter(
    ([theirs, ours]) => !has.has(bareName(theirs)) && !has.has(bareName(ours)),
  );
  return lacking.map(
    ([theirs, ours]) =>
      `the saved column mapping reads ${ours} under ${label(theirs) ?? 'a heading'}, and no column is headed so: nothing was read of it. If the heading has changed, save the mapping anew`,
  );
}
