import { describe, expect, test } from 'vitest';
import type { Clocks } from '../../../../shared/calendar/clocks.ts';
import { day, endOfLondonDay } from '../../../../shared/calendar/day.ts';
import { whoMoved } from '../../../../shared/coverage/moved/who-moved.ts';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import { groupByPractice } from '../../../../shared/state/practice-on-day.ts';
import {
  booked,
  clocks,
  DPIA_SEEN,
  dpia,
  exemption,
  extract,
  LETTER_SEEN,
  letter,
  listing,
  listSize,
  membership,
  optInSteps,
  plan,
  retractionOf,
  review,
} from '../../builders.ts';

/** The release of a day: what was known at its end, its own rules. */
const on = (text: string): Clocks => clocks(text, { knownAt: endOfLondonDay(day(text)) });

type Ask = { from: string; to: string; denominator?: 'open' | 'listed' | 'programme' };

function moves(facts: readonly Fact[], { from, to, denominator = 'open' }: Ask) {
  const legs = whoMoved(groupByPractice(facts), { from: on(from), to: on(to), denominator });
  return legs.map((leg) => [leg.cause, leg.from?.status, leg.to?.status, leg.because]);
}

const open = [listing(), listSize(), membership({ supplier: 'TPP' })];
const shown = (isOn: boolean, asAt: string, over: { since?: string; receivedAt?: string } = {}) =>
  extract({ supplier: 'TPP', on: isOn, asAt, ...over });

describe('a practice that goes live', () => {
  const week = { from: '2023-05-01', to: '2023-05-08' };

  test('in between is a real change', () => {
    expect(moves([...open, ...shown(true, '2023-05-03')], week)).toEqual([
      ['real-change', 'no-evidence', 'live', 'TPP’s extract of 3 May 2023 shows default access on'],
    ]);
  });

  test('before the earlier day, as is learnt only now, is late news', () => {
    const facts = [...open, ...shown(true, '2023-05-03', { since: '2023-04-12' })];
    expect(moves(facts, week)).toEqual([
      [
        'late-news',
        'no-evidence',
        'live',
        'TPP’s extract of 3 May 2023 shows default access on; received since',
      ],
    ]);
  });

  test('by another extract of the same date is a correction', () => {
    const facts = [
      ...open,
      ...shown(false, '2023-04-12'),
      ...shown(true, '2023-04-12', { receivedAt: '2023-05-03T09:00:00Z' }),
    ];
    expect(moves(facts, week)).toEqual([
      [
        'correction',
        'no-evidence',
        'live',
        'Corrected: TPP’s extract of 12 April 2023 shows default access on',
      ],
    ]);
  });

  test('and was so already is no move, though it was seen again', () => {
    const facts = [...open, ...shown(true, '2023-04-12'), ...shown(true, '2023-05-03')];
    expect(moves(facts, week)).toEqual([]);
  });
});

describe('a correction', () => {
  const week = { from: '2022-12-05', to: '2022-12-12' };
  const paused = letter({ to: 'TPP' });

  test('is a statement taken back', () => {
    const facts = [
      ...[...open, paused],
      retractionOf(paused, { receivedAt: '2022-12-07T09:00:00Z' }),
    ];
    expect(moves(facts, week)).toEqual([
      [
        'correction',
        'paused-by-letter',
        'no-evidence',
        'No longer said: Letter to TPP, sent on 31 October 2022',
      ],
    ]);
  });

  test('is a document judged out, and its being judged in again', () => {
    const out = review({ of: LETTER_SEEN, judgement: 'unsigned', asAt: '2022-12-07' });
    const back = review({ of: LETTER_SEEN, judgement: 'accepted', asAt: '2022-12-14' });
    expect(moves([...open, paused, out], week)).toEqual([
      [
        'correction',
        'paused-by-letter',
        'incomplete',
        'Review of 7 December 2022: a document was judged unsigned',
      ],
    ]);
    expect(moves([...open, paused, out, back], { from: '2022-12-12', to: '2022-12-19' })).toEqual([
      [
        'correction',
        'incomplete',
        'paused-by-letter',
        'Review of 14 December 2022: a document was judged accepted',
      ],
    ]);
  });

  test('of what came only in between is not told of', () => {
    const wrong = shown(false, '2022-12-06', { receivedAt: '2022-12-06T09:00:00Z' });
    const right = shown(true, '2022-12-06', { receivedAt: '2022-12-08T09:00:00Z' });
    expect(moves([...open, ...wrong, ...right], week)).toEqual([
      [
        'real-change',
        'no-evidence',
        'live',
        'TPP’s extract of 6 December 2022 shows default access on',
      ],
    ]);
  });
});

