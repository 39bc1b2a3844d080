import type { Warning } from '../read-result.ts';
import { roundedCode } from '../table/rounded-codes.ts';
import type { TableRow } from '../table/table-reader.ts';
import { readCsv } from './csv.ts';
import { decode } from './decode.ts';
import type { Opened } from './opened.ts';
import { notices } from './sheet-notices.ts';

/** Opens a text file: one sheet without a name. */
export function openText(bytes: Uint8Array): Opened {
  const decoded = decode(bytes);
  if (!decoded.ok) return { as: 'refused', refused: decoded.refused };
  const { records: rows, broken, unread, refused } = readCsv(decoded.text);
  const warnings = roundedIn(rows);
  const sheet = { name: null, hidden: false, rows, broken, unread, refused, warnings };
  return { as: 'sheets', sheets: [sheet], asides: [], warnings: decoded.warnings };
}

/** A spreadsheet that saved the file as CSV may have spoilt its long codes before. */
function roundedIn(rows: readonly TableRow[]): readonly Warning[] {
  const told = notices();
  for (const { row, cells } of rows) {
    for (let column = 0; column < cells.length; column++) {
      const rounded = roundedCode(cells[column]!);
      if (rounded !== null) told.add(rounded, { row, column });
    }
  }
  return told.warnings();
}
