import { describe, expect, test } from 'vitest';
import { day } from '../../../../shared/calendar/day.ts';
import type { ChecklistPoint } from '../../../../shared/intake/document/checklist.ts';
import { readDocument } from '../../../../shared/intake/document/read-document.ts';
import type { ReadContext } from '../../../../shared/intake/read-result.ts';
import { code, contextOf, openedOf } from './stories/story.ts';

const LETTER = `Elm Tree Surgery
31 October 2022
Dear EMIS
As data controller we ask you not to switch on automatic access to records.
Yours faithfully, Practice manager`;
const PLAN = `Practice implementation plan for access to records
Named lead: Dr A Example
Target date: 31 March 2024
Staff training: booked for all staff
Date agreed: 4 December 2023`;
const DPIA = `Data protection impact assessment: access to records
Name of controller: Elm Tree Surgery
Residual risks approved by: Dr A Example
Outcome: opt-in. Signed: Dr A Example. Date: 4 December 2023`;

const read = (pdf: string, over: Partial<ReadContext> = {}) =>
  readDocument(openedOf({ pdf }), contextOf(over));
const told = (pdf: string, over: Partial<ReadContext> = {}) =>
  read(pdf, over).warnings.map(({ warning }) => warning);
const statement = (pdf: string, over: Partial<ReadContext> = {}) =>
  read(pdf, over).taken[0]?.statements[0];
const named = (pdf: string, over: Partial<ReadContext> = {}): ChecklistPoint | undefined =>
  read(pdf, over).checklist?.points.find(({ point }) => point === 'the practice named');

describe('which kind of document it is', () => {
  test.each([
    [LETTER, 'letter'],
    [PLAN, 'plan'],
    [DPIA, 'dpia'],
  ])('shows in its text', (text, kind) => {
    expect(read(text)).toMatchObject({ kind, refused: null });
  });

  test('is asked for where the text leaves it open', () => {
    const { kind, refused, rows, taken, checklist } = read(
      'Menu for the summer party: sandwiches, cake, tea and coffee for everybody who comes.',
    );
    expect({ kind, rows, taken, checklist }).toEqual({
      kind: null,
      rows: 1,
      taken: [],
      checklist: null,
    });
    expect(refused?.remedy).toContain('letter, plan or dpia');
  });

  test('is what the sender said, with a doubt where it clearly looks like another', () => {
    const about = { practice: null, document: 'plan' } as const;
    expect(read(DPIA, { about }).kind).toBe('plan');
    expect(told(DPIA, { about })).toContainEqual(
      expect.stringContaining('sent as a plan and looks like a DPIA'),
    );
    expect(told(PLAN, { about }).join()).not.toContain('looks like');
  });
});

describe('a document that says nothing is refused', () => {
  test('one without words', () => {
    expect(read('Page 1 of 1').refused?.problem).toContain('no text that says anything');
  });

  test.each(['letter', 'plan', 'dpia'] as const)(
    'one that is no %s although it was said to be',
    (document) => {
      const menu = 'Sandwiches, cake, tea and coffee for everybody who comes to our summer party.';
      const { refused, taken } = read(menu, { about: { practice: null, document } });
      expect(refused?.problem).toContain('nothing that a');
      expect(taken).toEqual([]);
    },
  );
});

