import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../shared/intake/document/read-document.ts';
import { contextOf, openedOf, type Story } from './stories/story.ts';

/** What a document's statement says of one practice. */
function valuesOf(kind: Story['kind'], docx: string): Readonly<Record<string, unknown>> {
  const context = contextOf({ about: { practice: null, document: kind } });
  const read = readDocument(openedOf({ docx }), context);
  return (read.taken[0]?.statements[0]?.values ?? {}) as Record<string, unknown>;
}

const letter = (text: string, top = '3 November 2022') => `Elm Tree Surgery, A81001
${top}
EMIS Health
Dear EMIS
${text}
Yours faithfully
Dr R Sample, partner, Elm Tree Surgery`;

/** Letters that ask for no pause of record access at the practice, each with words of one that does. */
test.each([
  [
    'about another module',
    'Please do not switch on the new appointment module at our practice. We would also like to defer the roll-out of the video consultation feature.',
  ],
  [
    'not asking',
    'Unlike others we are not asking you to delay the switch-on of automatic record access.',
  ],
  [
    'a question',
    'Could you tell us how a practice would go about asking you to pause automatic access to records?',
  ],
  [
    'a condition',
    'If NHS England gives no guidance by 20 November we will instruct you not to switch on automatic record access.',
  ],
  ['not yet decided', 'We may need to ask you to defer record access, and will write again.'],
  [
    'about some patients',
    'Please go ahead with record access at our practice. For the 14 patients on the enclosed list, please do not enable access.',
  ],
  [
    'about older records',
    'We want record access. Please do not enable access to historic documents.',
  ],
  ['about proxies', 'Please disable proxy access to records for parents at our practice.'],
  [
    'about letters',
    'Please pause the bulk upload of letters to the online record while we change our scanner. Record access should begin as planned.',
  ],
  [
    'what others ask',
    'We have seen the BMA template that asks you not to enable record access. We do not want to pause access for our patients.',
  ],
  [
    'what the ICB asked',
    'The ICB has asked practices to tell you not to enable automatic access. We are content for access to be enabled.',
  ],
  [
    'a complaint that it is off',
    'You did not switch on record access at our practice although we had booked it.',
  ],
  [
    'a complaint of a patient',
    'A patient has complained that you will not enable access to her record.',
  ],
  ['thanks', 'Thank you for pausing access to records last month. We write about an invoice.'],
  [
    'a permission of staff',
    'We do not want staff to switch off automatic access by mistake: please remove that right.',
  ],
])('a letter that pauses nothing: %s', (_, text) => {
  expect(valuesOf('letter', letter(text))).toMatchObject({ sentOn: null });
});

test('a letter that takes an earlier one back at its top still does', () => {
  const docx = letter(
    'Our letter of 31 October 2022 is withdrawn. It is cancelled by this one: please enable access.',
  );
  expect(valuesOf('letter', docx)).toMatchObject({ sentOn: null, withdrawnOn: '2022-11-03' });
});

const ASKS = 'We instruct you not to switch on automatic record access at our practice.';

test.each([
  ['a draft', `DRAFT, not yet sent\n${letter(ASKS)}`],
  ['minutes', `Minutes of the partners meeting\nDate: 1 November 2022\n${letter(ASKS)}`],
  ['taken back at its top', `THIS LETTER HAS BEEN WITHDRAWN\n${letter(ASKS)}`],
  [
    "a template with its maker's date",
    `[Practice letterhead]
[Date]
Dear EMIS / TPP [delete as appropriate]
We, [name of practice], instruct you not to switch on prospective access.
[Name of partner]
Template letter, 14 October 2022`,
  ],
])('a letter that nobody has sent: %s', (_, docx) => {
  expect(valuesOf('letter', docx)).toMatchObject({ to: null, sentOn: null });
});

/** The same words in letters that do ask. */
test.each([
  'Please hold off enabling prospective records access. If you have questions, ask how we can help.',
  'We explain below why our practice cannot go ahead. We instruct you not to enable prospective access.',
  'If our practice has been scheduled, please cancel that and do not switch on automatic record access.',
  'The BMA advises that practices ask you to pause. We require you not to switch on automatic record access.',
  'Children may be put at risk. We ask you not to turn on automatic access to full records for our patients.',
  'Patients have historic records access on request. Please do not enable prospective record access.',
  'Our DPIA is still in draft. Please do not enable prospective record access.',
  'Thank you for your letter about training. Please do not enable prospective record access.',
])('a letter that asks for a pause: %s', (text) => {
  expect(valuesOf('letter', letter(text))).toMatchObject({ to: 'EMIS', sentOn: '2022-11-03' });
});

