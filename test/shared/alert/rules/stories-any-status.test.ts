import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import {
  bulk104,
  declared,
  dpia,
  exemption,
  extract,
  ICB,
  letter,
  listing,
  listSize,
  optInSteps,
  plan,
  retractionOf,
  viaIcb,
} from '../../builders.ts';
import { alertOn, OPEN, tellAlerts } from './alert-story.ts';

const live = extract({ asAt: '2022-12-01', on: true });
const optIn = [
  dpia({ completedOn: '2022-12-01', reviewOn: '2023-03-31' }),
  ...optInSteps({ on: '2022-12-01' }),
  ...extract({ asAt: '2022-12-10' }),
];
const exempt = exemption({ effectiveOn: '2022-12-01', endsOn: '2023-12-31' });
const closed = listing({ status: 'closed', closedOn: '2023-02-01', asAt: '2023-02-01' });

describe('review overdue', () => {
  const reviewed = plan({ targetOn: '2023-12-31', reviewOn: '2023-03-31' });
  const dpiaDue = dpia({ completedOn: '2022-12-01', outcome: 'automatic', reviewOn: '2023-02-28' });
  tellAlerts('review-overdue', [
    {
      story: 'from the day after the date on, also beside a plan in force',
      facts: [...OPEN, reviewed],
      from: '2023-04-01',
      is: {
        since: '2023-04-01',
        because: 'The review of its plan was due on 31 March 2023.',
        closedBy: 'The plan reviewed, with a new review date.',
        facts: [reviewed],
        entries: [],
      },
      still: ['2023-04-02', '2023-09-01'],
    },
    {
      story: 'of one with an opt-in model, by its DPIA',
      facts: [...OPEN, ...optIn],
      from: '2023-04-01',
      is: { because: 'The review of its DPIA was due on 31 March 2023.' },
    },
    {
      story: 'of one that is live, by its DPIA alone',
      facts: [...OPEN, reviewed, dpiaDue, ...live],
      from: '2023-03-01',
      is: { because: 'The review of its DPIA was due on 28 February 2023.' },
      still: ['2023-04-01'],
    },
    { story: 'of one that is exempt', facts: [...OPEN, reviewed, exempt], from: '2023-04-01' },
    {
      story: 'not of the plan of one with an opt-in model',
      facts: [
        ...OPEN,
        dpia({ completedOn: '2022-12-01' }),
        ...optInSteps({ on: '2022-12-01' }),
        ...extract({ asAt: '2022-12-10' }),
        reviewed,
      ],
      never: ['2023-04-01', '2023-06-01'],
    },
    {
      story: 'not of a live practice’s plan, which has had its day',
      facts: [...OPEN, reviewed, ...live],
      never: ['2023-04-01', '2023-06-01'],
    },
    {
      story: 'not of one that has closed',
      facts: [...OPEN, reviewed, closed],
      never: ['2023-04-01'],
    },
    {
      story: 'not once a new date is given',
      facts: [
        ...OPEN,
        reviewed,
        plan({ targetOn: '2023-12-31', reviewOn: '2023-09-30', asAt: '2023-03-15' }),
      ],
      from: '2023-10-01',
    },
  ]);

  test('two that are overdue are one alert, since the first of them', () => {
    const facts = [...OPEN, reviewed, dpiaDue];
    expect(alertOn(facts, 'review-overdue', '2023-03-31')?.because).toBe(
      'The review of its DPIA was due on 28 February 2023.',
    );
    const alert = alertOn(facts, 'review-overdue', '2023-04-01');
    expect(alert).toMatchObject({
      since: '2023-03-01',
      because:
        'The review of its DPIA was due on 28 February 2023, and of its plan on 31 March 2023.',
      closedBy: 'The DPIA and plan reviewed, with a new review date.',
    });
  });
});

