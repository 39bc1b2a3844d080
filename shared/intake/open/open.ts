import { whyTooLarge } from './file-limits.ts';
import { leftInPdf, leftInZip } from './left-behind.ts';
import { isPdf, isZip, whyNotTaken } from './open-kinds.ts';
import type { Aside, Opened } from './opened.ts';
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
  if (!isPdf(bytes)) return openText(bytes);
  // Before the reader, which takes the bytes for itself.
  const left = leftInPdf(bytes);
  return withAsides(await (await import('./pdf.ts')).openPdf(bytes), left);
}

/** What reads a kind of file is loaded when the first of that kind comes: a CSV file costs nothing of it. */
async function openOffice(bytes: Uint8Array): Promise<Opened> {
  const { guardedZip } = await import('./zip-guard.ts');
  const zip = guardedZip(bytes);
  if (!zip.ok) return { as: 'refused', refused: zip.refused };
  const opened =
    officeKind(zip.parts.keys()) === 'DOCX'
      ? (await import('./docx.ts')).openDocx(zip.parts)
      : (await import('./xlsx.ts')).openXlsx(zip.parts);
  return withAsides(opened, leftInZip(bytes, zip.parts));
}

/** What readers leave behind is screened too. */
function withAsides(opened: Opened, left: readonly Aside[]): Opened {
  return opened.as === 'refused' ? opened : { ...opened, asides: [...opened.asides, ...left] };
}
