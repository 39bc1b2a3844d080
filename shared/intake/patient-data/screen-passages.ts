import { findInText } from './find-in-text.ts';
import type { PatientDataHit } from './hit.ts';
import { PASSAGE_BORDER } from './marks.ts';
import type { LatestYear } from './plausible-birth.ts';
import { readingsOfAll } from './readings.ts';

/** A piece of text, and how a message says where it stands. */
export type Piece = { readonly text: string; readonly where: string };

/**
 * Takes pieces of text in reading order, gives the first patient data in them, or undefined. They are
 * read as one text, since a label may stand in one piece and its value in the next (cells of a table,
 * fields of a form).
 */
export function screenPieces(
  pieces: readonly Piece[],
  latestYear: LatestYear,
): PatientDataHit | undefined {
  for (const texts of readingsOfAll(pieces.map(({ text }) => text))) {
    const found = findInText(texts.join(PASSAGE_BORDER), latestYear);
    if (found !== undefined) return { what: found.what, where: whereOf(pieces, texts, found.at) };
  }
  return undefined;
}

function whereOf(pieces: readonly Piece[], texts: readonly string[], at: number): string {
  let end = 0;
  const index = texts.findIndex((text) => {
    end += text.length + PASSAGE_BORDER.length;
    return at < end;
  });
  return pieces[index]!.where;
}
