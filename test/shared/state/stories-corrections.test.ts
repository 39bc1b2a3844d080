import { describe } from 'vitest';
import type { Fact } from '../../../shared/evidence/fact.ts';
import {
  declared,
  dpiaSaying,
  exemption,
  extract,
  letter,
  listing,
  listSize,
  membership,
  optInSteps,
  plan,
  retractionOf,
} from '../builders.ts';
import { tell } from './story.ts';

const register = listing();
const asAt = '2023-05-01';
/** What an upload received on a day of May says as at 1 May. */
const on2May = { asAt, receivedAt: '2023-05-02T09:00:00Z', uploadId: 'of-2-may' };
const on8May = { asAt, receivedAt: '2023-05-08T09:00:00Z', uploadId: 'of-8-may' };
const on15May = { asAt, receivedAt: '2023-05-15T09:00:00Z', uploadId: 'of-15-may' };
const viaIcb = { sender: { role: 'icb', org: 'QHM' }, relayed: true } as const;
const on = (said: object) => extract({ on: true, ...said });
const off = (said: object) => extract({ on: false, ...said });
/** Withdraws an upload whole, by its sender's own word. */
const withdrawn = (facts: readonly Fact[], receivedAt = '2023-05-20T09:00:00Z') =>
  facts.map((of) => retractionOf(of, { upload: of.source.uploadId, receivedAt }));

describe('an extract of the same date sent again by its sender: the newer word wins', () => {
  tell([
    {
      story: 'corrected from on to off: it never was live',
      facts: [register, ...on(on2May), ...off(on8May)],
      on: '2023-06-01',
      is: { status: 'no-evidence', signals: [] },
    },
    {
      story: 'corrected from off to on: live since the date of the extract',
      facts: [register, ...off(on2May), ...on(on8May)],
      on: '2023-06-01',
      is: { status: 'live', since: asAt },
    },
    {
      story: 'as known before the correction the old word counts',
      facts: [register, ...on(on2May), ...off(on8May)],
      on: '2023-06-01',
      knownAt: '2023-05-08T08:59:59Z',
      is: { status: 'live' },
    },
    {
      story: 'on, then off, then on again: the third word counts',
      facts: [register, ...on(on2May), ...off(on8May), ...on(on15May)],
      on: '2023-06-01',
      is: { status: 'live' },
    },
    {
      story: 'of three words the second counts until the third is received',
      facts: [register, ...on(on2May), ...off(on8May), ...on(on15May)],
      on: '2023-06-01',
      knownAt: '2023-05-14T00:00:00Z',
      is: { status: 'no-evidence' },
    },
    {
      story: 'three corrections of one date: the last one counts',
      facts: [
        register,
        ...off(on2May),
        ...on(on8May),
        ...off(on15May),
        ...on({ ...on15May, receivedAt: '2023-05-16T09:00:00Z', uploadId: 'of-16-may' }),
      ],
      on: '2023-06-01',
      is: { status: 'live' },
    },
    {
      story: 'a correction that was loaded before the file it corrects counts all the same',
      facts: [register, ...off(on8May), ...on(on2May)],
      on: '2023-06-01',
      is: { status: 'no-evidence' },
    },
    {
      story: 'a correction of an older extract leaves a newer one alone',
      facts: [
        register,
        ...on(on2May),
        ...on({ asAt: '2023-06-01' }),
        ...off({ ...on8May, receivedAt: '2023-06-08T09:00:00Z' }),
      ],
      on: '2023-06-15',
      is: { status: 'live', since: '2023-06-01' },
    },
    {
      story: 'the correction withdrawn whole: the old word counts again',
      facts: [register, ...on(on2May), ...off(on8May), ...withdrawn(off(on8May))],
      on: '2023-06-01',
      is: { status: 'live' },
    },
    {
      story: 'the corrected file withdrawn whole: the correction stands',
      facts: [register, ...on(on2May), ...off(on8May), ...withdrawn(on(on2May))],
      on: '2023-06-01',
      is: { status: 'no-evidence' },
    },
    {
      story: 'on, off, on again, and the third withdrawn: the second word counts',
      facts: [register, ...on(on2May), ...off(on8May), ...on(on15May), ...withdrawn(on(on15May))],
      on: '2023-06-01',
      is: { status: 'no-evidence' },
    },
    {
      story: 'a corrected day of effect: live only since the later day',
      facts: [
        register,
        ...on({ ...on2May, since: '2023-04-10' }),
        ...on({ ...on8May, since: '2023-04-24' }),
      ],
      on: '2023-04-15',
      knownAt: '2023-06-01T00:00:00Z',
      is: { status: 'no-evidence' },
    },
    {
      story: 'a newer row without the day of effect says nothing of it: the old day stays',
      facts: [register, ...on({ ...on2May, since: '2023-04-10' }), ...on(on8May)],
      on: '2023-06-01',
      is: { status: 'live', since: '2023-04-10' },
    },
  ]);
});

