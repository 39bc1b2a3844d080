import type { Passage } from '../open/opened.ts';
import type { FoundAt } from './checklist.ts';

/** A document as one text in reading order, and where each part of it stands. */
export type Flow = {
  /**
   * Plain letters, straight quotes and single spaces. Line ends of a page are spaces: where a PDF breaks
   * its lines says nothing. A line feed stands only where a paragraph, a table cell or a tab ends.
   */
  readonly text: string;
  /** Takes an offset in the text, gives its page or paragraph. */
  readonly placeOf: (offset: number) => FoundAt;
  /** The document is longer than what is read of it. */
  readonly isCut: boolean;
};

/** Some 120 pages; a letter, plan or DPIA has 30 at most. Bounds the time and memory that screening takes. */
const LONGEST = 400_000;

/** An empty passage is a cell that somebody left blank: it answers the label before it with nothing. */
const BLANK_CELL = '___';

/** Takes what a document was opened to, gives its text to be screened. Never throws. */
export function flowOf(passages: readonly Passage[]): Flow {
  const starts: { readonly from: number; readonly place: FoundAt }[] = [];
  let text = '';
  let isCut = false;
  for (const passage of passages) {
    const room = LONGEST - text.length;
    if (room <= 0 || passage.text.length > room) isCut = true;
    if (room <= 0) break;
    const folded = folding(passage.text.slice(0, room)) || BLANK_CELL;
    starts.push({ from: text.length, place: placeOfPassage(passage) });
    text += folded + (passage.page === undefined ? '\n' : ' ');
  }
  return { text, placeOf: (offset) => placeAt(starts, offset), isCut };
}

function placeOfPassage({ page, paragraph }: Passage): FoundAt {
  return { ...(page !== undefined && { page }), ...(paragraph !== undefined && { paragraph }) };
}

/** The passage that starts last at or before the offset, found by halving. */
function placeAt(
  starts: readonly { readonly from: number; readonly place: FoundAt }[],
  offset: number,
): FoundAt {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]!.from <= offset) low = middle;
    else high = middle - 1;
  }
  return starts[low]?.place ?? {};
}

/**
 * What print and word processors do to letters, undone in this order. A hyphen between letters goes
 * altogether ("opt-in" is "optin"), since nobody can tell whether one at the end of a line is part of
 * the word or of the printing. Full stops of abbreviations go, so that one that stays ends a sentence.
 */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/[\u00ad\u200b-\u200f\u2060\ufeff]/g, ''],
  [/[\u2018\u2019\u201a\u201b`\u00b4\u02bc\u2032]/g, "'"],
  [/[\u201c-\u201f\u00ab\u00bb\u2033]/g, '"'],
  [/\u2014/g, ' - '],
  [/[\u2010-\u2015\u2212\uFE58]/g, '-'],
  [/[\ue000-\uf8ff\u2022\u25aa\u25a0\u25cf\u25e6\u2043\u00b7]/g, '•'],
  [/(?<=\p{L})-(?:[^\S\n\r]*[\r\n]\s*)?(?=\p{L})/gu, ''],
  [/(?<=[\p{L}\d])-[^\S\n\r]*[\r\n]\s*(?=\d)|(?<=\d)-[^\S\n\r]*[\r\n]\s*(?=\p{L})/gu, '-'],
  [/(?:(?!\t)[\s\p{Cc}])+/gu, ' '],
  [/ ?\t[\t ]*/g, '\n'],
  [/\.{4,}/g, '____'],
  [/•[ \n]*/g, '• '],
  [/\bpage \d{1,4} of \d{1,4}\b/gi, ' '],
  [/\b(dr|mrs?|ms|prof|st|tel|ref)\.(?= ?[\p{L}\d])|\b(no)\.(?= ?\d)/giu, '$1$2 '],
  [/\be\. ?g\./gi, 'eg'],
  [/\bi\. ?e\./gi, 'ie'],
  [/ {2,}/g, ' '],
];

function folding(text: string): string {
  let folded = text.normalize('NFKC');
  for (const [print, plain] of FOLDS) folded = folded.replace(print, plain);
  return folded.trim();
}