const dpia = (text: string) => `DPIA: prospective access to records
Name of controller: Elm Tree Surgery, A81001
${text}
Signed: Dr R Sample
Date: 18 October 2023`;

test.each([
  'The practice looked at adopting an opt-in model. It was felt to breach the contract and turned down.',
  'In our first DPIA the practice adopted an opt-in model. That no longer holds.',
  'The practice adopted an opt-in model on 1 June 2023. That decision was revoked in October.',
  'For patients under 16 the practice will use an opt-in model.',
  'For children, the practice will use an opt-in model.',
  'Two partners voted to adopt an opt-in model and three against.',
  'The practice will adopt an opt-in model if the software allows it.',
  'The practice is using the opt-in process for notifications.',
  'Proposed outcome: opt-in model.',
  'Outcome: opt-in model, subject to approval by the partners.',
])('a DPIA that chose no opt-in: %s', (text) => {
  expect(valuesOf('dpia', dpia(text))).toMatchObject({ outcome: null, signed: true });
});

test('a DPIA of text reminders on an opt-in model counts for nothing', () => {
  const docx = dpia('The practice will adopt an opt-in model for text reminders.').replace(
    'prospective access to records',
    'text reminders',
  );
  expect(valuesOf('dpia', docx)).toMatchObject({ outcome: null, signed: null, completedOn: null });
});

test.each([
  'DPO signature: J Example',
  'Signed: awaiting partners meeting',
  'To be signed by partners',
])('a DPIA that the practice has not signed: %s', (line) => {
  const docx = dpia('Outcome: opt-in').replace('Signed: Dr R Sample', line);
  expect(valuesOf('dpia', docx)).toMatchObject({ outcome: 'opt-in', signed: null });
});

const PLAN = {
  lead: 'Lead: A Example, practice manager',
  training: 'Staff training: all staff will be trained by 29 September 2023',
  process: 'Process to find and review records: weekly searches, each record reviewed by Dr Sample',
  target: 'Target date: 31 October 2023',
};

const plan = (over: Partial<typeof PLAN> = {}, title = 'Record access implementation plan') =>
  [
    title,
    'Elm Tree Surgery, A81001',
    'Agreed: 12 September 2023',
    ...Object.values({ ...PLAN, ...over }),
  ].join('\n');

describe('a plan that lacks what makes it count', () => {
  test('without the lack it is whole', () => {
    expect(valuesOf('plan', plan())).toMatchObject({
      agreedOn: '2023-09-12',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2023-10-31',
    });
  });

  test.each([
    ['leadNamed', { lead: 'Lead: Dr Sample has been asked but has not yet agreed' }],
    ['leadNamed', { lead: 'ICB lead: Jane Example' }],
    ['leadNamed', { lead: 'Lead: for example Jane Bloggs' }],
    ['staffTraining', { training: 'Staff training was planned but did not take place.' }],
    ['staffTraining', { training: 'All staff trained?\n(blank)\nX' }],
    ['recordReviewProcess', { process: 'Record review: process to be written' }],
    [
      'recordReviewProcess',
      { process: 'The process to review sensitive records was never started.' },
    ],
    ['recordReviewProcess', { process: 'For example: run weekly searches for sensitive records.' }],
    ['targetOn', { target: 'Our target date was 31 October 2023 but this has been abandoned.' }],
    ['targetOn', { target: 'Target date: for example 31 October 2023' }],
  ] as const)('%s: %o', (value, over) => {
    expect(valuesOf('plan', plan(over))[value]).not.toBe(true);
    expect(valuesOf('plan', plan(over))[value]).not.toBe('2023-10-31');
  });

  test.each([
    'To be agreed by the partners on 20 September 2023',
    'For approval at the partners meeting on 20 September 2023',
  ])('a draft is not agreed on the day on which it is to be: %s', (line) => {
    const docx = plan().replace('Agreed: 12 September 2023', line);
    expect(valuesOf('plan', docx)).toMatchObject({ agreedOn: null, leadNamed: true });
  });

  test('a cross in the column of the noes is a no', () => {
    const lines =
      'All staff trained?\n(blank)\nX\nProcess to find and review sensitive records?\n(blank)\nX';
    expect(valuesOf('plan', plan({ training: lines, process: '' }))).toMatchObject({
      staffTraining: false,
      recordReviewProcess: false,
    });
  });

  test.each([
    ['of a flu campaign', 'Flu campaign implementation plan'],
    ['withdrawn', 'Record access plan\nTHIS PLAN HAS BEEN WITHDRAWN BY THE PARTNERS'],
  ])('%s it counts for nothing', (_, title) => {
    expect(valuesOf('plan', plan({}, title))).toMatchObject({ agreedOn: null, targetOn: null });
  });
});
