import { describe } from 'vitest';
import {
  DPIA_SEEN,
  dpia,
  extract,
  LETTER_SEEN,
  letter,
  listing,
  optInSteps,
  PLAN_SEEN,
  plan,
  reply,
  retractionOf,
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
    judgement: 'accepted' | 'change-asked' | 'unsigned' | 'untouched-template',
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
      story: 'a DPIA judged out still counts as known before the judgement',
      facts: [...optedIn, judged(DPIA_SEEN, 'unsigned', '2023-08-25')],
      on,
      knownAt: '2023-08-25T08:59:59Z',
      is: { status: 'opt-in', has: ['unreviewed'], lacks: ['judged-out'] },
    },
    {
      story: 'a DPIA of which a change is asked counts, and both are said',
      facts: [...optedIn, judged(DPIA_SEEN, 'change-asked', '2023-08-25')],
      on,
      is: { status: 'opt-in', has: ['change-asked', 'unreviewed'], lacks: ['judged-out'] },
    },
    {
      story: 'accepted after the change: neither is said',
      facts: [
        ...optedIn,
        judged(DPIA_SEEN, 'change-asked', '2023-08-25'),
        judged(DPIA_SEEN, 'accepted', '2023-08-30'),
      ],
      on,
      is: { status: 'opt-in', lacks: ['change-asked', 'unreviewed'] },
    },
    {
      story: 'judged out after a change was asked: it no longer counts',
      facts: [
        ...optedIn,
        judged(DPIA_SEEN, 'change-asked', '2023-08-25'),
        judged(DPIA_SEEN, 'unsigned', '2023-08-30'),
      ],
      on,
      is: { status: 'incomplete', has: ['judged-out'], lacks: ['change-asked'] },
    },
    {
      story: 'a newer document answers the change that was asked of the one before',
      facts: [
        ...optedIn,
        judged(DPIA_SEEN, 'change-asked', '2023-08-10'),
        dpia({ completedOn: '2023-08-20', document: '5'.repeat(64) }),
      ],
      on,
      is: { status: 'opt-in', has: ['unreviewed'], lacks: ['change-asked'] },
    },
    {
      story: 'a return is no newer document: the change is still asked',
      facts: [
        ...optedIn,
        judged(DPIA_SEEN, 'change-asked', '2023-08-10'),
        dpia({ document: null, asAt: '2023-08-20' }),
      ],
      on,
      is: { status: 'opt-in', has: ['change-asked'] },
    },
    {
      story: 'a letter of which a change is asked pauses meanwhile',
      facts: [register, letter(), judged(LETTER_SEEN, 'change-asked', '2022-11-20')],
      on: '2023-01-15',
      is: { status: 'paused-by-letter', has: ['change-asked', 'unreviewed'] },
    },
    {
      story: 'of a letter that was withdrawn nothing is asked any more',
      facts: [
        register,
        letter(),
        judged(LETTER_SEEN, 'change-asked', '2022-11-20'),
        letter({ sentOn: null, withdrawnOn: '2022-12-01', document: null, asAt: '2022-12-01' }),
      ],
      on: '2023-01-15',
      is: { isNot: 'paused-by-letter', lacks: ['change-asked'] },
    },
    {
      story: 'the practice’s reply changes no state',
      facts: [
        ...optedIn,
        judged(DPIA_SEEN, 'change-asked', '2023-08-25'),
        reply({ of: DPIA_SEEN, asAt: '2023-08-28' }),
      ],
      on,
      is: { status: 'opt-in', has: ['change-asked'] },
    },
    {
      story: 'a document withdrawn after it was judged out takes the judgement along',
      facts: [
        register,
        plan(),
        judged(PLAN_SEEN, 'unsigned', '2022-12-01'),
        retractionOf(plan(), {
          upload: plan().source.uploadId,
          receivedAt: '2022-12-10T09:00:00Z',
        }),
      ],
      on: '2023-01-15',
      is: { status: 'no-evidence', signals: [] },
    },
    {
      story: 'a document withdrawn after a change was asked of it leaves nothing to change',
      facts: [
        register,
        plan(),
        judged(PLAN_SEEN, 'change-asked', '2022-12-01'),
        retractionOf(plan(), { receivedAt: '2022-12-10T09:00:00Z' }),
      ],
      on: '2023-01-15',
      is: { status: 'no-evidence', signals: [] },
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
