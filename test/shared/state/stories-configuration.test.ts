import { describe } from 'vitest';
import {
  bulk104,
  declared,
  dpia,
  extract,
  letter,
  listing,
  listSize,
  optInStep,
  optInSteps,
  plan,
  retractionOf,
} from '../builders.ts';
import { tell } from './story.ts';

const register = listing();
const on = (asAt: string, over = {}) => extract({ on: true, asAt, ...over });
const off = (asAt: string, over = {}) => extract({ on: false, asAt, ...over });
const relay = { sender: { role: 'icb', org: 'QHM' }, relayed: true } as const;
const twoSenders = [...on('2023-05-01'), ...off('2023-05-01', relay)];

describe('live: the configuration that holds on the day, as shown by the latest extract, is on', () => {
  tell([
    {
      story: 'an extract that shows the default on makes a practice live since its date',
      facts: [register, ...on('2023-05-01')],
      on: '2023-06-01',
      is: { status: 'live', clause: 'live', since: '2023-05-01', signals: [], towards: null },
    },
    {
      story: 'a practice is live on the very day of the extract',
      facts: [register, ...on('2023-05-01')],
      on: '2023-05-01',
      is: { status: 'live' },
    },
    {
      story: 'a practice is live from the effective date of its configuration',
      facts: [register, ...off('2023-05-01'), ...on('2023-06-01', { since: '2023-05-20' })],
      on: '2023-05-20',
      knownAt: '2023-06-02T00:00:00Z',
      is: { status: 'live', since: '2023-05-20' },
    },
    {
      story: 'a practice is not live on the day before the effective date',
      facts: [register, ...off('2023-05-01'), ...on('2023-06-01', { since: '2023-05-20' })],
      on: '2023-05-19',
      knownAt: '2023-06-02T00:00:00Z',
      is: { status: 'no-evidence' },
    },
    {
      story: 'what the extract showed later was not known before it came in',
      facts: [register, ...off('2023-05-01'), ...on('2023-06-01', { since: '2023-05-20' })],
      on: '2023-05-25',
      is: { status: 'no-evidence' },
    },
    {
      story: 'without an effective date an extract after the day says nothing about the day',
      facts: [register, ...off('2023-05-01'), ...on('2023-06-01')],
      on: '2023-05-25',
      knownAt: '2023-06-02T00:00:00Z',
      is: { status: 'no-evidence' },
    },
    {
      story: 'the latest extract date wins, never the upload date',
      facts: [
        register,
        ...on('2023-06-01'),
        ...off('2023-05-01', { receivedAt: '2023-06-10T09:00:00Z' }),
      ],
      on: '2023-06-15',
      is: { status: 'live', since: '2023-06-01' },
    },
    {
      story: 'being missing from later files never erases live',
      facts: [register, ...on('2023-05-01')],
      on: '2024-03-01',
      is: { status: 'live', since: '2023-05-01' },
    },
    {
      story: 'live goes back to the earliest extract of the unbroken run of on',
      facts: [
        register,
        ...on('2023-02-01'),
        ...off('2023-03-01'),
        ...on('2023-04-01'),
        ...on('2023-05-01'),
      ],
      on: '2023-06-01',
      is: { status: 'live', since: '2023-04-01' },
    },
    {
      story: 'per-patient access with the default off is not live',
      facts: [register, ...off('2023-05-01', { perPatientAccess: true })],
      on: '2023-06-01',
      is: { status: 'no-evidence' },
    },
    {
      story: 'an extract that an ICB passed on makes live, flagged as relayed',
      facts: [register, ...on('2023-05-01', relay)],
      on: '2023-06-01',
      is: { status: 'live', has: ['relayed'] },
    },
    {
      story: 'history loaded later is flagged as backfilled',
      facts: [register, ...on('2023-05-01', { backfilledAt: '2024-02-01T10:00:00Z' })],
      on: '2023-06-01',
      is: { status: 'live', has: ['backfilled'] },
    },
    {
      story: 'an extract straight from the supplier is neither relayed nor backfilled',
      facts: [register, ...on('2023-05-01')],
      on: '2023-06-01',
      is: { status: 'live', lacks: ['relayed', 'backfilled', 'via-icb', 'no-document-seen'] },
    },
  ]);
});

