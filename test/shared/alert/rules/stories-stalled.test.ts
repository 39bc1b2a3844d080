import { describe } from 'vitest';
import {
  declared,
  dpia,
  exemption,
  extract,
  letter,
  listing,
  listSize,
  membership,
  optInStep,
  optInSteps,
  plan,
  planSaying,
} from '../../builders.ts';
import { OPEN, tellAlerts } from './alert-story.ts';

/** A letter that pauses and gives nobody time. */
const paused = letter({ sentOn: '2022-12-20' });
const DUTY = ['contract-duty-letter-2023'];
const WEEKS = 'threshold-weeks-without-progress';

describe('stalled: when the clock starts', () => {
  tellAlerts('stalled', [
    {
      story: '8 weeks after the contract letter, one that never set out is stalled',
      facts: OPEN,
      from: '2023-05-01',
      is: {
        since: '2023-03-06',
        because:
          'The practice has given no evidence. No step of its own is known since the rules last changed, on 6 March 2023.',
        closedBy:
          'Any step: a complete plan with a date to come, a booked switch-on, a DPIA for an opt-in model, or an extract that shows default access on.',
        facts: [],
        entries: [WEEKS, ...DUTY],
      },
    },
    {
      story: 'a letter to pause is no step',
      facts: [...OPEN, letter({ sentOn: '2023-04-20' })],
      from: '2023-05-01',
      is: { since: '2023-03-06' },
    },
    {
      story: 'one that is paused shows its letter, and the rule by which it pauses',
      facts: [...OPEN, paused],
      from: '2023-05-01',
      is: {
        because:
          'The practice is paused by letter. No step of its own is known since the rules last changed, on 6 March 2023.',
        closedBy:
          'A complete plan with a date to come, a booked switch-on, a DPIA for an opt-in model, or the withdrawal of its letter.',
        facts: [paused],
        entries: [WEEKS, ...DUTY, 'letter-pauses-until-further-notice'],
      },
    },
    {
      story: 'the regulations of May 2023, which repeat the contract letter, give nobody new time',
      facts: [...OPEN, paused],
      from: '2023-05-01',
      is: { since: '2023-03-06' },
      still: ['2023-05-14'],
    },
    {
      story: 'before the contract a target binds: its announcement gives the time',
      facts: OPEN,
      from: '2022-09-21',
      is: { since: '2022-07-27', entries: [WEEKS, 'target-november-2022'] },
    },
    {
      story: 'rules that change give everybody new time',
      facts: OPEN,
      never: ['2022-10-31', '2022-11-01', '2022-11-28', '2022-11-29'],
    },
    {
      story: 'while no target and no duty is in force one that never set out is late for nothing',
      facts: [...OPEN, paused],
      never: ['2022-12-31', '2023-01-31', '2023-03-05', '2023-03-06'],
    },
    {
      story: 'one that set out is held to its own last step also while no date binds anybody',
      facts: [...OPEN, paused, dpia({ completedOn: '2022-12-21', outcome: 'automatic' })],
      from: '2023-02-15',
      is: {
        since: '2022-12-21',
        because: 'The practice is paused by letter. The last step was a DPIA, on 21 December 2022.',
        entries: [WEEKS, 'letter-pauses-until-further-notice'],
      },
    },
    {
      story: 'a practice that opened later has its time from then on',
      facts: [
        listing({ openedOn: '2023-07-03', asAt: '2023-07-03' }),
        membership({ asAt: '2023-07-03' }),
      ],
      from: '2023-08-28',
      is: {
        because:
          'The practice has given no evidence. No step of its own is known since its opening, on 3 July 2023.',
      },
    },
  ]);
});

