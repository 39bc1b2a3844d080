import { describe, expect, test } from 'vitest';
import {
  declared,
  dpia,
  dpiaSaying,
  exemption,
  extract,
  letter,
  listing,
  optInSteps,
  plan,
  planSaying,
  viaIcb,
} from '../../builders.ts';
import { alertOn, OPEN, tellAlerts } from './alert-story.ts';

const agreed = plan({ agreedOn: '2022-11-10', targetOn: '2023-03-31' });
const closed = listing({ status: 'closed', closedOn: '2023-02-01', asAt: '2023-02-01' });
const exempt = exemption({ effectiveOn: '2022-12-01', endsOn: '2023-12-31' });
const optIn = [
  dpia({ completedOn: '2023-02-01' }),
  ...optInSteps({ on: '2023-02-01' }),
  ...extract({ asAt: '2023-02-10' }),
];

describe('plan target date passed', () => {
  tellAlerts('plan-target-passed', [
    {
      story: 'from the day after the target date on',
      facts: [...OPEN, agreed],
      from: '2023-04-01',
      is: {
        since: '2023-04-01',
        because: 'Its plan was to be live by 31 March 2023; no extract shows it so.',
        closedBy:
          'A plan with a new target date, a booked switch-on, or an extract that shows default access on.',
        facts: [agreed],
        entries: [],
      },
      still: ['2023-04-02', '2023-09-30'],
    },
    {
      story: 'also of a practice that is paused',
      facts: [...OPEN, agreed, letter({ sentOn: '2022-12-20' })],
      from: '2023-04-01',
    },
    {
      story: 'not where a plan gave a new date',
      facts: [...OPEN, agreed, plan({ agreedOn: '2023-03-20', targetOn: '2023-06-30' })],
      from: '2023-07-01',
      is: { because: 'Its plan was to be live by 30 June 2023; no extract shows it so.' },
    },
    {
      story: 'not of one that is live',
      facts: [...OPEN, agreed, ...extract({ asAt: '2023-03-15', on: true })],
      never: ['2023-04-01', '2023-06-01'],
    },
    {
      story: 'not of one with an opt-in model',
      facts: [...OPEN, agreed, ...optIn],
      never: ['2023-04-01', '2023-06-01'],
    },
    { story: 'not of one that is exempt', facts: [...OPEN, agreed, exempt], never: ['2023-04-01'] },
    {
      story: 'not of one that has closed',
      facts: [...OPEN, agreed, closed],
      never: ['2023-04-01'],
    },
    {
      story: 'not where a booked switch-on says a new date',
      facts: [...OPEN, agreed, ...extract({ asAt: '2023-03-15', scheduledOn: '2023-05-10' })],
      from: '2023-05-25',
      is: { since: '2023-04-01' },
    },
  ]);
});

describe('booked switch-on missed', () => {
  const booking = extract({ asAt: '2023-01-01', scheduledOn: '2023-02-01' });
  const again = extract({ asAt: '2023-02-10', scheduledOn: '2023-02-01' });
  tellAlerts('booking-missed', [
    {
      story: '15 days after the date, where a later extract shows that nothing came of it',
      facts: [...OPEN, ...booking, ...again],
      from: '2023-02-16',
      is: {
        since: '2023-02-01',
        because: 'Its switch-on was due on 1 February 2023; no extract shows it on.',
        closedBy:
          'A new date booked with its supplier, an extract that shows default access on, or one without the date.',
        entries: ['threshold-days-overdue-booking'],
      },
      still: ['2023-02-17', '2023-04-30'],
    },
    {
      story:
        'where no extract has spoken of it since, 46 days after the date: none could have shown it',
      facts: [...OPEN, ...booking],
      from: '2023-03-19',
      is: {
        since: '2023-02-01',
        facts: [booking[1]!],
        entries: ['threshold-days-until-unknown', 'threshold-days-overdue-booking'],
      },
    },
    {
      story: 'an extract of the very day is one that could have shown it',
      facts: [...OPEN, ...booking, ...extract({ asAt: '2023-02-01', scheduledOn: '2023-02-01' })],
      from: '2023-02-16',
    },
    {
      story: 'a new date books it again',
      facts: [...OPEN, ...booking, ...extract({ asAt: '2023-02-10', scheduledOn: '2023-03-01' })],
      never: ['2023-02-16', '2023-03-01', '2023-03-15'],
    },
    {
      story: 'an extract without the date cancels it',
      facts: [...OPEN, ...booking, ...extract({ asAt: '2023-02-10' })],
      never: ['2023-02-16', '2023-03-19'],
    },
    {
      story: 'not of one that was switched on',
      facts: [...OPEN, ...booking, ...extract({ asAt: '2023-02-10', on: true })],
      never: ['2023-02-16', '2023-03-19'],
    },
    {
      story: 'not of one with an opt-in model',
      facts: [...OPEN, ...booking, ...again, ...optIn.slice(0, -1)],
      never: ['2023-02-16'],
    },
    {
      story: 'not of one that is exempt',
      facts: [...OPEN, ...booking, ...again, exempt],
      never: ['2023-02-16', '2023-03-19'],
    },
    {
      story: 'not of one that has closed',
      facts: [...OPEN, ...booking, ...again, closed],
      never: ['2023-02-16', '2023-03-19'],
    },
  ]);
});

