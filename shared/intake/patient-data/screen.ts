import type { Opened, OpenedDocument, OpenedSheets, Passage } from '../open/opened.ts';
import type { FileKind } from '../read-result.ts';
import { findInText } from './find-in-text.ts';
import type { PatientDataHit } from './hit.ts';
import { type LatestYear, latestYearIn } from './plausible-birth.ts';
import { readings } from './readings.ts';
import { screenPieces } from './screen-passages.ts';
import { screenSheet } from './screen-sheet.ts';

/** What is known of a file besides its content. */
type About = { readonly fileName: string; readonly kind: FileKind | null };

/**
 * Takes a file as opened, its name and its kind, gives the first patient data found in it and where, or
 * null: NHS numbers, National Insurance numbers, names beside dates of birth and columns named like
 * patient data, in every cell, sheet name, comment, passage and in the file name. A file that could not
 * be opened is screened by its name alone, so nothing of it may be kept; of a sheet that was refused as
 * too long or too broken the text is screened. The value itself is in no
 * answer. Pure; takes time in proportion to the file. (ADR 8; issue: patient-data screening.)
 */
export function screenForPatientData(opened: Opened, about: About): PatientDataHit | null {
  if (hasPatientData(about.fileName)) return { what: inName(about.fileName), where: THE_NAME };
  if (opened.as === 'refused') return null;
  const latestYear = onceAsked(() => latestYearIn(textsOf(opened)));
  return opened.as === 'sheets'
    ? screenSheets(opened, { kind: about.kind, latestYear })
    : screenDocument(opened, latestYear);
}

const THE_NAME = 'the file name';

/**
 * True for a short text that holds patient data: a file name before it is stored anywhere, or a reason
 * that somebody typed. In a file name underscores, dots and "%20" stand for spaces.
 */
export function hasPatientData(text: string): boolean {
  return findInName(text) !== undefined;
}

/**
 * True if all of a file's content was there to be screened: it was opened, and no sheet of it was
 * refused. Of any other file nothing may be kept, though no hit was found.
 */
export function isScreenedWhole(opened: Opened): boolean {
  if (opened.as === 'refused') return false;
  return opened.as === 'document' || opened.sheets.every(({ refused }) => refused === null);
}

function inName(fileName: string): PatientDataHit['what'] {
  return findInName(fileName)?.what ?? 'patient data';
}

function findInName(name: string) {
  const spellings = [name, decoded(name), name.replace(/[_+]/g, ' '), name.replace(/[_+.-]/g, ' ')];
  const latestYear = onceAsked(() => latestYearIn([name]));
  return spellings
    .flatMap(readings)
    .map((reading) => findInText(reading, latestYear))
    .find((found) => found !== undefined);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function screenSheets(
  { sheets, asides }: OpenedSheets,
  file: { readonly kind: FileKind | null; readonly latestYear: LatestYear },
): PatientDataHit | null {
  const isCsv = sheets.length === 1 && sheets[0]!.name === null;
  for (const [index, sheet] of sheets.entries()) {
    const hit = screenSheet(sheet, isCsv ? null : index + 1, file);
    if (hit !== null) return hit;
  }
  return screenPieces(asides, file.latestYear) ?? null;
}

function screenDocument(
  { passages, asides }: OpenedDocument,
  latestYear: LatestYear,
): PatientDataHit | null {
  const pieces = passages.map((passage) => ({ text: passage.text, where: placeOf(passage) }));
  return screenPieces(pieces, latestYear) ?? screenPieces(asides, latestYear) ?? null;
}

function placeOf({ page, paragraph }: Passage): string {
  const named = [page && `page ${page}`, paragraph && `paragraph ${paragraph}`];
  return named.filter((place) => place !== undefined).join(', ') || 'the text';
}

function* textsOf(opened: OpenedSheets | OpenedDocument): Generator<string> {
  for (const { text } of opened.asides) yield text;
  if (opened.as === 'document') {
    for (const { text } of opened.passages) yield text;
    return;
  }
  for (const { rows, unread = [] } of opened.sheets) {
    for (const { cells } of rows) yield* cells;
    for (const { text } of unread) yield text;
  }
}

function onceAsked(find: () => number): LatestYear {
  let found: number | undefined;
  return () => {
    found ??= find();
    return found;
  };
}