describe('live is not taken away by paper', () => {
  tell([
    {
      story: 'a letter after go-live never un-lives: the stop is signalled',
      facts: [register, ...on('2023-05-01'), letter({ sentOn: '2023-05-20' })],
      on: '2023-06-01',
      is: { status: 'live', signals: ['stop-requested'] },
    },
    {
      story: 'a letter from before go-live asks for no stop',
      facts: [register, letter(), ...on('2023-05-01')],
      on: '2023-06-01',
      is: { status: 'live', lacks: ['stop-requested'] },
    },
    {
      story: 'a letter after go-live that was withdrawn asks for no stop',
      facts: [
        register,
        ...on('2023-05-01'),
        letter({ sentOn: '2023-05-20' }),
        letter({ sentOn: null, withdrawnOn: '2023-05-25' }),
      ],
      on: '2023-06-01',
      is: { status: 'live', lacks: ['stop-requested'] },
    },
    {
      story: 'an incomplete opt-in never removes live',
      facts: [register, ...on('2023-05-01'), dpia(), optInStep()],
      on: '2023-09-01',
      is: { status: 'live', lacks: ['opt-in-awaiting-extract'] },
    },
    {
      story: 'an older extract beside a newer complete opt-in leaves live, awaiting an extract',
      facts: [register, ...on('2023-07-01'), dpia(), ...optInSteps()],
      on: '2023-09-01',
      is: { status: 'live', has: ['opt-in-awaiting-extract'] },
    },
    {
      story: 'the same on TPP: an older extract is no conflict',
      facts: [register, ...on('2023-07-01', { supplier: 'TPP' }), dpia(), ...optInSteps()],
      on: '2023-09-01',
      is: { status: 'live', has: ['opt-in-awaiting-extract'] },
    },
    {
      story: 'a plan beside live leaves live',
      facts: [register, ...on('2022-12-01'), plan()],
      on: '2023-01-15',
      is: { status: 'live' },
    },
  ]);
});

describe('live becomes restricted', () => {
  const patients = listSize({ patients: 8000, asAt: '2023-05-01' });
  const counted = (counts: object) => [register, patients, ...on('2023-05-01', counts)];
  tell([
    {
      story: 'live with bulk 104 done is restricted',
      facts: [register, bulk104(), ...on('2022-12-01')],
      on: '2023-01-15',
      is: { status: 'live', has: ['restricted'] },
    },
    {
      story: 'live with more than half of the patients coded 104 is restricted',
      facts: counted({ patients104: 4001 }),
      on: '2023-06-01',
      is: { status: 'live', has: ['restricted'] },
    },
    {
      story: 'live with exactly half of the patients coded 104 is not restricted',
      facts: counted({ patients104: 4000 }),
      on: '2023-06-01',
      is: { status: 'live', lacks: ['restricted'] },
    },
    {
      story: 'live with under 90% of accounts with access is restricted',
      facts: counted({ onlineAccounts: 1000, accountsWithAccess: 899 }),
      on: '2023-06-01',
      is: { status: 'live', has: ['restricted'] },
    },
    {
      story: 'live with 90% of accounts with access is not restricted',
      facts: counted({ onlineAccounts: 1000, accountsWithAccess: 900 }),
      on: '2023-06-01',
      is: { status: 'live', lacks: ['restricted'] },
    },
    {
      story: 'live without any online account is not restricted',
      facts: counted({ onlineAccounts: 0, accountsWithAccess: 0 }),
      on: '2023-06-01',
      is: { status: 'live', lacks: ['restricted'] },
    },
    {
      story: 'bulk 104 alone gives no status',
      facts: [register, ...off('2022-12-10'), bulk104()],
      on: '2023-01-15',
      is: { status: 'no-evidence', lacks: ['restricted', 'held-by-104'] },
    },
  ]);
});