describe('what is still a conflict', () => {
  tell([
    {
      story: 'the supplier’s own extract and one of the same date that an ICB passed on later',
      facts: [register, ...on(on2May), ...off({ ...on8May, ...viaIcb })],
      on: '2023-06-01',
      is: { status: 'conflict' },
    },
    {
      story: 'the ICB’s correction of what it passed on ends the conflict',
      facts: [
        register,
        ...on(on2May),
        ...off({ ...on8May, ...viaIcb }),
        ...on({ ...on15May, ...viaIcb }),
      ],
      on: '2023-06-01',
      is: { status: 'live' },
    },
    {
      story: 'two rows of one upload',
      facts: [register, ...on(on8May), ...off(on8May)],
      on: '2023-06-01',
      is: { status: 'conflict' },
    },
    {
      story: 'two rows of one upload, until one of them is sent again alone',
      facts: [register, ...on(on8May), ...off(on8May), ...on(on15May)],
      on: '2023-06-01',
      is: { status: 'live' },
    },
    {
      story: 'two uploads of one moment, since neither is the later',
      facts: [register, ...on(on8May), ...off({ ...on8May, uploadId: 'another' })],
      on: '2023-06-01',
      is: { status: 'conflict' },
    },
    {
      story: 'one sender that names two suppliers for one date',
      facts: [register, ...on(on2May), ...off({ ...on8May, supplier: 'TPP' })],
      on: '2023-06-01',
      is: { status: 'conflict' },
    },
  ]);
});

