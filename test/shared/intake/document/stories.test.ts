import { describe, expect, test } from 'vitest';
import type { FoundAt } from '../../../../shared/intake/document/checklist.ts';
import { readDocument } from '../../../../shared/intake/document/read-document.ts';
import type { OpenedDocument } from '../../../../shared/intake/open/opened.ts';
import { confusion, foundIn, total } from './measure.ts';
import { DPIAS } from './stories/dpias.ts';
import { LAST } from './stories/last.ts';
import { LATER } from './stories/later.ts';
import { LETTERS } from './stories/letters.ts';
import { PLANS } from './stories/plans.ts';
import { contextOf, openedOf, SHA, type Story } from './stories/story.ts';
import { UNSEEN } from './stories/unseen.ts';

const STORIES: readonly Story[] = [...LETTERS, ...PLANS, ...DPIAS, ...LATER, ...LAST, ...UNSEEN];

function readStory(story: Story) {
  const { about = null, sender } = story;
  return readDocument(openedOf(story), contextOf({ about, ...(sender && { sender }) }));
}

/** What a statement says, without what it is silent on. */
function saidBy(story: Story): Record<string, unknown> {
  const values = readStory(story).taken[0]?.statements[0]?.values ?? {};
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

describe.each(STORIES)('$kind: $story', (story) => {
  const read = readStory(story);

  test('it is taken for what it is, as one row with one statement', () => {
    expect(read).toMatchObject({ kind: story.kind, rows: 1, refused: null, problems: [] });
    expect(read.taken.map(({ row, statements }) => [row, statements.length])).toEqual([[1, 1]]);
  });

  test('the points found are those that a reader finds', () => {
    const misread = new Set(story.misread?.split(' '));
    const there = story.found.split(' ').filter((point) => point !== '');
    const expected = there.filter((point) => !misread.has(point));
    const wrong = [...misread].filter((point) => !there.includes(point));
    expect([...foundIn(story)].sort()).toEqual([...expected, ...wrong].sort());
  });

  test('it says what it says, and names its file', () => {
    const lacks = new Set(story.lacks?.split(' '));
    const read = Object.entries(story.says).filter(([name]) => !lacks.has(name));
    expect(saidBy(story)).toEqual({ ...Object.fromEntries(read), document: SHA });
  });

  test('an untouched template, and only that, is said to be one', () => {
    expect(read.checklist?.untouchedTemplate).toBe(story.untouched ?? false);
  });

  test('what was found has a place in the document', () => {
    const places = placesOf(openedOf(story));
    for (const { found, at } of read.checklist?.points ?? []) {
      if (found) expect(at).not.toBeNull();
      if (at !== null) expect(places).toContainEqual(at);
    }
  });

  test('the sender is told', () => {
    const told = read.warnings.map(({ warning }) => warning).join('\n');
    for (const warning of story.warns ?? []) expect(told).toContain(warning);
  });
});

function placesOf({ passages }: OpenedDocument): FoundAt[] {
  return passages.map(({ page, paragraph }) =>
    page === undefined ? { paragraph } : { page },
  ) as FoundAt[];
}

/** How screening does on all stories, point by point; a change for the worse or the better shows here. */
test('of all points of all stories, screening is wrong about those named as misread only', () => {
  const misread = STORIES.flatMap((story) => story.misread?.split(' ') ?? []);
  const { found, absent, missed, wrong } = total(confusion(STORIES));
  expect(found + absent).toBeGreaterThan(950);
  expect(missed + wrong).toBe(misread.length);
});
