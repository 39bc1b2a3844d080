import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChecklistSchema, DOCUMENT_KINDS } from '../../../../shared/intake/document/checklist.ts';
import { readDocument } from '../../../../shared/intake/document/read-document.ts';
import type { OpenedDocument, Passage } from '../../../../shared/intake/open/opened.ts';
import { DPIAS } from './stories/dpias.ts';
import { LAST } from './stories/last.ts';
import { LATER } from './stories/later.ts';
import { LETTERS } from './stories/letters.ts';
import { PLANS } from './stories/plans.ts';
import { contextOf, openedOf, type Story } from './stories/story.ts';
import { UNSEEN } from './stories/unseen.ts';

const STORIES: readonly Story[] = [...LETTERS, ...PLANS, ...DPIAS, ...LATER, ...LAST, ...UNSEEN];
const PDFS = STORIES.filter(({ pdf }) => pdf !== undefined);

const contextFor = ({ about, sender }: Story) =>
  contextOf({ about: about ?? null, ...(sender && { sender }) });

/** Pieces of real documents in any order, and anything else. */
const pieces = STORIES.flatMap(({ pdf, docx }) => (pdf ?? docx ?? '').split(/(?<=[ \n])/));
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((some) => some.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
const anyDocument: fc.Arbitrary<OpenedDocument> = fc
  .tuple(fc.constantFrom('page', 'paragraph'), fc.array(anyText, { maxLength: 6 }))
  .map(([place, texts]) => ({
    as: 'document',
    format: place === 'page' ? 'PDF' : 'DOCX',
    passages: texts.map((text, index): Passage => ({ [place]: index + 1, text })),
    asides: [],
    warnings: [],
  }));
const anyKind = fc.constantFrom(null, ...DOCUMENT_KINDS);

describe('whatever a document holds', () => {
  test('it is read or refused, never an error; one row in all; what is found has its place', () => {
    fc.assert(
      fc.property(anyDocument, anyKind, (opened, document) => {
        const read = readDocument(opened, contextOf({ about: { practice: null, document } }));
        expect(read.rows).toBe(1);
        expect(read.taken.length).toBe(read.refused === null ? 1 : 0);
        if (read.checklist === null) return;
        expect(ChecklistSchema.safeParse(read.checklist).success).toBe(true);
        const places = opened.passages.map(({ page, paragraph }) => page ?? paragraph);
        for (const { found, at } of read.checklist.points) {
          if (found) expect(at).not.toBeNull();
          if (at !== null) expect(places).toContain(at.page ?? at.paragraph);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('nothing of its own words is passed on: no name, no sentence', () => {
    const secret = 'Quillfeather';
    fc.assert(
      fc.property(fc.constantFrom(...STORIES), fc.nat(), (story, seed) => {
        const spoken = (text: string) => sprinkled(text, secret, seed);
        const opened = openedOf(story);
        const passages = opened.passages.map((each) => ({ ...each, text: spoken(each.text) }));
        const read = readDocument({ ...opened, passages }, contextFor(story));
        expect(JSON.stringify(read)).not.toMatch(/quillfeather/i);
      }),
      { numRuns: 200 },
    );
  });
});

/** A name put in between the words of a text, here and there. */
function sprinkled(text: string, name: string, seed: number): string {
  return text
    .split(' ')
    .map((word, index) => ((seed + index) % 5 === 0 ? `${word} ${name}` : word))
    .join(' ');
}

describe('where a PDF breaks its lines says nothing', () => {
  test.each(PDFS)('$kind: $story', (story) => {
    const asPrinted = readDocument(openedOf(story), contextFor(story));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 11 })), (chance) => {
        const opened = openedOf(story);
        const passages = opened.passages.map(({ page, text }) => ({
          ...(page !== undefined && { page }),
          text: broken(text, () => chance.next().value ?? 0),
        }));
        expect(readDocument({ ...opened, passages }, contextFor(story))).toEqual(asPrinted);
      }),
      { numRuns: 12 },
    );
  });
});

/** The same text in other lines: broken at any space, after a hyphen, and within long words. */
function broken(text: string, chance: () => number): string {
  const flowing = text.replace(/(?<=[a-z])-\n(?=[a-z])/g, '').replaceAll('\n', ' ');
  return flowing
    .replace(/ /g, () => (chance() < 3 ? '\n' : chance() === 5 ? '  ' : ' '))
    .replace(/(?<=[a-z])-(?=[a-z])/g, () => (chance() < 3 ? '-\n' : '-'))
    .replace(/(?<=[a-z]{4})(?=[a-z]{4})/g, () => (chance() === 0 ? '-\n' : ''));
}

test('the same document and context give the same answer', () => {
  for (const story of STORIES) {
    const [once, again] = [0, 1].map(() => readDocument(openedOf(story), contextFor(story)));
    expect(again).toEqual(once);
  }
});

test('curly quotes, ligatures, wide spaces and capitals change nothing that is found', () => {
  const printed = (text: string) =>
    text.replaceAll("'", '’').replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ').replaceAll(' ', '\u00a0');
  for (const story of STORIES) {
    const opened = openedOf(story);
    const passages = opened.passages.map((each) => ({ ...each, text: printed(each.text) }));
    const plain = readDocument(opened, contextFor(story));
    expect(readDocument({ ...opened, passages }, contextFor(story))).toEqual(plain);
  }
});