describe('a rule change', () => {
  const facts = [...open, letter({ to: 'TPP' })];

  test('is the same letter under the rules of 1 and of 29 November 2022', () => {
    expect(moves(facts, { from: '2022-10-31', to: '2022-11-07' })).toEqual([
      [
        'rule-change',
        'paused-by-letter',
        'scheduled',
        expect.stringMatching(
          /^A letter sent by 5pm on 4 November 2022 delays .*\(rule announced 1 November 2022\)$/,
        ),
      ],
    ]);
    expect(moves(facts, { from: '2022-11-28', to: '2022-12-05' }).at(-1)).toEqual([
      'rule-change',
      'scheduled',
      'paused-by-letter',
      'A letter to the supplier, whenever it was or is sent, pauses automatic access until further notice (rule announced 29 November 2022)',
    ]);
  });

  test('of those who wrote no letter is told by the rule that ended their switch-on', () => {
    expect(moves(open, { from: '2022-11-28', to: '2022-12-05' })).toEqual([
      [
        'rule-change',
        'scheduled',
        'no-evidence',
        expect.stringMatching(
          /^There is no blanket switch-on: .*\(rule announced 29 November 2022\)$/,
        ),
      ],
    ]);
  });

  test('and what would have come without it are two steps', () => {
    const legs = moves(facts, { from: '2022-11-28', to: '2022-12-19' });
    expect(legs.map(([cause, from, to]) => [cause, from, to])).toEqual([
      ['real-change', 'scheduled', 'incomplete'],
      ['rule-change', 'incomplete', 'paused-by-letter'],
    ]);
  });
});

describe('what ends between the two days is a real change', () => {
  test.each([
    {
      what: 'a booking that was missed',
      facts: [booked({ supplier: 'TPP', asAt: '2023-01-04', on: '2023-02-01' })],
      ask: { from: '2023-02-15', to: '2023-02-16' },
      is: ['scheduled', 'no-evidence', 'Switch-on date passed: 1 February 2023'],
    },
    {
      what: 'a booking that a later extract no longer gives',
      facts: [
        booked({ supplier: 'TPP', asAt: '2023-01-04', on: '2023-09-01' }),
        ...extract({ supplier: 'TPP', asAt: '2023-02-16' }),
      ],
      ask: { from: '2023-02-15', to: '2023-02-16' },
      is: ['scheduled', 'no-evidence', 'No longer to be switched on on 1 September 2023'],
    },
    {
      what: 'a plan that lapsed',
      facts: [plan()],
      ask: { from: '2023-03-31', to: '2023-04-01' },
      is: ['working-towards', 'incomplete', 'Plan lapsed: its target date was 31 March 2023'],
    },
    {
      what: 'a letter withdrawn as of a day',
      facts: [
        letter({ to: 'TPP' }),
        letter({ to: 'TPP', withdrawnOn: '2023-03-15', asAt: '2023-03-10' }),
      ],
      ask: { from: '2023-03-14', to: '2023-03-15' },
      is: ['paused-by-letter', 'no-evidence', 'Letter withdrawn on 15 March 2023'],
    },
  ])('$what', ({ facts, ask, is }) => {
    expect(
      moves([...open, ...extract({ supplier: 'TPP', asAt: '2023-01-04' }), ...facts], ask),
    ).toEqual([['real-change', ...is]]);
  });
});

describe('coming into the count and leaving it', () => {
  test.each([
    {
      what: 'a practice that nobody had named',
      facts: open.map((fact) => ({ ...fact, receivedAt: `${'2023-05-03'}T09:00:00.000Z` })),
      is: ['scope-entry', undefined, 'no-evidence', 'Nothing was known of it before'],
    },
    {
      what: 'one that opens',
      facts: [listing({ openedOn: '2023-05-03' })],
      is: ['scope-entry', undefined, 'no-evidence', 'Before this it was not yet open'],
    },
    {
      what: 'one that closes',
      facts: [...open, listing({ asAt: '2023-05-02', closedOn: '2023-05-03' })],
      is: ['scope-exit', 'no-evidence', undefined, 'It is closed from 4 May 2023 on'],
    },
    {
      what: 'one with a national exemption',
      facts: [
        ...open,
        exemption({ level: 'national', effectiveOn: '2023-05-03', asAt: '2023-05-03' }),
      ],
      is: ['scope-exit', 'no-evidence', undefined, 'It has a national exemption'],
    },
    {
      what: 'one of which all is taken back',
      facts: [listing(), retractionOf(listing(), { receivedAt: '2023-05-03T09:00:00Z' })],
      is: ['scope-exit', 'no-evidence', undefined, 'Nothing is known of it any more'],
    },
  ])('$what', ({ facts, is }) => {
    const week = { from: '2023-05-01', to: '2023-05-08' };
    expect(moves(facts as readonly Fact[], week)).toEqual([is]);
  });

  test('is none where only what was learnt since would have shut it out on the earlier day', () => {
    const facts = [
      listing({ openedOn: null }),
      membership({ supplier: 'TPP' }),
      listing({ openedOn: '2023-05-03', asAt: '2023-05-04' }),
      ...shown(true, '2023-05-04'),
    ];
    const legs = moves(facts, { from: '2023-05-01', to: '2023-05-08' });
    expect(legs.map(([cause, from, to]) => [cause, from, to])).toEqual([
      ['real-change', 'no-evidence', 'live'],
    ]);
  });

  test('is by the denominator asked about', () => {
    const facts = [...open, membership({ supplier: 'Vision', asAt: '2023-05-03' })];
    const week = { from: '2023-05-01', to: '2023-05-08' };
    expect(moves(facts, { ...week, denominator: 'programme' })).toEqual([
      ['scope-exit', 'no-evidence', undefined, 'It is on a system outside the programme'],
    ]);
    expect(moves(facts, week)).toEqual([
      ['transfer', 'no-evidence', 'no-evidence', 'From supplier TPP to Vision'],
    ]);
  });
});

