import { expect, test } from 'vitest';
import { checklistLines } from '../../local/checklist-page.ts';
import { day } from '../../shared/calendar/day.ts';

const plan = {
  document: 'plan',
  untouchedTemplate: false,
  points: [
    { point: 'a named lead', found: true, at: { page: 1 }, says: null, needed: true },
    { point: 'a target date', found: true, at: { page: 2 }, says: day('2024-03-31'), needed: true },
    { point: 'staff training', found: false, at: null, says: null, needed: true },
    {
      point: 'redaction',
      found: false,
      at: { paragraph: 7 },
      says: 'the document says that there is none',
      needed: false,
    },
  ],
} as const;

test('each point is told with its place, what it gives, and whether it is needed', () => {
  expect(checklistLines({ ...plan, points: [...plan.points] })).toEqual([
    'Checklist of the plan, screened and not reviewed: 2 of 4 found',
    '  found      a named lead (page 1)',
    '  found      a target date: 31 March 2024 (page 2)',
    '  not found  staff training [needed for it to count]',
    '  not found  redaction: the document says that there is none (paragraph 7)',
  ]);
});

test('an untouched template is said to be one', () => {
  const lines = checklistLines({ document: 'dpia', untouchedTemplate: true, points: [] });
  expect(lines).toEqual([
    'Checklist of the DPIA, screened and not reviewed: 0 of 0 found',
    '  It is a template that nobody has filled in.',
  ]);
});