describe('stalled: what is a step', () => {
  const lapsed = plan({ targetOn: '2023-05-31' });
  const missed = extract({ asAt: '2023-04-01', scheduledOn: '2023-06-05' });
  const withdrawn = letter({
    sentOn: '2022-12-20',
    withdrawnOn: '2023-05-08',
    asAt: '2023-05-08',
  });
  tellAlerts('stalled', [
    {
      story: 'a plan in force is no standing still, whatever else is true',
      facts: [...OPEN, paused, plan({ agreedOn: '2022-12-01', targetOn: '2023-12-31' })],
      never: ['2023-03-01', '2023-05-01', '2023-12-31'],
    },
    {
      story: 'a lapsed plan counts from its target date',
      facts: [...OPEN, paused, lapsed],
      from: '2023-07-26',
      is: {
        since: '2023-05-31',
        because:
          'The practice is paused by letter. The last step was the target date in its plan, on 31 May 2023.',
        facts: [lapsed, paused],
      },
    },
    {
      story: 'a date to come in a plan that is not complete gives no time',
      facts: [...OPEN, paused, planSaying({ agreedOn: '2023-01-09', targetOn: '2023-12-31' })],
      from: '2023-05-01',
      is: { since: '2023-03-06' },
    },
    {
      story: 'a passed booking counts from its date',
      facts: [...OPEN, ...missed],
      from: '2023-07-31',
      is: {
        since: '2023-06-05',
        because:
          'The practice has given no evidence. The last step was the date booked for its switch-on, on 5 June 2023.',
        facts: [missed[1]!],
      },
    },
    {
      story: 'a letter withdrawn is a step',
      facts: [...OPEN, withdrawn],
      from: '2023-07-03',
      is: {
        since: '2023-05-08',
        because:
          'The practice has given no evidence. The last step was the withdrawal of its letter, on 8 May 2023.',
      },
    },
    {
      story: 'two letters withdrawn on one day are one step, whichever came first',
      facts: [
        ...OPEN,
        withdrawn,
        letter({ sentOn: '2023-01-20', withdrawnOn: '2023-05-08', asAt: '2023-05-08' }),
      ],
      from: '2023-07-03',
    },
    {
      story: 'part of an opt-in is a step',
      facts: [...OPEN, paused, optInStep({ on: '2023-04-10' })],
      from: '2023-06-05',
      is: {
        because:
          'The practice is paused by letter. The last step was part of an opt-in, on 10 April 2023.',
      },
    },
    {
      story: 'part of a plan is a step, on the day it was first said',
      facts: [
        ...OPEN,
        paused,
        planSaying({ agreedOn: '2023-04-03' }),
        planSaying({ agreedOn: '2023-04-03', asAt: '2023-05-15', effectiveOn: '2023-05-15' }),
      ],
      from: '2023-05-29',
      is: { since: '2023-04-03' },
    },
    {
      story: 'part of a plan taken back is none',
      facts: [
        ...OPEN,
        paused,
        planSaying({ agreedOn: '2023-01-09', staffTraining: true }),
        planSaying({ staffTraining: false, asAt: '2023-04-20' }),
      ],
      from: '2023-05-01',
      is: { since: '2023-03-06' },
    },
    {
      story: 'a booking that a later extract repeats after its date gives no new time',
      facts: [...OPEN, ...missed, ...extract({ asAt: '2023-06-20', scheduledOn: '2023-06-05' })],
      from: '2023-07-31',
      is: { since: '2023-06-05' },
    },
    {
      story: 'its word that it is further is a step, said again it is none',
      facts: [
        ...OPEN,
        paused,
        declared({ status: 'working-towards', asAt: '2023-04-03' }),
        declared({ status: 'not-started', asAt: '2023-04-20' }),
        declared({ status: 'working-towards', asAt: '2023-05-20' }),
      ],
      from: '2023-05-29',
      is: {
        because:
          'The practice is paused by letter. The last step was its word that it is further, on 3 April 2023.',
      },
    },
    {
      story: 'its word that it has not started, or has paused, is none',
      facts: [
        ...OPEN,
        paused,
        declared({ status: 'not-started', asAt: '2023-04-03' }),
        declared({ status: 'paused', asAt: '2023-04-20' }),
      ],
      from: '2023-05-01',
    },
    {
      story:
        'one that was live and was switched off counts from the extract that last showed it live',
      facts: [
        ...OPEN,
        ...extract({ asAt: '2023-01-01', on: true }),
        ...extract({ asAt: '2023-06-05', on: true }),
        ...extract({ asAt: '2023-07-01' }),
      ],
      from: '2023-07-31',
      is: {
        since: '2023-06-05',
        because:
          'The practice was live and has been switched off. The last step was an extract that showed it live, on 5 June 2023.',
        closedBy:
          'A complete plan with a date to come, a booked switch-on, a DPIA for an opt-in model, or an extract that shows default access on again.',
      },
    },
    {
      story: 'the end of an exemption gives time, for nothing was asked of it before',
      facts: [
        ...OPEN,
        exemption({ effectiveOn: '2023-01-01', endsOn: '2023-12-31' }),
        exemption({ effectiveOn: '2023-01-01', endsOn: '2023-06-05', asAt: '2023-02-01' }),
      ],
      from: '2023-07-31',
      is: {
        because:
          'The practice has given no evidence. No step of its own is known since its exemption ended, on 5 June 2023.',
      },
    },
  ]);
});

describe('stalled: who never is', () => {
  const ON = ['2023-05-01', '2023-09-30'];
  tellAlerts('stalled', [
    { story: 'a live practice', facts: [...OPEN, ...extract({ on: true })], never: ON },
    {
      story: 'an opt-in practice',
      facts: [
        ...OPEN,
        dpia({ completedOn: '2022-07-01' }),
        ...optInSteps({ on: '2022-07-01' }),
        ...extract({ asAt: '2022-08-01' }),
      ],
      never: ON,
    },
    {
      story: 'one that is exempt, while it is',
      facts: [...OPEN, exemption({ effectiveOn: '2022-10-01', endsOn: '2023-09-30' })],
      never: ON,
    },
    {
      story: 'one that is exempt nationally',
      facts: [...OPEN, exemption({ level: 'national', effectiveOn: '2022-10-01' })],
      never: ON,
    },
    {
      story: 'one that has closed',
      facts: [...OPEN, listing({ status: 'closed', closedOn: '2023-03-31', asAt: '2023-04-01' })],
      never: ON,
    },
    {
      story: 'one with a switch-on to come',
      facts: [...OPEN, ...extract({ asAt: '2022-09-01', scheduledOn: '2023-11-01' })],
      never: ON,
    },
    {
      story: 'one with some of the evidence: that has a rule of its own',
      facts: [...OPEN, listSize(), planSaying({ agreedOn: '2022-09-01' })],
      never: ON,
    },
  ]);
});
