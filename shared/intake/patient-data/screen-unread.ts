import type { Unread } from '../open/opened.ts';
import type { TableRow } from '../table/table-reader.ts';
import { findInText } from './find-in-text.ts';
import type { PatientDataHit } from './hit.ts';
import { readings } from './readings.ts';
import { type SheetContext, screenRow } from './screen-row.ts';

/** Longer lines are no rows: they are looked at piece by piece, so that memory stays small. */
const LONGEST_LINE = 20_000;

/**
 * Takes text that could not be taken apart into cells, gives the first patient data in it, or undefined:
 * line by line, both as cells and as it is.
 */
export function screenUnread(
  unread: readonly Unread[],
  called: string,
  context: SheetContext,
): PatientDataHit | undefined {
  for (const { row, text } of unread) {
    for (const { line, number } of linesOf(text)) {
      const what = findInLine(line, context);
      if (what !== undefined) return { what, where: `${called}row ${row + number}` };
    }
  }
  return undefined;
}

function findInLine(line: string, context: SheetContext): PatientDataHit['what'] | undefined {
  const found = screenRow(cellsOf(line), context);
  if (found !== undefined) return found.what;
  for (const reading of readings(line)) {
    const inText = findInText(reading, context.latestYear, { onlyNamed: true });
    if (inText !== undefined) return inText.what;
  }
  return undefined;
}

/** A cell in quotes, else all up to the next comma, semicolon or tab; a quote that is not closed counts for nothing. */
const CELL = /("[^"]*"|[^,;\t]*)(?:[,;\t]|$)/gy;

function cellsOf(line: string): string[] {
  const cells = Array.from(line.matchAll(CELL), ([, cell = '']) => cell.replaceAll('"', '').trim());
  return /[,;\t]$/.test(line) ? cells : cells.slice(0, -1);
}

/** The first rows of such a text, as far as they can be told. */
export function rowsIn(unread: readonly Unread[], most: number): TableRow[] {
  const rows: TableRow[] = [];
  for (const { row, text } of unread) {
    for (const { line, number } of linesOf(text)) {
      if (rows.length === most) return rows;
      rows.push({ row: row + number, cells: cellsOf(line) });
    }
  }
  return rows;
}

type Line = { readonly line: string; readonly number: number };

/** The lines of a text that hold anything, one by one, cut where they are too long. */
function* linesOf(text: string): Generator<Line> {
  let number = 0;
  for (const { 0: piece } of text.matchAll(/[^\r\n]+|\r\n|\n|\r/g)) {
    if (/^[\r\n]/.test(piece)) number += 1;
    else yield* cut(piece, number);
  }
}

function* cut(piece: string, number: number): Generator<Line> {
  for (let at = 0; at < piece.length; ) {
    let end = Math.min(piece.length, at + LONGEST_LINE);
    // Never within a number: a piece of a longer one might pass.
    while (end < piece.length && /\d/.test(piece[end]!) && /\d/.test(piece[end - 1]!)) end += 1;
    yield { line: piece.slice(at, end), number };
    at = end;
  }
}
