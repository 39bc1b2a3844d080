import type { Problem } from '../read-result.ts';
import { MOST_CELLS, MOST_LETTERS, MOST_LINES } from './file-limits.ts';
import type { Aside, Opened, Sheet } from './opened.ts';
import { RefusedFile } from './refused-file.ts';
import { notices } from './sheet-notices.ts';
import { UnreadableXml } from './sheet-xml.ts';
import { asidesIn } from './xlsx-asides.ts';
import { commentParts, commentsIn } from './xlsx-comments.ts';
import type { Parts } from './xlsx-relations.ts';
import { readSheet } from './xlsx-sheet.ts';
import { type SharedStrings, sharedStrings } from './xlsx-strings.ts';
import { kindsOfStyles } from './xlsx-styles.ts';
import { type Workbook, workbookIn } from './xlsx-workbook.ts';
import { ZIP_REFUSALS } from './zip-refusals.ts';

/**
 * Takes the parts of a workbook that the guard let through, gives every sheet as cells of text, hidden
 * ones marked: days as ISO, percentages as "85%", formulas by their stored result, errors as empty with
 * a warning. All other text in the file comes as asides, to be screened. Never throws for what a file
 * holds. (Issue: XLSX; ADR 7.)
 */
export function openXlsx(guarded: Parts): Opened {
  try {
    return opened(new Map(Array.from(guarded, ([name, part]) => [name.toLowerCase(), part])));
  } catch (error) {
    if (error instanceof RefusedFile) return { as: 'refused', refused: error.refused };
    if (error instanceof UnreadableXml) return { as: 'refused', refused: ZIP_REFUSALS.damaged };
    throw error;
  }
}

function opened(parts: Parts): Opened {
  const workbook = workbookIn(parts);
  if (workbook === undefined) throw new RefusedFile(ZIP_REFUSALS.damaged);
  const strings = sharedStrings(workbook.sharedStrings);
  const { sheets, asides } = readSheets(parts, workbook, strings);
  if (sheets.every(({ rows }) => rows.length === 0)) throw new RefusedFile(EMPTY);
  const unshown = strings.unshown().map((text) => ({ where: LEFT_BEHIND, text }));
  const all = [...workbook.asides, ...asides, ...unshown].filter(({ text }) => text !== '');
  return { as: 'sheets', sheets, asides: all, warnings: [] };
}

const LEFT_BEHIND = 'a text that no cell shows any more, and that the file still holds';

const EMPTY: Problem = {
  row: 0,
  column: null,
  found: null,
  problem: 'the workbook is empty',
  remedy: 'Send a file with a header row and one row for each practice.',
};

function readSheets(parts: Parts, workbook: Workbook, strings: SharedStrings) {
  const { is1904, styles } = workbook;
  const kindOf = kindsOfStyles(styles);
  const room = { rows: MOST_LINES, cells: MOST_CELLS, letters: MOST_LETTERS };
  const asides: Aside[] = [];
  const read = new Set<string>();
  const sheets = workbook.sheets.map(({ name, hidden, number, part }): Sheet => {
    const told = notices();
    const context = { strings, kindOf, is1904, notices: told };
    const sheet = readSheet(partNamed(parts, part), { context, room, number });
    asides.push(...sheet.asides);
    read.add(part);
    for (const comments of commentParts(parts, part)) {
      asides.push(...commentsIn(parts.get(comments)!, number));
      read.add(comments);
    }
    const rest = { broken: [], refused: null, warnings: told.warnings() };
    return { name, hidden, rows: sheet.rows, ...rest };
  });
  return { sheets, asides: [...asides, ...asidesIn(parts, read)] };
}

function partNamed(parts: Parts, name: string): Uint8Array {
  const part = parts.get(name);
  if (part === undefined) throw new RefusedFile(ZIP_REFUSALS.damaged);
  return part;
}
