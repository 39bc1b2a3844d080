import { findBirth } from './birth-in-text.ts';
import type { PatientDataHit } from './hit.ts';
import { findNationalInsuranceNumber } from './national-insurance.ts';
import { findNhsNumber, type Place } from './nhs-number.ts';
import type { LatestYear } from './plausible-birth.ts';

/** What was found in a text, and how far into it; never the value. */
export type Found = { readonly what: PatientDataHit['what']; readonly at: number };

/** Longer texts are searched piece by piece, so that memory stays small whatever they hold. */
const LONGEST_PIECE = 100_000;
/** No value is so long, with its label and what stands around it. */
const OVERLAP = 400;

/**
 * Takes text in one of its readings, gives the first patient data in it, or undefined: NHS numbers are
 * looked for first, then National Insurance numbers, then dates of birth with a person.
 */
export function findInText(
  text: string,
  latestYear: LatestYear,
  place: Place = {},
): Found | undefined {
  for (const { from, piece } of piecesOf(text)) {
    const nhs = findNhsNumber(piece, place);
    const found =
      nhs === undefined
        ? findInWords(piece, latestYear)
        : ({ what: 'an NHS number', at: nhs } as const);
    if (found !== undefined) return { what: found.what, at: from + found.at };
  }
  return undefined;
}

type Piece = { readonly from: number; readonly piece: string };

function* piecesOf(text: string): Generator<Piece> {
  for (let from = 0; from < text.length; ) {
    const to = endFrom(text, from + LONGEST_PIECE);
    yield { from, piece: text.slice(from, to) };
    if (to === text.length) return;
    from = endFrom(text, to - OVERLAP);
  }
}

/** A line that is cut in two might be read as two; nothing is cut within a run of digits, a part of which might pass. */
function endFrom(text: string, at: number): number {
  const line = text.slice(at, at + OVERLAP / 2).indexOf('\n');
  if (line !== -1) return at + line;
  const offset = text.slice(at, at + LONGEST_PIECE).search(/\D/);
  return offset === -1 ? text.length : at + offset;
}

/** The same without NHS numbers, for text with too few digits. */
export function findInWords(text: string, latestYear: LatestYear): Found | undefined {
  // What is left to look for has letters: most cells with numbers are done with here.
  if (!/\p{L}{2}/u.test(text)) return undefined;
  const insurance = findNationalInsuranceNumber(text);
  if (insurance !== undefined) return { what: 'a National Insurance number', at: insurance };
  const birth = findBirth(text, latestYear);
  return birth === undefined ? undefined : { what: 'a name beside a date of birth', at: birth };
}
