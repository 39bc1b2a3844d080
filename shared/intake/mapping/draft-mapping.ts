import { practiceCode } from '../../practice/code.ts';
import type { OpenedSheets, Sheet } from '../open/opened.ts';
import { columnsOf, RETURN_COLUMNS } from '../readers/return-columns.ts';
import { ROWS_LOOKED_AT } from '../table/columns.ts';
import { heading } from '../table/found.ts';
import { AS_AT } from './apply-mapping.ts';
import { type UnknownWord, unknownWords } from './draft-words.ts';
import { type Likely, likelyColumn } from './headings.ts';
import type { Mapping } from './mapping.ts';

/** A proposed mapping, what it rests on, and what it leaves out: somebody looks through it before it is saved. */
export type Draft = {
  readonly mapping: Mapping;
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly read: readonly { readonly heading: string; readonly column: string; readonly by: By }[];
  readonly leftOut: readonly { readonly heading: string; readonly why: string }[];
  readonly words: readonly UnknownWord[];
  /** Required columns that the tracker would still lack. */
  readonly lacking: readonly string[];
};

type By = Likely['by'] | 'the practice codes in it';
type Asked = Pick<Mapping, 'kind' | 'sender'>;

/**
 * Proposes how a tracker may be read, by its headings (ours, usual ones, ones very like them), by the
 * practice codes in its cells, and by the words of its status column. What cannot be told is left out
 * and listed. Undefined where no row looks like a header. (Issue: saved column mapping.)
 */
export function draftMapping({ sheets }: OpenedSheets, asked: Asked): Draft | undefined {
  const found = sheets
    .toSorted((a, b) => Number(a.hidden) - Number(b.hidden))
    .flatMap((sheet) => headerOf(sheet, asked.kind) ?? [])
    .reduce<Header | undefined>(
      (a, b) => (a === undefined || b.score > a.score ? b : a),
      undefined,
    );
  return found && draftFrom(found, asked);
}

type Header = {
  readonly sheet: Sheet;
  readonly row: number;
  readonly names: readonly string[];
  readonly below: Sheet['rows'];
  readonly score: number;
};

/** The row that has most headings that are known, with practices below it. */
function headerOf(sheet: Sheet, kind: Mapping['kind']): Header | undefined {
  let best: Header | undefined;
  for (const [at, { row, cells: names }] of sheet.rows.slice(0, ROWS_LOOKED_AT).entries()) {
    if (names.some((cell) => practiceCode(cell) !== undefined)) break;
    const known = names.filter((name) => likelyColumn(kind, name) !== undefined).length;
    const below = sheet.rows.slice(at + 1);
    const score = known + (codeColumns(names, below).length > 0 ? 1 : 0);
    if (score >= 2 && score > (best?.score ?? 0)) best = { sheet, row, names, below, score };
  }
  return best;
}

/** Where nearly every cell that is filled is a practice code. */
function codeColumns(names: readonly string[], below: Sheet['rows']): readonly number[] {
  return [...names.keys()].filter((at) => {
    const filled = below.map(({ cells }) => cells[at]?.trim() ?? '').filter((cell) => cell !== '');
    const codes = filled.filter((cell) => practiceCode(cell) !== undefined).length;
    return names[at]!.trim() !== '' && codes > 0 && codes >= 0.8 * filled.length;
  });
}

type Place = {
  readonly at: number;
  readonly column: string;
  readonly by: By;
  readonly rank: number;
};

function draftFrom(header: Header, { kind, sender }: Asked): Draft {
  const { names, below, sheet } = header;
  const { taken, leftOut } = placed(header, kind);
  const has = new Set(taken.map(({ column }) => column));
  const dated = kind === 'status-return' ? 'as_at_date' : 'extract_date';
  const words = taken.flatMap(({ at, column }) => {
    const ours = columnsOf(kind).get(column)!;
    const cells = below.map(({ cells }) => cells[at] ?? '');
    return ours.holds === 'choice' ? unknownWords(column, ours, cells) : [];
  });
  const fixed: Record<string, string> = has.has(dated) ? {} : { [dated]: AS_AT };
  return {
    mapping: { kind, sender, columns: columnsIn(taken, names), words: wordsIn(words), fixed },
    sheet: sheet.name,
    headerRow: header.row,
    read: taken.map(({ at, column, by }) => ({ heading: heading(names[at]!, at), column, by })),
    leftOut,
    words,
    lacking: RETURN_COLUMNS[kind].required.filter((name) => !has.has(name) && name !== dated),
  };
}

/** Headings of ours need no mapping. */
function columnsIn(taken: readonly Place[], names: readonly string[]): Mapping['columns'] {
  const theirs = taken.filter(({ by }) => by !== 'our name');
  return Object.fromEntries(theirs.map(({ at, column }) => [tidy(names[at]!), column]));
}

function wordsIn(words: readonly UnknownWord[]): Mapping['words'] {
  const guessed = words.flatMap(({ column, word, guess }) =>
    word === null || guess === null ? [] : [{ column, word, guess }],
  );
  const columns = [...new Set(guessed.map(({ column }) => column))];
  const of = (name: string) => guessed.filter(({ column }) => column === name);
  return Object.fromEntries(
    columns.map((name) => [
      name,
      Object.fromEntries(of(name).map(({ word, guess }) => [word, guess])),
    ]),
  );
}

function placed({ names, below }: Header, kind: Mapping['kind']) {
  const candidates = candidatesIn(names, codeColumns(names, below), kind);
  const taken: Place[] = [];
  const leftOut: { heading: string; why: string }[] = [];
  for (const [at, name] of names.entries()) {
    if (name.trim() === '') continue;
    const place = candidates.find((candidate) => candidate.at === at);
    const rivals = candidates.filter((c) => c.column === place?.column && c.at !== at);
    const leave = (why: string) => leftOut.push({ heading: heading(name, at), why });
    const better = rivals.find((rival) => rival.rank < place!.rank);
    if (place === undefined) leave('nothing of ours is headed like it');
    else if (better)
      leave(`${place.column} is read under ${heading(names[better.at]!, better.at)}`);
    else if (rivals.some((rival) => rival.rank === place.rank)) {
      leave(`another heading may be ${place.column} as well, and it is not certain which one is`);
    } else taken.push(place);
  }
  return { taken, leftOut };
}

/** The practice codes themselves tell their column, whatever its heading. */
function candidatesIn(
  names: readonly string[],
  codes: readonly number[],
  kind: Mapping['kind'],
): readonly Place[] {
  return [...names.entries()].flatMap(([at, name]): Place[] => {
    const likely = likelyColumn(kind, name);
    if (likely?.column === 'practice_code' && codes.length > 0 && !codes.includes(at)) return [];
    if (likely !== undefined) return [{ at, ...likely }];
    const isOnlyCodes = codes.length === 1 && codes[0] === at;
    const by = 'the practice codes in it';
    return isOnlyCodes ? [{ at, column: 'practice_code', by, rank: 1 }] : [];
  });
}

function tidy(name: string): string {
  return name.trim().replace(/\s+/g, ' ');
}
