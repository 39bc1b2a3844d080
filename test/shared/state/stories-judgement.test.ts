import { describe } from 'vitest';
import {
  DPIA_SEEN,
  dpia,
  extract,
  listing,
  optInSteps,
  PLAN_SEEN,
  plan,
  review,
} from '../builders.ts';
import { tell } from './story.ts';

const register = listing();
const off = extract({ asAt: '2023-07-01' });
const optedIn = [register, ...off, dpia(), ...optInSteps()];
const on = '2023-09-01';

describe('judgements of documents', () => {
  const judged = (
    of: string,
    judgement: 'accepted' | 'unsigned' | 'untouched-template',
    asAt: string,
  ) => review({ of, judgement, asAt });
  tell([
    {
      story: 'a document counts unreviewed, flagged so',
      facts: [register, plan()],
      on: '2023-01-15',
      is: { status: 'working-towards', has: ['unreviewed'], lacks: ['no-document-seen'] },
    },
    {
      story: 'an accepted document carries no flag',
      facts: [register, plan(), judged(PLAN_SEEN, 'accepted', '2022-12-01')],
      on: '2023-01-15',
      is: { status: 'working-towards', lacks: ['unreviewed', 'no-document-seen'] },
    },
    {
      story: 'a plan judged an untouched template is out',
      facts: [register, plan(), judged(PLAN_SEEN, 'untouched-template', '2022-12-01')],
      on: '2023-01-15',
      is: { status: 'incomplete', towards: 'plan', has: ['judged-out'] },
    },
    {
      story: 'a plan judged out is out, though a return has said the same of it before',
      facts: [
        register,
        plan({ document: null, asAt: '2022-11-10' }),
        plan({ asAt: '2022-11-12' }),
        judged(PLAN_SEEN, 'untouched-template', '2022-12-01'),
      ],
      on: '2023-01-15',
      is: { isNot: 'working-towards', has: ['judged-out'] },
    },
    {
      story: 'a plan that replaces the one judged out counts',
      facts: [
        register,
        plan(),
        judged(PLAN_SEEN, 'untouched-template', '2022-12-01'),
        plan({ agreedOn: '2022-12-15', document: '4'.repeat(64) }),
      ],
      on: '2023-01-15',
      is: { status: 'working-towards', has: ['unreviewed'] },
    },
    {
      story: 'a plan first judged out and later accepted counts again',
      facts: [
        register,
        plan(),
        judged(PLAN_SEEN, 'untouched-template', '2022-12-01'),
        judged(PLAN_SEEN, 'accepted', '2022-12-20'),
      ],
      on: '2023-01-15',
      is: { status: 'working-towards', lacks: ['judged-out', 'unreviewed'] },
    },
    {
      story: 'a DPIA judged unsigned makes the opt-in incomplete',
      facts: [...optedIn, judged(DPIA_SEEN, 'unsigned', '2023-08-25')],
      on,
      is: { status: 'incomplete', towards: 'opt-in', has: ['judged-out'] },
    },
    {
      story: 'a judgement of another document changes nothing',
      facts: [register, plan(), judged(DPIA_SEEN, 'unsigned', '2022-12-01')],
      on: '2023-01-15',
      is: { status: 'working-towards', has: ['unreviewed'] },
    },
    {
      story: 'an opt-in on a return with no document behind it is flagged',
      facts: [register, ...off, dpia({ document: null }), ...optInSteps()],
      on,
      is: { status: 'opt-in', has: ['no-document-seen'] },
    },
    {
      story: 'on the review date of a plan nothing is overdue',
      facts: [register, plan({ reviewOn: '2023-01-15' })],
      on: '2023-01-15',
      is: { status: 'working-towards', lacks: ['review-overdue'] },
    },
    {
      story: 'the day after the review date of a plan the review is overdue',
      facts: [register, plan({ reviewOn: '2023-01-15' })],
      on: '2023-01-16',
      is: { status: 'working-towards', signals: ['review-overdue'] },
    },
    {
      story: 'an opt-in whose DPIA is overdue for review stays an opt-in',
      facts: [register, ...off, dpia({ reviewOn: '2023-08-25' }), ...optInSteps()],
      on,
      is: { status: 'opt-in', has: ['review-overdue'] },
    },
  ]);
});
