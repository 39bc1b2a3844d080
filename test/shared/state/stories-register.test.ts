import { describe } from 'vitest';
import { booked, extract, letter, listing, membership, succession } from '../builders.ts';
import { tell } from './story.ts';

const live = extract({ on: true, asAt: '2023-05-01' });
const closed = (closedOn: string | null, asAt: string) =>
  listing({ status: 'closed', closedOn, asAt });

describe('out-of-scope: not an open GP practice in England on that day', () => {
  tell([
    {
      story: 'a Welsh practice is out of scope',
      facts: [listing({ code: 'W91001', country: 'wales' })],
      on: '2023-06-01',
      is: { status: 'out-of-scope', clause: 'out-of-scope', towards: null },
    },
    {
      story: 'a practice on Jersey is out of scope',
      facts: [listing({ code: 'JER001', country: 'other' })],
      on: '2023-06-01',
      is: { status: 'out-of-scope' },
    },
    {
      story: 'a walk-in centre is out of scope, whatever its supplier shows',
      facts: [listing({ gpPractice: false }), ...live],
      on: '2023-06-01',
      is: { status: 'out-of-scope' },
    },
    {
      story: 'a dormant practice is out of scope',
      facts: [listing({ status: 'dormant' }), ...live],
      on: '2023-06-01',
      is: { status: 'out-of-scope' },
    },
    {
      story: 'a proposed practice is out of scope',
      facts: [listing({ status: 'proposed' })],
      on: '2023-06-01',
      is: { status: 'out-of-scope' },
    },
    {
      story: 'a practice proposed for a day that has come since is in scope',
      facts: [listing({ status: 'proposed', asAt: '2023-01-31', openedOn: '2023-04-01' })],
      on: '2023-06-01',
      is: { status: 'no-evidence' },
    },
    {
      story: 'a practice proposed for a day to come is out of scope',
      facts: [listing({ status: 'proposed', asAt: '2023-01-31', openedOn: '2023-07-01' })],
      on: '2023-06-01',
      is: { status: 'out-of-scope' },
    },
    {
      story: 'a closed practice with no close date given is out of scope',
      facts: [closed(null, '2023-05-20'), ...live],
      on: '2023-06-01',
      is: { status: 'out-of-scope' },
    },
    {
      story: 'on the day before it opens a practice is out of scope',
      facts: [listing({ openedOn: '2023-09-01' })],
      on: '2023-08-31',
      is: { status: 'out-of-scope' },
    },
    {
      story: 'on the day it opens a practice is in scope',
      facts: [listing({ openedOn: '2023-09-01' })],
      on: '2023-09-01',
      is: { status: 'no-evidence' },
    },
    {
      story: 'an open English GP practice of which nothing else is known has no evidence',
      facts: [listing()],
      on: '2023-06-01',
      is: { status: 'no-evidence', clause: 'no-evidence', signals: [], towards: null },
    },
  ]);
});

describe('open and close dates always apply', () => {
  tell([
    {
      story: 'a practice is in scope on its close date',
      facts: [listing({ closedOn: '2023-06-30' }), ...live],
      on: '2023-06-30',
      is: { status: 'live' },
    },
    {
      story: 'a practice is out of scope from the day after its close date',
      facts: [listing({ closedOn: '2023-06-30' }), ...live],
      on: '2023-07-01',
      is: { status: 'out-of-scope', since: '2023-07-01' },
    },
    {
      story: 'a practice that a later file shows closed was open until its close date',
      facts: [closed('2023-06-30', '2023-08-01'), ...live],
      on: '2023-06-15',
      knownAt: '2023-09-01T00:00:00Z',
      is: { status: 'live', has: ['register-later-than-day'] },
    },
    {
      story: 'a close date learnt late counts back to that date',
      facts: [listing(), closed('2023-06-30', '2023-12-01'), ...live],
      on: '2023-08-01',
      knownAt: '2023-12-02T00:00:00Z',
      is: { status: 'out-of-scope' },
    },
    {
      story: 'before a late close date was known the practice counted as open',
      facts: [listing(), closed('2023-06-30', '2023-12-01'), ...live],
      on: '2023-08-01',
      is: { status: 'live' },
    },
    {
      story: 'a later file never reopens a closed practice',
      facts: [closed('2023-06-30', '2023-07-05'), listing({ asAt: '2023-10-01' }), ...live],
      on: '2023-10-15',
      is: { status: 'out-of-scope' },
    },
    {
      story: 'a later file never reopens a practice that was closed without a date either',
      facts: [closed(null, '2023-07-05'), listing({ asAt: '2023-10-01' }), ...live],
      on: '2023-10-15',
      is: { status: 'out-of-scope' },
    },
    {
      story: 'the earliest stated close date wins',
      facts: [closed('2023-06-30', '2023-07-05'), closed('2023-09-30', '2023-10-05'), ...live],
      on: '2023-08-01',
      knownAt: '2023-11-01T00:00:00Z',
      is: { status: 'out-of-scope' },
    },
  ]);
});

