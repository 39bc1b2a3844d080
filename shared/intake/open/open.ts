import { whyTooLarge } from './file-limits.ts';
import { isPdf, isZip, whyNotTaken } from './open-kinds.ts';
import type { Opened } from './opened.ts';
import { openText } from './text.ts';
import { officeKind } from './zip-kind.ts';

/**
 * Takes a file as it was sent, gives its cells or its text by place; or why it cannot be opened and
 * what to do. What a file is shows in its bytes, never in its name. Never throws for what a file holds.
 */
export async function open(bytes: Uint8Array): Promise<Opened> {
  const refused = whyTooLarge(bytes.length) ?? whyNotTaken(bytes);
  if (refused !== undefined) return { as: 'refused', refused };
  if (isZip(bytes)) return openOffice(bytes);
  return isPdf(bytes) ? (await import('./pdf.ts')).openPdf(bytes) : openText(bytes);
}

/** What reads a kind of file is loaded when the first of that kind comes: a CSV file costs nothing of it. */
async function openOffice(bytes: Uint8Array): Promise<Opened> {
  const { guardedZip } = await import('./zip-guard.ts');
  const zip = guardedZip(bytes);
  if (!zip.ok) return { as: 'refused', refused: zip.refused };
  return officeKind(zip.parts.keys()) === 'DOCX'
    ? (await import('./docx.ts')).openDocx(zip.parts)
    : (await import('./xlsx.ts')).openXlsx(zip.parts);
}