describe('evidence incomplete', () => {
  const part = planSaying({ agreedOn: '2022-12-20', leadNamed: true });
  tellAlerts('evidence-incomplete', [
    {
      story: '28 days after the first part of a plan',
      facts: [...OPEN, part],
      from: '2023-01-17',
      is: {
        since: '2022-12-20',
        because:
          'Some evidence of a plan has come; it lacks staff training, a process to find and review sensitive records and a target date.',
        closedBy:
          'What is missing: staff training, a process to find and review sensitive records and a target date.',
        facts: [part],
        entries: ['threshold-days-incomplete'],
      },
      still: ['2023-01-18', '2023-06-30'],
    },
    {
      story: 'its bare word that it has paused',
      facts: [...OPEN, declared({ status: 'paused', asAt: '2022-12-20' })],
      from: '2023-01-17',
      is: {
        because:
          'Some evidence of a pause has come; it lacks a letter to its own supplier, sent and not withdrawn.',
      },
    },
    {
      story: 'a word that a tracker repeats every month is as old as its first',
      facts: [
        ...OPEN,
        ...['2022-12-20', '2023-01-10', '2023-02-10', '2023-03-10'].map((asAt) =>
          declared({ ...viaIcb, status: 'working-towards', asAt }),
        ),
      ],
      from: '2023-01-17',
      is: { since: '2022-12-20' },
    },
    {
      story: 'not of its bare word that it is live: that contradicts the extracts',
      facts: [...OPEN, declared({ status: 'live', asAt: '2022-12-20' })],
      never: ['2023-01-17', '2023-03-01'],
    },
    {
      story: 'a word that is another than before begins anew',
      facts: [
        ...OPEN,
        declared({ status: 'paused', asAt: '2022-12-20' }),
        declared({ status: 'working-towards', asAt: '2023-01-10' }),
      ],
      from: '2023-02-07',
      is: { since: '2023-01-10' },
    },
    {
      story: 'part of an opt-in',
      facts: [...OPEN, dpiaSaying({ completedOn: '2022-12-20', outcome: 'opt-in', signed: true })],
      from: '2023-01-17',
    },
    {
      story: 'not where a plan lacks nothing but a date to come: that has a rule of its own',
      facts: [...OPEN, agreed],
      never: ['2023-04-28', '2023-05-15'],
    },
    {
      story: 'not of one that is live',
      facts: [...OPEN, part, ...extract({ asAt: '2023-01-05', on: true })],
      never: ['2023-01-17', '2023-03-01'],
    },
    {
      story: 'not of one that is exempt',
      facts: [...OPEN, part, exempt],
      never: ['2023-01-17', '2023-03-01'],
    },
    {
      story: 'not of one that has closed',
      facts: [...OPEN, part, closed],
      never: ['2023-02-02', '2023-03-01'],
    },
  ]);

  test('a tracker that repeats a word keeps the alert open, whatever the month', () => {
    const months = ['2022-12-20', '2023-01-10', '2023-02-10', '2023-03-10'];
    const facts = [
      ...OPEN,
      ...months.map((asAt) => declared({ ...viaIcb, status: 'working-towards', asAt })),
    ];
    const since = ['2023-01-17', '2023-02-11', '2023-03-11', '2023-04-30'].map(
      (on) => alertOn(facts, 'evidence-incomplete', on)?.since,
    );
    expect(new Set(since)).toEqual(new Set(['2022-12-20']));
  });
});
