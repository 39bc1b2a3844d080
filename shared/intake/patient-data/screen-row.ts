import { findBirthInRow } from './birth-in-row.ts';
import { type Content, contentOf } from './cell-content.ts';
import { isNamedLikePatientData } from './column-names.ts';
import { type Found, findInText, findInWords } from './find-in-text.ts';
import type { PatientDataHit } from './hit.ts';
import { CELL_BORDER } from './marks.ts';
import { isTelephoneHeading } from './number-names.ts';
import type { LatestYear } from './plausible-birth.ts';
import { readingsOfAll } from './readings.ts';
import { isRegisterRow, isRegisterTelephone } from './register-row.ts';

/** What a row's sheet is known to be. */
export type SheetContext = {
  readonly headings: () => readonly string[];
  readonly isTelephone: (column: number) => boolean;
  readonly latestYear: LatestYear;
  /** True for epraccur, whose days beside names open and close practices, and no heading says so. */
  readonly isRegister: boolean;
};

/** What was found in a row, and in which column (from 0). */
export type FoundInRow = { readonly what: PatientDataHit['what']; readonly column: number };

/** A row's cells in one of its readings, and what they are made of. */
type Reading = {
  readonly cells: readonly string[];
  readonly content: Content;
  /** The cells of the row above, which is clean. */
  readonly above: readonly string[];
};

/**
 * Takes a row, gives the first patient data in it, or undefined: in a heading, within a cell, in cells
 * that belong together (a label and its value), or a name beside a day of birth. `above` is the row
 * before, if that was found clean.
 */
export function screenRow(
  cells: readonly string[],
  sheet: SheetContext,
  above: readonly string[] = [],
): FoundInRow | undefined {
  const content = contentOf(cells);
  if (content.isPlain) return screenReading({ cells, content, above }, sheet);
  for (const read of readingsOfAll(cells)) {
    const found = screenReading({ cells: read, content: contentOf(read), above }, sheet);
    if (found !== undefined) return found;
  }
  return undefined;
}

function screenReading(reading: Reading, sheet: SheetContext): FoundInRow | undefined {
  return (
    findHeading(reading) ??
    findInCells(reading, sheet) ??
    findAcross(reading, sheet) ??
    findBirth(reading, sheet)
  );
}

/** No heading is a long number; a row of data has one (a practice code, a count) and is passed over. */
const SHORTER_THAN_A_CODE = 5;

function findHeading({ cells, content }: Reading): FoundInRow | undefined {
  if (content.longestRun >= SHORTER_THAN_A_CODE) return undefined;
  const column = cells.findIndex((cell) => isNamedLikePatientData(cell));
  return column === -1 ? undefined : { what: 'a column named like patient data', column };
}

/** With fewer digits a cell holds no NHS number: nine are the least, of one written 9.43476592E9. */
const FEWEST_DIGITS = 8;

function findInCells(reading: Reading, sheet: SheetContext): FoundInRow | undefined {
  const { digits, letters } = reading.content;
  for (let column = 0; column < digits.length; column++) {
    const isCandidate = digits[column]! >= 10 || (digits[column]! >= 4 && letters[column]! > 0);
    const found = isCandidate ? findInCell(reading, column, sheet) : undefined;
    if (found !== undefined) return { what: found.what, column };
  }
  return undefined;
}

function findInCell(
  { cells, content, above }: Reading,
  column: number,
  { latestYear, isTelephone }: SheetContext,
): Found | undefined {
  const cell = cells[column]!;
  if (content.digits[column]! < FEWEST_DIGITS) {
    // Much of a file is the same day in every row: what held nothing above holds nothing here.
    const isNew = cell !== above[column] && content.letters[column]! > 2;
    return isNew ? findInWords(cell, latestYear) : undefined;
  }
  return findInText(cell, latestYear, {
    isTelephone: () =>
      isTelephoneLabel(cells[column - 1]) ||
      isRegisterTelephone(cells, column) ||
      isTelephone(column),
  });
}

function isTelephoneLabel(left: string | undefined): boolean {
  return left !== undefined && !/\d/.test(left) && isTelephoneHeading(left);
}

/** Labels whose value may stand in the cells after them. */
const LABEL =
  /n\W{0,2}h\W{0,2}s[\s_.-]{0,3}(?:n|id|#)|birth|born|d[\s.]{0,2}o[\s.]{0,2}b|insurance|nino|\bn\.?i\b|patient|\bpt\b|\bre\b|client/i;

function findAcross({ cells, content }: Reading, sheet: SheetContext): FoundInRow | undefined {
  if (cells.length < 2 || content.digits.every((digits) => digits === 0)) return undefined;
  const joined = cells.join(CELL_BORDER);
  if (!LABEL.test(joined)) return undefined;
  const found = findInText(joined, sheet.latestYear, { onlyNamed: true });
  return found && { what: found.what, column: columnAt(joined, found) };
}

function columnAt(joined: string, { at }: Found): number {
  return joined.slice(0, at).split(CELL_BORDER).length - 1;
}

function findBirth({ cells }: Reading, sheet: SheetContext): FoundInRow | undefined {
  if (sheet.isRegister || isRegisterRow(cells)) return undefined;
  const column = findBirthInRow({ cells, ...sheet });
  return column === undefined ? undefined : { what: 'a name beside a date of birth', column };
}