describe('bookings and counts of a row that is sent again', () => {
  const patients = listSize({ patients: 8000 });
  const july = { scheduledOn: '2023-07-10' };
  tell([
    {
      story: 'a blank in the newer row cancels the booking',
      facts: [register, ...off({ ...on2May, ...july }), ...off(on8May)],
      on: '2023-06-01',
      is: { status: 'no-evidence', signals: [] },
    },
    {
      story: 'as known before, the booking stood',
      facts: [register, ...off({ ...on2May, ...july }), ...off(on8May)],
      on: '2023-06-01',
      knownAt: '2023-05-07T00:00:00Z',
      is: { status: 'scheduled' },
    },
    {
      story: 'another date in the newer row takes its place',
      facts: [
        register,
        ...off({ ...on2May, ...july }),
        ...off({ ...on8May, scheduledOn: '2023-05-29' }),
      ],
      on: '2023-06-01',
      is: { status: 'scheduled', signals: ['overdue'] },
    },
    {
      story: 'booked, cancelled and booked again: scheduled',
      facts: [
        register,
        ...off({ ...on2May, ...july }),
        ...off(on8May),
        ...off({ ...on15May, ...july }),
      ],
      on: '2023-06-01',
      is: { status: 'scheduled', since: asAt },
    },
    {
      story: 'the setting corrected and the booking repeated: the booking stands',
      facts: [register, ...on({ ...on2May, ...july }), ...off({ ...on8May, ...july })],
      on: '2023-06-01',
      is: { status: 'scheduled' },
    },
    {
      story: 'a row that cancels, withdrawn whole: the booking counts again',
      facts: [register, ...off({ ...on2May, ...july }), ...off(on8May), ...withdrawn(off(on8May))],
      on: '2023-06-01',
      is: { status: 'scheduled' },
    },
    {
      story: 'a row that repeats the booking, withdrawn whole: what the first said stays',
      facts: [
        register,
        ...off({ ...on2May, ...july }),
        ...on({ ...on8May, ...july }),
        ...withdrawn(on({ ...on8May, ...july })),
      ],
      on: '2023-06-01',
      is: { status: 'scheduled' },
    },
    {
      story: 'a row of another sender cancels nothing',
      facts: [register, ...off({ ...on2May, ...july }), ...off({ ...on8May, ...viaIcb })],
      on: '2023-06-01',
      is: { status: 'scheduled' },
    },
    {
      story: 'corrected counts: no longer over the threshold',
      facts: [
        register,
        patients,
        ...on({ ...on2May, patients104: 7000 }),
        ...on({ ...on8May, patients104: 70 }),
      ],
      on: '2023-06-01',
      is: { status: 'live', lacks: ['restricted'] },
    },
    {
      story: 'counts left out of the newer row stay as they were',
      facts: [register, patients, ...on({ ...on2May, patients104: 7000 }), ...on(on8May)],
      on: '2023-06-01',
      is: { status: 'live', has: ['restricted'] },
    },
    {
      story: 'one count left out of the newer row stays as it was',
      facts: [
        register,
        patients,
        ...on({ ...on2May, patients104: 7000, onlineAccounts: 900 }),
        ...on({ ...on8May, onlineAccounts: 950 }),
      ],
      on: '2023-06-01',
      is: { status: 'live', has: ['restricted'] },
    },
    {
      story: 'what an extract of another date left out is not filled from it',
      facts: [
        register,
        patients,
        ...on({ ...on2May, patients104: 7000, onlineAccounts: 900 }),
        ...on({ asAt: '2023-05-20', onlineAccounts: 950 }),
      ],
      on: '2023-06-01',
      is: { status: 'live', lacks: ['restricted'] },
    },
  ]);
});