describe('patients and place', () => {
  const week = { from: '2023-05-01', to: '2023-05-08' };

  test('another list is told with both numbers', () => {
    const list = listSize({
      asAt: '2023-05-01',
      patients: 12_345,
      receivedAt: '2023-05-04T09:00:00Z',
    });
    expect(moves([...open, list], week)).toEqual([
      ['list-size', 'no-evidence', 'no-evidence', 'List of 1 May 2023: 8,000 to 12,345 patients'],
    ]);
  });

  test('a list file without it takes its patients away', () => {
    const other = [listing({ code: 'A81002' }), listSize({ code: 'A81002', asAt: '2023-05-03' })];
    expect(moves([...open, ...other], week)[0]).toEqual([
      'list-size',
      'no-evidence',
      'no-evidence',
      'No longer in the list file: 8,000 to 0 patients',
    ]);
  });

  test.each([
    { part: { region: 'Y58' }, because: 'From region Y63 to Y58' },
    { part: { icb: 'QWO' }, because: 'From ICB QHM to QWO' },
    { part: { subIcb: '13T' }, because: 'From sub-ICB 16C to 13T' },
    { part: { pcn: 'U54321' }, because: 'From PCN U12345 to U54321' },
    { part: { supplier: 'Medicus' as const }, because: 'From supplier TPP to Medicus' },
  ])('a change of $part alone is a transfer', ({ part, because }) => {
    const map = membership({ supplier: 'TPP', ...part, asAt: '2023-05-03' });
    expect(moves([...open, map], week)).toEqual([
      ['transfer', 'no-evidence', 'no-evidence', because],
    ]);
  });

  test('come after the status, each on top of the other', () => {
    const facts = [
      ...[...open, ...shown(true, '2023-05-03')],
      listSize({ asAt: '2023-05-03', patients: 9000 }),
      membership({ asAt: '2023-05-03', supplier: 'TPP', icb: 'QWO', pcn: null }),
      listing({ asAt: '2023-05-03', icb: 'QWO' }),
    ];
    const legs = whoMoved(groupByPractice(facts), {
      from: on(week.from),
      to: on(week.to),
      denominator: 'open',
    });
    const told = legs.map(({ cause, from, to }) => [
      cause,
      from?.patients,
      to?.status,
      to?.patients,
    ]);
    expect(told).toEqual([
      ['real-change', 8000, 'live', 8000],
      ['list-size', 8000, 'live', 9000],
      ['transfer', 9000, 'live', 9000],
    ]);
    expect(legs.at(-1)?.because).toBe('From ICB QHM to QWO, PCN U12345 to not known');
    expect(legs.at(-1)?.from?.place.icb).toBe('QHM');
    expect(legs.at(-1)?.to?.place.icb).toBe('QWO');
  });
});

test('clocks turned back tell the way back', () => {
  const facts = [...open, ...shown(true, '2023-05-03')];
  const [leg, ...more] = whoMoved(groupByPractice(facts), {
    from: on('2023-05-08'),
    to: on('2023-05-01'),
    denominator: 'open',
  });
  expect([leg?.from?.status, leg?.to?.status, more]).toEqual(['live', 'no-evidence', []]);
});

test('an opt-in that is complete is told by its last part', () => {
  const facts = [
    ...[...open, ...shown(false, '2023-08-01')],
    dpia({ completedOn: '2023-08-01', document: DPIA_SEEN }),
    ...optInSteps({ on: '2023-08-15' }),
  ];
  const [leg] = moves(facts, { from: '2023-08-14', to: '2023-08-21' });
  expect(leg).toEqual([
    'real-change',
    'incomplete',
    'opt-in',
    expect.stringMatching(/ on 15 August 2023$/),
  ]);
});
