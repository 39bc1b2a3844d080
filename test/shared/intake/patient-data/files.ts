import type { Opened, Sheet } from '../../../../shared/intake/open/opened.ts';
import { openText } from '../../../../shared/intake/open/text.ts';
import type { PatientDataHit } from '../../../../shared/intake/patient-data/hit.ts';
import { screenForPatientData } from '../../../../shared/intake/patient-data/screen.ts';
import type { FileKind } from '../../../../shared/intake/read-result.ts';

type Rows = readonly (readonly string[])[];

/** A sheet of these rows. */
export function sheet(rows: Rows, more: Partial<Sheet> = {}): Sheet {
  const numbered = rows.map((cells, index) => ({ row: index + 1, cells }));
  return { name: 'Sheet', hidden: false, rows: numbered, broken: [], refused: null, ...more };
}

export function workbook(...sheets: readonly Sheet[]): Opened {
  return { as: 'sheets', sheets, asides: [], warnings: [] };
}

/** A Word file of these paragraphs. */
export function paragraphs(...texts: readonly string[]): Opened {
  const passages = texts.map((text, index) => ({ paragraph: index + 1, text }));
  return { as: 'document', format: 'DOCX', passages, asides: [], warnings: [] };
}

/** A CSV file of these lines. */
export function csv(lines: readonly string[]): Opened {
  return openText(new TextEncoder().encode(lines.join('\n')));
}

/** What is found in a file whose name is harmless. */
export function screened(opened: Opened, kind: FileKind | null = null): PatientDataHit | null {
  return screenForPatientData(opened, { fileName: 'file', kind });
}

/** What is found in one text of a document. */
export function inText(text: string): PatientDataHit['what'] | undefined {
  return screened(paragraphs(text))?.what;
}

/** What is found in rows without a heading of their own. */
export function inRows(...rows: Rows): PatientDataHit['what'] | undefined {
  return screened(workbook(sheet(rows)))?.what;
}