describe('corrections by everybody else', () => {
  const national = { sender: { role: 'national' } } as const;
  tell([
    {
      story: 'a register file sent again takes back a wrong close date',
      facts: [listing({ ...on2May, closedOn: '2023-05-01' }), listing(on8May), ...on(on2May)],
      on: '2023-06-01',
      is: { status: 'live' },
    },
    {
      story: 'a later register file still never reopens a practice',
      facts: [
        listing({ ...on2May, closedOn: '2023-05-01' }),
        listing({ ...on8May, asAt: '2023-05-08' }),
        ...on(on2May),
      ],
      on: '2023-06-01',
      is: { status: 'out-of-scope' },
    },
    {
      story: 'a practice map sent again corrects the supplier',
      facts: [
        register,
        membership({ ...on2May, supplier: 'TPP' }),
        membership({ ...on8May, supplier: 'EMIS' }),
        ...on({ asAt: '2023-04-20' }),
      ],
      on: '2023-06-01',
      is: { status: 'live', signals: [] },
    },
    {
      story: 'a map without suppliers takes none away',
      facts: [
        register,
        membership({ ...on2May, supplier: 'EMIS' }),
        membership({ ...on8May, supplier: null }),
        ...on(on2May),
      ],
      on: '2023-06-01',
      is: { status: 'live', lacks: ['supplier-not-known'] },
    },
    {
      story: 'a list size sent again is measured with',
      facts: [
        register,
        listSize({ ...on2May, patients: 8000 }),
        listSize({ ...on8May, patients: 80_000 }),
        ...on({ ...on2May, patients104: 7000 }),
      ],
      on: '2023-06-01',
      is: { status: 'live', lacks: ['restricted'] },
    },
    {
      story: 'an exemption’s end corrected, and corrected back',
      facts: [
        register,
        exemption({ ...on2May, effectiveOn: asAt, endsOn: '2023-12-31' }),
        exemption({ ...on8May, effectiveOn: asAt, endsOn: '2023-05-10' }),
        exemption({ ...on15May, effectiveOn: asAt, endsOn: '2023-12-31' }),
      ],
      on: '2023-06-01',
      is: { status: 'no-evidence', signals: ['exempt'] },
    },
    {
      story: 'a practice that says live, paused and live again as at one day is heard to say live',
      facts: [
        register,
        declared({ ...on2May, status: 'live' }),
        declared({ ...on8May, status: 'paused' }),
        declared({ ...on15May, status: 'live' }),
      ],
      on: '2023-06-01',
      is: { status: 'incomplete', towards: 'live', has: ['declared-live'] },
    },
    {
      story: 'the outcome of a DPIA corrected; what the newer return leaves empty stays',
      facts: [
        register,
        ...off({ asAt: '2023-08-20' }),
        ...optInSteps(),
        dpiaSaying({ ...on2May, completedOn: '2023-04-01', signed: true, outcome: 'automatic' }),
        dpiaSaying({ ...on8May, outcome: 'opt-in' }),
      ],
      on: '2023-09-01',
      is: { status: 'opt-in' },
    },
    {
      story: 'the outcome corrected back: the third word counts',
      facts: [
        register,
        ...off({ asAt: '2023-08-20' }),
        ...optInSteps(),
        dpiaSaying({ ...on2May, completedOn: '2023-04-01', signed: true, outcome: 'opt-in' }),
        dpiaSaying({ ...on8May, outcome: 'automatic' }),
        dpiaSaying({ ...on15May, completedOn: '2023-04-01', signed: true, outcome: 'opt-in' }),
      ],
      on: '2023-09-01',
      is: { status: 'opt-in' },
    },
    {
      story: 'two letters of one day’s returns are two letters, and neither corrects the other',
      facts: [
        register,
        letter({ ...on2May, sentOn: '2023-04-03', document: null }),
        letter({ ...on8May, sentOn: '2023-04-20', document: null }),
      ],
      on: '2023-06-01',
      is: { status: 'paused-by-letter', since: '2023-04-03' },
    },
    {
      story: 'an ICB that corrects its tracker does not outdo the practice’s own word',
      facts: [
        register,
        declared({ ...on2May, status: 'not-started' }),
        declared({ ...on8May, status: 'paused', sender: { role: 'icb' }, onBehalfOf: 'A81001' }),
        declared({ ...on15May, status: 'live', sender: { role: 'icb' }, onBehalfOf: 'A81001' }),
      ],
      on: '2023-06-01',
      is: { status: 'no-evidence', lacks: ['declared-live'] },
    },
    {
      story: 'NHS England is another sender than the ICB: its word on an exemption stands beside',
      facts: [
        register,
        exemption({ ...on2May, effectiveOn: asAt, level: 'national', ...national }),
        exemption({ ...on8May, effectiveOn: asAt, endsOn: '2023-05-10' }),
      ],
      on: '2023-06-01',
      is: { status: 'no-evidence', signals: ['exempt-nationally'] },
    },
    {
      story: 'a plan’s target date corrected: not lapsed',
      facts: [
        register,
        plan({ ...on2May, targetOn: '2023-05-20', document: null }),
        plan({ ...on8May, targetOn: '2023-09-20', document: null }),
      ],
      on: '2023-06-01',
      is: { status: 'working-towards', lacks: ['plan-lapsed'] },
    },
  ]);
});
