import { describe, expect, test } from 'vitest';
import { dpiaPage } from '../../../local/dpia-page.ts';
import { day, instant } from '../../../shared/calendar/day.ts';
import { dpiaCsv } from '../../../shared/coverage/dpia-csv.ts';
import {
  DPIA_COLUMNS,
  type DpiaRow,
  dpiaRegister,
} from '../../../shared/coverage/dpia-register.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import {
  DPIA_SEEN,
  declared,
  dpia,
  dpiaSaying,
  listing,
  membership,
  PLAN_SEEN,
  reply,
  retractionOf,
  review,
  viaIcb,
} from '../builders.ts';

const NEWER = '5'.repeat(64);
const register = listing();
const told = (
  document: string,
  judgement: 'accepted' | 'change-asked' | 'unsigned',
  asAt: string,
) => review({ of: document, judgement, asAt });
const at = (validAt: string, knownAt = '2024-01-01T00:00:00Z') => ({
  validAt: day(validAt),
  knownAt: instant(knownAt),
});
const rowsOf = (facts: readonly Fact[], when = at('2023-12-04'), icb?: string) =>
  dpiaRegister(facts, when, icb);

const PLAIN: DpiaRow = {
  practice_code: register.practice,
  practice_name: 'MADE-UP SURGERY',
  icb_code: 'QHM',
  completed_on: day('2023-08-01'),
  signed: 'yes',
  outcome: 'opt-in',
  review_on: null,
  review_overdue: null,
  documents_seen: 1,
  latest_document: DPIA_SEEN,
  review: 'not reviewed',
  reviewed_by: null,
  reviewed_on: null,
  replied_on: null,
  source: 'document',
};

type Story = {
  story: string;
  facts: readonly Fact[];
  when?: ReturnType<typeof at>;
  is: Partial<DpiaRow>;
};

