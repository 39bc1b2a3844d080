import type { Opened, Sheet } from '../shared/intake/open/opened.ts';
import type { FileKind } from '../shared/intake/read-result.ts';

/** A file to screen, as intake would have it. */
export type ScreenedFile = {
  readonly opened: Opened;
  readonly fileName: string;
  readonly kind: FileKind | null;
};

/** A sheet as it is once opened. */
export function sheetOf(
  rows: readonly (readonly string[])[],
  more: { readonly name?: string; readonly hidden?: boolean } = {},
): Sheet {
  const numbered = rows.map((cells, index) => ({ row: index + 1, cells }));
  return { name: null, hidden: false, rows: numbered, broken: [], refused: null, ...more };
}

/** A workbook of the sheets given. */
export function workbook(...sheets: readonly Sheet[]): Opened {
  return { as: 'sheets', sheets, asides: [], warnings: [] };
}

/** A document with a paragraph for each line given. */
export function letter(...lines: readonly string[]): Opened {
  const passages = lines.map((text, index) => ({ paragraph: index + 1, text }));
  return { as: 'document', format: 'DOCX', passages, asides: [], warnings: [] };
}
