import { describe } from 'vitest';
import { letter, listing, plan, planSaying } from '../builders.ts';
import { type Story, tell } from './story.ts';

const register = listing();

const planLacking = (what: string, values: Parameters<typeof plan>[0]): Story => ({
  story: `a plan without ${what} is incomplete towards plan`,
  facts: [register, plan({ asAt: '2022-11-10', ...values })],
  on: '2023-01-15',
  is: { status: 'incomplete', towards: 'plan' },
});

describe('working towards: an agreed plan with a lead, a target date, training and the review process', () => {
  const whole = [register, plan()];
  tell([
    {
      story: 'a whole plan is working towards since it was agreed',
      facts: whole,
      on: '2023-01-15',
      is: {
        status: 'working-towards',
        clause: 'working-towards',
        since: '2022-11-10',
        signals: [],
        towards: null,
      },
    },
    planLacking('an agreement date', { agreedOn: null }),
    planLacking('a lead', { leadNamed: null }),
    planLacking('a target date', { targetOn: null }),
    planLacking('a word on staff training', { staffTraining: null }),
    planLacking('staff training', { staffTraining: false }),
    planLacking('a word on the review process', { recordReviewProcess: null }),
    planLacking('the review process', { recordReviewProcess: false }),
    {
      story: 'on its target date the plan stands',
      facts: whole,
      on: '2023-03-31',
      is: { status: 'working-towards', lacks: ['plan-lapsed'] },
    },
    {
      story: 'the day after its target date the plan has lapsed',
      facts: whole,
      on: '2023-04-01',
      is: {
        status: 'incomplete',
        towards: 'plan',
        has: ['plan-lapsed'],
        since: '2023-04-01',
      },
    },
    {
      story: 'a later target date revives the plan',
      facts: [...whole, planSaying({ targetOn: '2023-09-30', asAt: '2023-04-10' })],
      on: '2023-05-01',
      is: { status: 'working-towards', lacks: ['plan-lapsed'] },
    },
    {
      story: 'a plan put together from two returns is whole',
      facts: [
        register,
        planSaying({ agreedOn: '2022-11-10', leadNamed: true, staffTraining: true }),
        planSaying({ recordReviewProcess: true, targetOn: '2023-03-31', asAt: '2022-12-01' }),
      ],
      on: '2023-01-15',
      is: { status: 'working-towards', has: ['no-document-seen'] },
    },
    {
      story: 'an empty cell in a later return takes nothing from the plan',
      facts: [...whole, planSaying({ leadNamed: true, asAt: '2022-12-01' })],
      on: '2023-01-15',
      is: { status: 'working-towards', since: '2022-11-10' },
    },
    {
      story: 'a later no to staff training makes the plan incomplete',
      facts: [...whole, planSaying({ staffTraining: false, asAt: '2022-12-01' })],
      on: '2023-01-15',
      is: { status: 'incomplete', towards: 'plan', since: '2022-12-01' },
    },
    {
      story: 'an older no that comes in later changes nothing',
      facts: [
        ...whole,
        planSaying({
          staffTraining: false,
          asAt: '2022-11-01',
          receivedAt: '2022-12-01T09:00:00Z',
        }),
      ],
      on: '2023-01-15',
      is: { status: 'working-towards' },
    },
    {
      story: 'saying the same plan again next month leaves since as it was',
      facts: [...whole, plan({ asAt: '2022-12-10' })],
      on: '2023-01-15',
      is: { status: 'working-towards', since: '2022-11-10' },
    },
    {
      story: 'a letter is tried before the plan',
      facts: [...whole, letter({ sentOn: '2022-12-01' })],
      on: '2023-01-15',
      is: { status: 'paused-by-letter' },
    },
  ]);
});
