import { describe, expect, test } from 'vitest';
import { policyInForce } from '../../../shared/policy/timeline.ts';
import { decide } from '../../../shared/state/decide.ts';
import {
  clocks,
  DPIA_SEEN,
  declared,
  dpia,
  extract,
  listing,
  membership,
  optInSteps,
  planSaying,
  review,
} from '../builders.ts';
import { decisionOf, type Story, tell } from './story.ts';

const later = { receivedAt: '2024-06-01T09:00:00Z' };
const ALL_KNOWN = '2024-12-31T12:00:00Z';

describe('no answer is dated after the day asked about', () => {
  tell([
    {
      story: 'Dormant by a listing of a later day: nothing dates it.',
      facts: [listing({ asAt: '2023-12-04', status: 'dormant' })],
      on: '2022-11-15',
      knownAt: ALL_KNOWN,
      is: { status: 'out-of-scope', since: null },
    },
    {
      story: 'Two suppliers in extracts of one later day: nothing dates the conflict.',
      facts: [
        listing(),
        ...extract({ asAt: '2023-12-04', supplier: 'EMIS' }),
        ...extract({ asAt: '2023-12-04', supplier: 'TPP' }),
      ],
      on: '2022-11-15',
      knownAt: ALL_KNOWN,
      is: { status: 'conflict', since: null },
    },
    {
      story: 'TPP still shows the box on after a complete opt-in: from the day both were so.',
      facts: [
        listing(),
        membership({ supplier: 'TPP' }),
        dpia({ completedOn: '2023-08-01' }),
        ...optInSteps({ on: '2023-08-15' }),
        ...extract({ asAt: '2023-12-04', supplier: 'TPP', on: true, since: '2022-11-30' }),
      ],
      on: '2023-09-01',
      knownAt: ALL_KNOWN,
      is: { status: 'conflict', since: '2023-08-15' },
    },
    {
      story: 'A DPIA that was judged out is no step taken on a day before its own.',
      facts: [listing(), dpia(), review({ ...later, of: DPIA_SEEN, judgement: 'unsigned' })],
      on: '2022-11-15',
      knownAt: ALL_KNOWN,
      is: { status: 'no-evidence', signals: [] },
    },
    {
      story: 'What another supplier shows in an extract of a later day is no change of supplier.',
      facts: [
        listing(),
        ...extract({ asAt: '2023-05-15', supplier: 'Vision' }),
        ...extract({ asAt: '2024-03-31', supplier: 'EMIS', on: true, since: '2022-10-01' }),
      ],
      on: '2022-10-15',
      knownAt: ALL_KNOWN,
      is: { status: 'no-evidence', lacks: ['supplier-changed'] },
    },
  ]);
});

/** A, B, A: what was said between is in the proof, else the first A would seem to have held all along. */
const broken: readonly Story[] = [
  {
    story: 'On, off, on: live since the second time.',
    facts: [
      listing(),
      ...extract({ asAt: '2022-10-01', on: true }),
      ...extract({ asAt: '2022-10-20', on: false }),
      ...extract({ asAt: '2022-11-05', on: true }),
    ],
    on: '2022-11-15',
    is: { status: 'live', since: '2022-11-05' },
  },
  {
    story: 'EMIS, TPP, EMIS: live elsewhere until the second change.',
    facts: [
      listing(),
      membership({ asAt: '2022-06-01', supplier: 'EMIS' }),
      ...extract({ asAt: '2022-10-01', supplier: 'TPP', on: true }),
      membership({ asAt: '2022-11-05', supplier: 'EMIS' }),
      declared({ asAt: '2022-11-05' }),
    ],
    on: '2022-12-15',
    is: { status: 'incomplete', towards: 'live', since: '2022-11-05' },
  },
  {
    story: 'Staff trained, not trained, trained: working towards since the second time.',
    facts: [
      listing(),
      planSaying({ agreedOn: '2022-10-01', leadNamed: true, staffTraining: true }),
      planSaying({ asAt: '2022-10-05', staffTraining: false }),
      planSaying({
        asAt: '2022-10-20',
        staffTraining: true,
        recordReviewProcess: true,
        targetOn: '2023-03-31',
      }),
    ],
    on: '2022-11-15',
    is: { status: 'working-towards', since: '2022-10-20' },
  },
];

describe('what was so before and again is dated from the second time', () => {
  tell(broken);

  test.for(broken)('and from the proof alone: $story', (story) => {
    const decision = decisionOf(story);
    const at = clocks(story.on);
    const again = decide(decision.proof.used, at, policyInForce(at));
    expect(again.since).toBe(decision.since);
  });
});

test('of two listings of one date the later receipt gives the opening date', () => {
  const listings = [
    listing({ asAt: '2022-06-01', openedOn: '2022-12-01', receivedAt: '2022-06-02T09:00:00Z' }),
    listing({ asAt: '2022-06-01', openedOn: '1974-04-01', receivedAt: '2022-06-03T09:00:00Z' }),
    listing({ asAt: '2022-07-01', openedOn: null }),
  ];
  const at = clocks('2022-11-15');
  expect(decide(listings, at, policyInForce(at)).status).toBe('no-evidence');
});