describe('code 104 without an action plan', () => {
  const over = extract({ asAt: '2023-01-10', patients104: 4001 });
  const counts = over[1]!;
  const list = listSize();
  const said = {
    since: '2023-01-10',
    because:
      'More than 50% of its patients are coded 104, which holds back their access; no action plan for reviewing them is known.',
    closedBy:
      'The day of an action plan for reviewing patients coded 104, or an extract with no more than 50% of patients coded so.',
    entries: ['threshold-share-104-over'],
  };
  tellAlerts('action-plan-104-missing', [
    {
      story: 'from the extract on that shows more than half',
      facts: [...OPEN, ...over],
      from: '2023-01-10',
      is: { ...said, facts: [counts, list] },
      still: ['2023-01-11', '2023-06-30'],
    },
    {
      story: 'of one that is live',
      facts: [...OPEN, ...live, ...extract({ asAt: '2023-01-10', on: true, patients104: 4001 })],
      from: '2023-01-10',
      is: said,
    },
    {
      story: 'of one with an opt-in model',
      facts: [...OPEN, ...optIn, ...over],
      from: '2023-01-10',
    },
    { story: 'of one that is exempt', facts: [...OPEN, exempt, ...over], from: '2023-01-10' },
    {
      story: 'not of one that has closed',
      facts: [...OPEN, ...over, closed],
      never: ['2023-02-02'],
    },
    {
      story: 'not at exactly half',
      facts: [...OPEN, ...extract({ asAt: '2023-01-10', patients104: 4000 })],
      never: ['2023-01-10', '2023-06-01'],
    },
    {
      story: 'not with an action plan',
      facts: [
        ...OPEN,
        ...over,
        bulk104({ doneOn: null, actionPlanOn: '2023-01-05', asAt: '2023-01-05' }),
      ],
      never: ['2023-01-10', '2023-06-01'],
    },
    {
      story: 'not where its patients are not known',
      facts: [listing(), ...over],
      never: ['2023-01-10', '2023-06-01'],
    },
  ]);

  const months = (...coded: readonly number[]): Fact[] =>
    coded.flatMap((patients104, i) => extract({ asAt: `2023-0${i + 1}-10`, patients104 }));

  test.for([
    ['later extracts that show the same make it no younger', [4001, 5000, 4500], '2023-01-10'],
    ['an extract in between that shows fewer does', [4001, 4000, 4500], '2023-03-10'],
  ] as const)('%s', ([, coded, since]) => {
    const facts = [...OPEN, ...months(...coded)];
    const alert = alertOn(facts, 'action-plan-104-missing', '2023-03-20');
    expect(alert?.since).toBe(since);
    const first = facts.find((f) => f.kind === 'access-counts' && f.asAt === since)!;
    expect(alert?.proof.facts).toContain(first.id);
  });

  test('of two counts of one day the one that is believed decides, in any order', () => {
    const relayed = { sender: { role: 'icb', org: ICB }, relayed: true } as const;
    const facts = [
      ...OPEN,
      ...extract({ asAt: '2023-01-10', patients104: 4001 }),
      ...extract({ asAt: '2023-02-10', patients104: 4001 }),
      ...extract({ asAt: '2023-02-10', patients104: 10, ...relayed }),
      ...extract({ asAt: '2023-03-10', patients104: 4001 }),
    ];
    for (const order of [facts, facts.toReversed()]) {
      const alert = alertOn(order, 'action-plan-104-missing', '2023-03-20');
      expect(alert?.since).toBe('2023-01-10');
    }
  });
});