describe('the register of DPIAs', () => {
  test.each<Story>([
    { story: 'a document that nobody has reviewed', facts: [dpia()], is: {} },
    {
      story: 'a return’s word alone',
      facts: [dpia({ document: null })],
      is: {
        documents_seen: 0,
        latest_document: null,
        review: 'no document seen',
        source: 'own word',
      },
    },
    {
      story: 'the word of an ICB’s tracker',
      facts: [dpia({ document: null, ...viaIcb })],
      is: {
        documents_seen: 0,
        latest_document: null,
        review: 'no document seen',
        source: 'via ICB',
      },
    },
    {
      story: 'a document that its PCN sent',
      facts: [dpia({ sender: { role: 'pcn', org: 'U12345' }, onBehalfOf: 'A81001' })],
      is: { source: 'document; via PCN' },
    },
    {
      story: 'a document, and a review date by the tracker',
      facts: [dpia(), dpiaSaying({ ...viaIcb, asAt: '2023-09-01', reviewOn: '2024-08-01' })],
      is: { review_on: day('2024-08-01'), review_overdue: 'no', source: 'document; via ICB' },
    },
    {
      story: 'a review date on its own day is not overdue',
      facts: [dpia({ reviewOn: '2023-12-04' })],
      is: { review_on: day('2023-12-04'), review_overdue: 'no' },
    },
    {
      story: 'a review date of the day before is',
      facts: [dpia({ reviewOn: '2023-12-03' })],
      is: { review_on: day('2023-12-03'), review_overdue: 'yes' },
    },
    {
      story: 'accepted',
      facts: [dpia(), told(DPIA_SEEN, 'accepted', '2023-09-01')],
      is: { review: 'accepted', reviewed_by: 'QHM', reviewed_on: day('2023-09-01') },
    },
    {
      story: 'a change asked, and the practice’s reply',
      facts: [
        dpia(),
        told(DPIA_SEEN, 'change-asked', '2023-09-01'),
        reply({ of: DPIA_SEEN, asAt: '2023-09-04' }),
        reply({ of: DPIA_SEEN, asAt: '2023-09-06' }),
      ],
      is: {
        review: 'change asked',
        reviewed_by: 'QHM',
        reviewed_on: day('2023-09-01'),
        replied_on: day('2023-09-06'),
      },
    },
    {
      story: 'judged out: what it says is shown all the same',
      facts: [dpia(), told(DPIA_SEEN, 'unsigned', '2023-09-01')],
      is: { review: 'judged out: unsigned', reviewed_by: 'QHM', reviewed_on: day('2023-09-01') },
    },
    {
      story: 'judged out, as known before',
      facts: [dpia(), told(DPIA_SEEN, 'unsigned', '2023-09-01')],
      when: at('2023-12-04', '2023-08-31T00:00:00Z'),
      is: {},
    },
    {
      story: 'judged out, and a newer document in its place that nobody has reviewed',
      facts: [
        dpia({ reviewOn: '2024-01-01' }),
        told(DPIA_SEEN, 'unsigned', '2023-09-01'),
        dpia({ completedOn: '2023-09-10', document: NEWER }),
      ],
      is: { completed_on: day('2023-09-10'), documents_seen: 2, latest_document: NEWER },
    },
    {
      story: 'a newer document, as of a day before it',
      facts: [dpia(), dpia({ completedOn: '2023-09-10', document: NEWER })],
      when: at('2023-09-09'),
      is: {},
    },
    {
      story: 'a newer document withdrawn, and its review with it',
      facts: [
        dpia(),
        dpia({ completedOn: '2023-09-10', document: NEWER }),
        told(NEWER, 'accepted', '2023-09-12'),
        retractionOf(dpia({ completedOn: '2023-09-10', document: NEWER }), {
          receivedAt: '2023-09-15T09:00:00Z',
        }),
      ],
      is: {},
    },
  ])('$story', ({ facts, when, is }) => {
    expect(rowsOf([register, ...facts], when)).toEqual([{ ...PLAIN, ...is }]);
  });

  test('lists only practices of which a DPIA is known by then and on that day', () => {
    const others = [declared({ asAt: '2023-08-01' }), review({ of: PLAN_SEEN })];
    expect(rowsOf([register, ...others])).toEqual([]);
    expect(rowsOf([register, dpia()], at('2023-07-31'))).toEqual([]);
    expect(rowsOf([register, dpia()], at('2023-12-04', '2023-07-31T00:00:00Z'))).toEqual([]);
    expect(rowsOf([])).toEqual([]);
  });

  const three = [
    ...[listing({ code: 'B81001', icb: 'QNC' }), dpia({ code: 'B81001' })],
    dpia({ code: 'A81009' }),
    ...[listing({ code: 'A81002' }), dpia({ code: 'A81002' })],
    ...[register, dpia()],
  ];

  test('is sorted by ICB and code; practices of no known ICB come last', () => {
    const codes = rowsOf(three).map(({ practice_code, icb_code }) => [icb_code, practice_code]);
    expect(codes).toEqual([
      ['QHM', 'A81001'],
      ['QHM', 'A81002'],
      ['QNC', 'B81001'],
      [null, 'A81009'],
    ]);
  });

  test('of one ICB has only its practices, as at the day', () => {
    const codes = (when: ReturnType<typeof at>, icb: string) =>
      rowsOf([...three, membership({ icb: 'QNC', asAt: '2023-10-01' })], when, icb).map(
        (row) => row.practice_code,
      );
    expect(codes(at('2023-09-30'), 'QNC')).toEqual(['B81001']);
    expect(codes(at('2023-10-01'), 'QNC')).toEqual(['A81001', 'B81001']);
  });
});

describe('the register as text', () => {
  test('as CSV has every column, and no name runs as a formula', () => {
    const evil = [listing({ name: '=HYPERLINK("http://x.test","y")' }), dpia()];
    const [header, line, end] = dpiaCsv(rowsOf(evil)).split('\n');
    expect(header).toBe(DPIA_COLUMNS.join(','));
    expect(line).toContain(`"'=HYPERLINK(""http://x.test"",""y"")"`);
    expect(end).toBe('');
    expect(dpiaCsv([])).toBe(`${DPIA_COLUMNS.join(',')}\n`);
  });

  test('as a table writes days in words, and what is not known as "No data"', () => {
    const page = dpiaPage(rowsOf([register, dpia({ outcome: null })]));
    expect(page).toMatch(/QHM +A81001 +MADE-UP SURGERY +1 August 2023 +yes +No data/);
    expect(page).toMatch(/1 practice with a DPIA/);
    expect(dpiaPage([])).toMatch(/^No DPIA is known/);
  });
});