describe('the listing that holds on the day', () => {
  tell([
    {
      story: 'the latest listing on or before the day wins: dormant once, active again',
      facts: [
        listing({ status: 'dormant', asAt: '2022-06-01' }),
        listing({ asAt: '2023-02-01' }),
        ...live,
      ],
      on: '2023-06-01',
      is: { status: 'live', lacks: ['register-later-than-day', 'not-in-register'] },
    },
    {
      story: 'a listing after the day does not undo the one before it',
      facts: [listing(), listing({ status: 'dormant', asAt: '2023-07-01' }), ...live],
      on: '2023-06-01',
      knownAt: '2023-08-01T00:00:00Z',
      is: { status: 'live', lacks: ['register-later-than-day'] },
    },
    {
      story: 'without a listing on or before the day the earliest after it is used, and flagged',
      facts: [
        listing({ asAt: '2023-07-01' }),
        listing({ status: 'dormant', asAt: '2023-10-01' }),
        ...live,
      ],
      on: '2023-06-01',
      knownAt: '2023-11-01T00:00:00Z',
      is: { status: 'live', has: ['register-later-than-day'] },
    },
    {
      story: 'a practice in no register file is kept in scope, flagged as not in the register',
      facts: live,
      on: '2023-06-01',
      is: { status: 'live', has: ['not-in-register'] },
    },
    {
      story: 'a Welsh code in no register file is out of scope by its form',
      facts: extract({ code: 'W91001', on: true, asAt: '2023-05-01' }),
      on: '2023-06-01',
      is: { status: 'out-of-scope' },
    },
  ]);
});

describe('a successor inherits nothing', () => {
  tell([
    {
      story: 'the practice that another merged into has only its own evidence',
      facts: [
        listing({ code: 'A81002' }),
        succession({ code: 'A81002', direction: 'merged-from', other: 'A81001' }),
      ],
      on: '2023-06-01',
      is: { status: 'no-evidence' },
    },
    {
      story: 'a merger alone does not close the practice that merged',
      facts: [listing(), succession({ asAt: '2023-05-15' }), ...live],
      on: '2023-06-01',
      is: { status: 'live' },
    },
  ]);
});

describe('configurations, bookings, counts and letters count only for the supplier in force', () => {
  const emisLive = extract({ on: true, asAt: '2023-03-01' });
  const nowTpp = membership({ supplier: 'TPP', asAt: '2023-04-01' });
  const tpp = (on: boolean, asAt: string) => extract({ supplier: 'TPP', on, asAt });
  tell([
    {
      story: 'live at the former supplier is incomplete towards live, with the change signalled',
      facts: [listing(), ...emisLive, nowTpp],
      on: '2023-06-01',
      is: {
        status: 'incomplete',
        towards: 'live',
        has: ['supplier-changed'],
        since: '2023-04-01',
      },
    },
    {
      story: 'before the change of supplier it was live',
      facts: [listing(), ...emisLive, nowTpp],
      on: '2023-03-31',
      knownAt: '2023-06-01T00:00:00Z',
      is: { status: 'live', lacks: ['supplier-changed'] },
    },
    {
      story: 'off at the new supplier after live at the former one is never reverted',
      facts: [listing(), ...emisLive, nowTpp, ...tpp(false, '2023-05-01')],
      on: '2023-06-01',
      is: {
        status: 'incomplete',
        towards: 'live',
        has: ['supplier-changed'],
        since: '2023-04-01',
      },
    },
    {
      story: 'on at the new supplier is live, since its own extract',
      facts: [listing(), ...emisLive, nowTpp, ...tpp(true, '2023-05-01')],
      on: '2023-06-01',
      is: { status: 'live', since: '2023-05-01' },
    },
    {
      story: 'an extract later than the list file says which supplier is in force',
      facts: [listing(), nowTpp, ...extract({ on: true, asAt: '2023-05-01' })],
      on: '2023-06-01',
      is: { status: 'live' },
    },
    {
      story: 'a practice never live has no supplier change to signal',
      facts: [listing(), ...extract({ asAt: '2023-03-01' }), nowTpp],
      on: '2023-06-01',
      is: { status: 'no-evidence', lacks: ['supplier-changed'] },
    },
    {
      story: 'a booking at the former supplier schedules nobody',
      facts: [listing(), booked({ asAt: '2023-03-01', on: '2023-07-01' }), nowTpp],
      on: '2023-06-01',
      is: { isNot: 'scheduled' },
    },
    {
      story: 'a letter to the former supplier does not pause at the new one',
      facts: [listing(), ...extract({ asAt: '2022-10-15' }), letter(), nowTpp],
      on: '2023-06-01',
      is: { isNot: 'paused-by-letter' },
    },
    {
      story: 'counts of the former supplier restrict nobody',
      facts: [
        listing(),
        ...extract({ on: true, asAt: '2023-03-01', onlineAccounts: 1000, accountsWithAccess: 10 }),
        nowTpp,
        ...tpp(true, '2023-05-01'),
      ],
      on: '2023-06-01',
      is: { status: 'live', lacks: ['restricted'] },
    },
  ]);
});