describe('which practice it is for', () => {
  const icb = { sender: { role: 'icb', org: 'QHM' } } as const;

  test("is the sender's own where a practice sends it", () => {
    expect(statement(PLAN)).toMatchObject({ practice: 'A81001' });
  });

  test('is the one that the sender said, before its own', () => {
    const about = { practice: code('A81009'), document: null };
    expect(statement(PLAN, { about })).toMatchObject({ practice: 'A81009' });
  });

  test.each([
    ['Practice code: a 81 005', 'A81005'],
    ['for A81005, in U12345 Newbridge PCN', 'A81005'],
  ])('is the one in the text: %s', (line, practice) => {
    const isRegistered = (known: string) => known === 'A81005';
    const from = { ...icb, isRegistered };
    expect(statement(`${PLAN}\n${line}`, from)).toMatchObject({ practice });
  });

  test('is refused where the text names none, or several', () => {
    expect(read(PLAN, icb).refused?.problem).toContain('names no practice code');
    expect(read(`${PLAN}\nA81005 and A81006`, icb).refused?.problem).toContain('several');
  });

  test('a code that the register does not know gives way to one that it knows', () => {
    const isRegistered = (known: string) => known === 'A81005';
    const text = `${PLAN}\nOur ref D12345. Practice A81005`;
    expect(statement(text, { ...icb, isRegistered })).toMatchObject({ practice: 'A81005' });
  });

  test('one that is not in the register is kept with a warning', () => {
    expect(told(PLAN, { isRegistered: () => false })).toContainEqual(
      expect.stringContaining('A81001 is not in the register yet'),
    );
  });

  test('the checklist says whether the text names it', () => {
    expect(named(`${PLAN}\nA81001`)).toMatchObject({ found: true, says: 'A81001' });
    expect(named(`${PLAN}\nElm Tree Surgery`)).toMatchObject({ found: true, says: null });
    expect(named(PLAN)).toMatchObject({ found: false, at: null });
    expect(named(`${PLAN}\nA81002`)).toMatchObject({
      found: false,
      at: { page: 1 },
      says: 'names A81002, not A81001',
    });
  });
});

describe('whose word it is', () => {
  test.each(['pcn', 'icb', 'national'] as const)(
    'from %s it is said on behalf of the practice',
    (role) => {
      const about = { practice: code('A81001'), document: null };
      expect(statement(PLAN, { sender: { role }, about })).toMatchObject({ onBehalfOf: 'A81001' });
    },
  );

  test('from the practice it is its own', () => {
    expect(statement(PLAN)).not.toHaveProperty('onBehalfOf');
  });

  test.each([PLAN, DPIA])('from a supplier neither plan nor DPIA is taken', (text) => {
    const { refused, taken, kind } = read(text, { sender: { role: 'supplier' } });
    expect(refused?.problem).toContain('not taken from a supplier');
    expect([taken, kind]).toEqual([[], expect.stringMatching(/plan|dpia/)]);
  });
});

describe('when it was true', () => {
  test("is the document's own date, as at the day of receipt", () => {
    expect(statement(PLAN)).toMatchObject({ effectiveOn: '2023-12-04', asAt: '2024-02-01' });
  });

  test('is the day that it is as at, where it gives none', () => {
    const undated = PLAN.replace('4 December 2023', 'TBC');
    expect(statement(undated, { asAt: day('2024-01-20') })).toMatchObject({
      effectiveOn: '2024-01-20',
      asAt: '2024-01-20',
    });
  });

  test('a date before 2019 is doubted, and not repeated: it could be anything', () => {
    const old = PLAN.replace('4 December 2023', '4 December 1956');
    const warnings = told(old).join('\n');
    expect(warnings).toContain('before 2019');
    expect(warnings).not.toContain('1956');
  });
});

describe('where it was found', () => {
  test('the statement names the page of the first thing that counts', () => {
    const cover = 'Elm Tree Surgery (A81001): documents about access to records for our patients';
    expect(statement(`${cover}\n===\n${PLAN}`)).toMatchObject({ page: 2 });
  });

  test('a Word file has paragraphs and no page', () => {
    const opened = openedOf({ docx: PLAN });
    const result = readDocument(opened, contextOf());
    expect(result.taken[0]?.statements[0]).not.toHaveProperty('page');
    expect(result.checklist?.points[0]).toMatchObject({ found: true, at: { paragraph: 2 } });
  });
});

test('a document about something else is doubted', () => {
  const other = DPIA.replace('access to records', 'telephones');
  expect(told(other)).toContainEqual(
    expect.stringContaining('does not speak of access to records'),
  );
});

test('a document longer than any is screened to its limit, and that is said', () => {
  const long = `${PLAN}\n${'We go on and on about it. '.repeat(20_000)}`;
  expect(told(long)).toContainEqual(expect.stringContaining('400,000 letters'));
});

test('what is needed and missing is told with an example of it', () => {
  expect(told(PLAN.replace('Dr A Example', 'TBC'))).toContain(
    'a named lead was not found: write it as "Named lead: Dr A Example, GP partner"',
  );
});