describe('conflict: authoritative statements of the same date disagree', () => {
  tell([
    {
      story: 'on and off by the same supplier on the same extract date is a conflict',
      facts: [register, ...on('2023-05-01'), ...off('2023-05-01')],
      on: '2023-06-01',
      is: { status: 'conflict', clause: 'conflict', since: '2023-05-01' },
    },
    {
      story: 'on and off by two senders for the same extract date is a conflict',
      facts: [register, ...twoSenders],
      on: '2023-06-01',
      is: { status: 'conflict' },
    },
    {
      story: 'two suppliers’ extracts of one date that both claim the practice are a conflict',
      facts: [register, ...on('2023-05-01'), ...off('2023-05-01', { supplier: 'TPP' })],
      on: '2023-06-01',
      is: { status: 'conflict' },
    },
    {
      story: 'two senders who agree on the same date are no conflict',
      facts: [register, ...on('2023-05-01'), ...on('2023-05-01', relay)],
      on: '2023-06-01',
      is: { status: 'live' },
    },
    {
      story: 'a later extract ends the conflict',
      facts: [register, ...twoSenders, ...on('2023-05-08')],
      on: '2023-06-01',
      is: { status: 'live' },
    },
    {
      story: 'retracting one of the two statements ends the conflict',
      facts: [
        register,
        ...twoSenders,
        ...off('2023-05-01', relay).map((of) =>
          retractionOf(of, { receivedAt: '2023-05-20T09:00:00Z' }),
        ),
      ],
      on: '2023-06-01',
      is: { status: 'live' },
    },
    {
      story: 'before the retraction came in the conflict stood',
      facts: [
        register,
        ...twoSenders,
        ...off('2023-05-01', relay).map((of) =>
          retractionOf(of, { receivedAt: '2023-05-20T09:00:00Z' }),
        ),
      ],
      on: '2023-06-01',
      knownAt: '2023-05-20T08:59:59Z',
      is: { status: 'conflict' },
    },
    {
      story: 'the practice denying what its supplier shows is no conflict',
      facts: [register, ...on('2023-05-01'), declared({ status: 'paused', asAt: '2023-05-01' })],
      on: '2023-06-01',
      is: { status: 'live' },
    },
    {
      story: 'a complete opt-in on TPP and a later extract that still shows on is a conflict',
      facts: [register, dpia(), ...optInSteps(), ...on('2023-08-20', { supplier: 'TPP' })],
      on: '2023-09-01',
      is: { status: 'conflict' },
    },
    {
      story: 'on TPP an opt-in that lacks a step is no conflict with a later extract',
      facts: [register, dpia(), ...optInSteps().slice(1), ...on('2023-08-20', { supplier: 'TPP' })],
      on: '2023-09-01',
      is: { status: 'live' },
    },
    {
      story: 'on EMIS a complete opt-in and a later extract on is no conflict',
      facts: [register, dpia(), ...optInSteps(), ...on('2023-08-20')],
      on: '2023-09-01',
      is: { status: 'live' },
    },
    {
      story: 'a conflict comes before live, and out of scope before both',
      facts: [listing({ status: 'dormant' }), ...twoSenders],
      on: '2023-06-01',
      is: { status: 'out-of-scope' },
    },
  ]);
});

describe('reverted: was live, the latest configuration is off', () => {
  tell([
    {
      story: 'on and later off is reverted since the extract that showed it',
      facts: [register, ...on('2023-05-01'), ...off('2023-06-01')],
      on: '2023-06-15',
      is: { status: 'reverted', clause: 'reverted', since: '2023-06-01' },
    },
    {
      story: 'switched off on a stated day is reverted since that day',
      facts: [register, ...on('2023-05-01'), ...off('2023-06-01', { since: '2023-05-22' })],
      on: '2023-06-15',
      is: { status: 'reverted', since: '2023-05-22' },
    },
    {
      story: 'on again after off is live since the second on',
      facts: [register, ...on('2023-05-01'), ...off('2023-06-01'), ...on('2023-07-01')],
      on: '2023-07-15',
      is: { status: 'live', since: '2023-07-01' },
    },
    {
      story: 'a plan in force is tried before reverted',
      facts: [register, ...on('2022-12-01'), ...off('2023-01-01'), plan()],
      on: '2023-01-15',
      is: { status: 'working-towards' },
    },
    {
      story: 'a letter is tried before reverted',
      facts: [
        register,
        ...on('2023-05-01'),
        letter({ sentOn: '2023-05-20' }),
        ...off('2023-06-01'),
      ],
      on: '2023-06-15',
      is: { status: 'paused-by-letter' },
    },
    {
      story: 'reverted is tried before incomplete',
      facts: [register, ...on('2023-05-01'), ...off('2023-06-01'), dpia({ asAt: '2023-08-01' })],
      on: '2023-08-15',
      is: { status: 'reverted' },
    },
  ]);
});

