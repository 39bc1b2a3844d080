import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../shared/intake/document/read-document.ts';
import { open } from '../../../../shared/intake/open/open.ts';
import { contextOf } from './stories/story.ts';

const FIXTURES = new URL('../open/document-fixtures/', import.meta.url);

async function readFixture(name: string) {
  const opened = await open(new Uint8Array(readFileSync(new URL(name, FIXTURES))));
  if (opened.as !== 'document') throw new Error(`${name} was not opened as a document`);
  return readDocument(opened, contextOf());
}

async function notFoundIn(name: string): Promise<readonly string[]> {
  const { checklist } = await readFixture(name);
  return checklist!.points.filter(({ found }) => !found).map(({ point }) => point);
}

/** Documents as LibreOffice writes them: the same source as Word file and as PDF. */
describe.each(['docx', 'pdf'])('a document made by LibreOffice, as .%s', (ending) => {
  test('a letter', async () => {
    const { kind, taken } = await readFixture(`letter.${ending}`);
    expect(kind).toBe('letter');
    expect(taken[0]?.statements[0]).toMatchObject({
      practice: 'A81001',
      effectiveOn: '2022-10-31',
      values: { to: 'EMIS', sentOn: '2022-10-31', acknowledgedOn: null, withdrawnOn: null },
    });
    expect(await notFoundIn(`letter.${ending}`)).toEqual(["the supplier's acknowledgement"]);
  });

  test('a plan with a form and a table of actions', async () => {
    const { kind, taken } = await readFixture(`plan.${ending}`);
    expect(kind).toBe('plan');
    expect(taken[0]?.statements[0]?.values).toMatchObject({
      agreedOn: '2023-09-12',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2023-10-31',
      reviewOn: '2024-01-15',
    });
    expect(await notFoundIn(`plan.${ending}`)).toEqual([]);
  });

  test('a DPIA with the outcome opt-in', async () => {
    const { kind, taken } = await readFixture(`dpia-opt-in.${ending}`);
    expect(kind).toBe('dpia');
    expect(taken[0]?.statements[0]?.values).toMatchObject({
      completedOn: '2023-10-18',
      signed: true,
      outcome: 'opt-in',
      reviewOn: '2024-04-18',
    });
    expect(await notFoundIn(`dpia-opt-in.${ending}`)).toEqual([]);
  });

  test('a template that nobody has filled in', async () => {
    const { checklist, taken } = await readFixture(`dpia-untouched.${ending}`);
    expect(checklist).toMatchObject({ document: 'dpia', untouchedTemplate: true });
    expect(checklist?.points.filter(({ found }) => found)).toEqual([]);
    expect(taken[0]?.statements[0]?.values).toMatchObject({
      completedOn: null,
      signed: null,
      outcome: null,
    });
  });
});

test('a PDF form with fields filled in', async () => {
  const { taken } = await readFixture('form.pdf');
  expect(taken[0]?.statements[0]?.values).toMatchObject({
    completedOn: '2023-10-18',
    signed: true,
    outcome: 'opt-in',
  });
});