describe('contradiction', () => {
  const off = extract({ asAt: '2022-12-20' });
  const word = declared({ asAt: '2023-01-01' });
  tellAlerts('contradiction', [
    {
      story: 'an extract after its word that it is live shows it off',
      facts: [...OPEN, word, ...extract({ asAt: '2023-01-10' })],
      from: '2023-01-10',
      is: {
        since: '2023-01-10',
        because:
          'It says that it is live; the extract of 10 January 2023 shows default access off.',
        closedBy: 'A new word of the practice, or an extract, so that both agree.',
        entries: [],
      },
      still: ['2023-01-11', '2023-04-30'],
    },
    {
      story: 'a word newer than every extract waits for the next for 45 days',
      facts: [...OPEN, ...off, word],
      from: '2023-02-16',
      is: {
        since: '2023-01-01',
        because:
          'It says that it is live; the extract of 20 December 2022 shows default access off. Its word is newer: the next extract will tell.',
        facts: [word, off[0]!],
        entries: ['threshold-days-until-unknown'],
      },
      still: ['2023-02-17', '2023-06-30'],
    },
    {
      story: 'an extract of the very day of its word waits for nothing',
      facts: [...OPEN, word, ...extract({ asAt: '2023-01-01' })],
      from: '2023-01-01',
      is: { since: '2023-01-01', entries: [] },
    },
    {
      story: 'one that no extract has ever shown waits as long',
      facts: [...OPEN, word],
      from: '2023-02-16',
      is: { because: 'It says that it is live; no extract of its supplier has shown it yet.' },
    },
    {
      story: 'a word that a tracker repeats every month does not wait anew',
      facts: [
        ...OPEN,
        ...off,
        ...['2023-01-01', '2023-02-01', '2023-03-01'].map((asAt) => declared({ ...viaIcb, asAt })),
      ],
      from: '2023-02-16',
      is: { since: '2023-01-01' },
    },
    {
      story: 'nothing once an extract shows it on',
      facts: [...OPEN, ...off, word, ...extract({ asAt: '2023-01-10', on: true })],
      never: ['2023-01-10', '2023-02-16', '2023-06-01'],
    },
    {
      story: 'a live practice that says it has paused',
      facts: [...OPEN, ...live, declared({ status: 'paused', asAt: '2023-01-01' })],
      from: '2023-01-01',
      is: {
        since: '2023-01-01',
        because:
          'It says that it has paused; the extract of 1 December 2022 shows default access on.',
      },
    },
    {
      story: 'a live practice that asked its supplier to stop, since its first letter',
      facts: [
        ...OPEN,
        ...live,
        letter({ sentOn: '2022-12-20' }),
        letter({ sentOn: '2023-01-20', document: '4'.repeat(64) }),
      ],
      from: '2022-12-20',
      is: {
        because:
          'It asked its supplier by letter to stop; the extract of 1 December 2022 shows default access on.',
      },
      still: ['2023-01-20', '2023-06-30'],
    },
    {
      story: 'a pause beside a switch-on that is booked, until its day is over',
      facts: [
        ...OPEN,
        ...extract({ asAt: '2022-12-20', scheduledOn: '2023-02-01' }),
        declared({ status: 'paused', asAt: '2023-01-01' }),
      ],
      from: '2023-01-01',
      is: {
        because:
          'It says that it has paused; its supplier has booked its switch-on for 1 February 2023.',
        closedBy: 'The booking cancelled, or the practice’s word or letter taken back.',
      },
      still: ['2023-01-02', '2023-02-01'],
    },
    {
      story: 'two extracts of one day that disagree',
      facts: [
        ...OPEN,
        ...extract({ asAt: '2023-01-10', on: true }),
        ...extract({ asAt: '2023-01-10', sender: { role: 'icb', org: ICB }, relayed: true }),
      ],
      from: '2023-01-10',
      is: {
        because: 'Two statements about it that count alike cannot both be true.',
        closedBy: 'A correction or retraction of the one that is wrong, by whoever sent it.',
      },
      still: ['2023-01-11'],
    },
    { story: 'of one that is exempt', facts: [...OPEN, exempt, word], from: '2023-02-16' },
    {
      story: 'of one with an opt-in model',
      facts: [...OPEN, ...optIn, declared({ asAt: '2022-12-05' })],
      from: '2022-12-10',
    },
    {
      story: 'not of one that has closed',
      facts: [...OPEN, word, closed],
      never: ['2023-02-16'],
    },
  ]);

  test('a month in which its word is repeated does not close it', () => {
    const facts = [
      ...OPEN,
      word,
      ...extract({ asAt: '2023-01-10' }),
      declared({ asAt: '2023-02-01' }),
      ...extract({ asAt: '2023-02-10' }),
      declared({ asAt: '2023-03-01' }),
    ];
    const since = ['2023-01-31', '2023-02-01', '2023-02-10', '2023-03-01', '2023-03-20'].map(
      (on) => alertOn(facts, 'contradiction', on)?.since,
    );
    expect(new Set(since)).toEqual(new Set(['2023-01-10']));
  });

  test('a retraction of the wrong one closes it', () => {
    const wrong = declared({ asAt: '2023-01-01' });
    const facts = [...OPEN, wrong, ...extract({ asAt: '2023-01-10' })];
    const mended = [...facts, retractionOf(wrong, { asAt: '2023-01-20' })];
    expect(alertOn(mended, 'contradiction', '2023-01-19')).toBeDefined();
    expect(alertOn(mended, 'contradiction', '2023-01-20')).toBeUndefined();
  });
});