describe('the practice’s own word without supplier proof', () => {
  tell([
    {
      story: 'its own word that it is live is incomplete towards live, and signalled',
      facts: [register, declared({ asAt: '2023-05-01' })],
      on: '2023-06-01',
      is: { status: 'incomplete', towards: 'live', has: ['declared-live'] },
    },
    {
      story: 'its own word that it is live beside an extract that shows off stays incomplete',
      facts: [register, ...off('2023-05-01'), declared({ asAt: '2023-05-10' })],
      on: '2023-06-01',
      is: { status: 'incomplete', towards: 'live', has: ['declared-live'] },
    },
    {
      story: 'a live practice whose word is live has nothing to signal',
      facts: [register, ...on('2023-05-01'), declared({ asAt: '2023-05-10' })],
      on: '2023-06-01',
      is: { status: 'live', lacks: ['declared-live'] },
    },
    {
      story: 'a paused practice whose word is live is still paused, and signalled',
      facts: [register, ...off('2022-10-15'), letter(), declared({ asAt: '2023-05-10' })],
      on: '2023-06-01',
      is: { status: 'paused-by-letter', has: ['declared-live'] },
    },
    {
      story: 'only its latest word counts',
      facts: [
        register,
        declared({ asAt: '2023-05-01' }),
        declared({ status: 'not-started', asAt: '2023-05-20' }),
      ],
      on: '2023-06-01',
      is: { lacks: ['declared-live'] },
    },
    {
      story: 'said live, then not started, then live again: the latest word is live',
      facts: [
        register,
        declared({ asAt: '2023-05-01' }),
        declared({ status: 'not-started', asAt: '2023-05-10' }),
        declared({ asAt: '2023-05-20' }),
      ],
      on: '2023-06-01',
      is: { status: 'incomplete', towards: 'live', has: ['declared-live'] },
    },
    {
      story:
        'of the same day the practice’s own word wins over the ICB’s tracker, though it came first',
      facts: [
        register,
        declared({ status: 'not-started', asAt: '2023-05-01' }),
        declared({
          asAt: '2023-05-01',
          receivedAt: '2023-05-03T09:00:00Z',
          sender: { role: 'icb', org: 'QHM' },
          onBehalfOf: 'A81001',
        }),
      ],
      on: '2023-06-01',
      is: { lacks: ['declared-live'] },
    },
    {
      story: 'its word by way of the ICB is flagged so',
      facts: [
        register,
        declared({
          asAt: '2023-05-01',
          sender: { role: 'icb', org: 'QHM' },
          onBehalfOf: 'A81001',
        }),
      ],
      on: '2023-06-01',
      is: { status: 'incomplete', towards: 'live', has: ['via-icb'], lacks: ['via-pcn'] },
    },
    {
      story: 'its word by way of its PCN is flagged as that',
      facts: [
        register,
        declared({
          asAt: '2023-05-01',
          sender: { role: 'pcn', org: 'U12345' },
          onBehalfOf: 'A81001',
        }),
      ],
      on: '2023-06-01',
      is: { status: 'incomplete', towards: 'live', has: ['via-pcn'], lacks: ['via-icb'] },
    },
    {
      story: 'of the same day the practice’s own word wins over its PCN’s, though it came first',
      facts: [
        register,
        declared({ status: 'not-started', asAt: '2023-05-01' }),
        declared({
          asAt: '2023-05-01',
          receivedAt: '2023-05-03T09:00:00Z',
          sender: { role: 'pcn', org: 'U12345' },
          onBehalfOf: 'A81001',
        }),
      ],
      on: '2023-06-01',
      is: { lacks: ['declared-live', 'via-pcn'] },
    },
  ]);
});
