import { describe } from 'vitest';
import {
  bulk104,
  extract,
  LETTER_SEEN,
  letter,
  listing,
  membership,
  plan,
  retractionOf,
  review,
  viaIcb,
} from '../builders.ts';
import { tell } from './story.ts';

const register = listing();
const emis = extract({ asAt: '2022-10-15' });
const tpp = extract({ supplier: 'TPP', asAt: '2022-10-15' });
const vision = extract({ supplier: 'Vision', asAt: '2022-10-15' });
const golden = [register, ...emis, letter({ sentOn: '2022-10-31' })];

describe('the golden story: one letter, three rule vintages, three states', () => {
  tell([
    {
      story: 'under the rules of 31 October 2022 the letter pauses',
      facts: golden,
      on: '2022-11-15',
      rulesAt: '2022-10-31',
      is: { status: 'paused-by-letter', clause: 'paused-by-letter', since: '2022-10-31' },
    },
    {
      story: 'under the rules of 1 November 2022 the practice is scheduled',
      facts: golden,
      on: '2022-11-15',
      rulesAt: '2022-11-01',
      is: { status: 'scheduled', clause: 'scheduled', since: '2022-11-01', signals: [] },
    },
    {
      story: 'under the rules of 29 November 2022 the letter pauses until further notice',
      facts: golden,
      on: '2022-11-15',
      rulesAt: '2022-11-29',
      is: { status: 'paused-by-letter', clause: 'paused-by-letter' },
    },
    {
      story: 'under the rules of 1 November only bulk 104 coding holds it',
      facts: [...golden, bulk104({ doneOn: '2022-11-10' })],
      on: '2022-11-15',
      rulesAt: '2022-11-01',
      is: { status: 'scheduled', has: ['held-by-104'] },
    },
    {
      story: 'as known before the letter came in there is no letter',
      facts: golden,
      on: '2022-10-31',
      knownAt: '2022-10-31T08:59:59Z',
      is: { status: 'no-evidence' },
    },
    {
      story: 'a supplier named only years later does not undo a letter to another, and is flagged',
      facts: [
        register,
        membership({ supplier: 'TPP', asAt: '2026-08-01' }),
        letter({ to: 'EMIS', sentOn: '2022-10-31', receivedAt: '2022-11-01T09:00:00Z' }),
      ],
      on: '2022-11-15',
      rulesAt: '2022-11-29',
      knownAt: '2026-09-01T00:00:00Z',
      is: { status: 'paused-by-letter', has: ['register-later-than-day'] },
    },
    {
      story: 'a letter pauses from the day it was sent, not the day before',
      facts: golden,
      on: '2022-10-30',
      knownAt: '2022-11-30T00:00:00Z',
      is: { status: 'no-evidence' },
    },
  ]);
});

describe('the rules of 1 November 2022', () => {
  const overdueOn = { on: '2022-12-05', rulesAt: '2022-11-01' };
  const sent = (sentOn: string, sentTime: string | null) => [
    register,
    ...emis,
    letter({ sentOn, sentTime }),
  ];
  tell([
    {
      story: 'a letter at 17:00 on 4 November is in time for 30 November, so overdue after it',
      facts: sent('2022-11-04', '17:00'),
      ...overdueOn,
      is: { status: 'scheduled', has: ['overdue'], lacks: ['letter-time-not-given'] },
    },
    {
      story: 'a letter at 17:01 on 4 November is late and gets the open-ended phased switch-on',
      facts: sent('2022-11-04', '17:01'),
      ...overdueOn,
      is: { status: 'scheduled', lacks: ['overdue'] },
    },
    {
      story: 'a letter of 5 November is late',
      facts: sent('2022-11-05', '09:00'),
      ...overdueOn,
      is: { status: 'scheduled', lacks: ['overdue'] },
    },
    {
      story: 'a letter of 4 November without a time counts as in time, flagged',
      facts: sent('2022-11-04', null),
      ...overdueOn,
      is: { status: 'scheduled', has: ['overdue', 'letter-time-not-given'] },
    },
    {
      story: 'on 30 November itself the switch-on is still to come',
      facts: golden,
      on: '2022-11-30',
      rulesAt: '2022-11-01',
      is: { status: 'scheduled', lacks: ['overdue'] },
    },
    {
      story: 'an EMIS practice without a letter gets the phased switch-on',
      facts: [register, ...emis],
      on: '2022-11-15',
      rulesAt: '2022-11-01',
      is: { status: 'scheduled' },
    },
    {
      story: 'a TPP practice without a letter gets the phased switch-on',
      facts: [register, ...tpp],
      on: '2022-11-15',
      rulesAt: '2022-11-01',
      is: { status: 'scheduled' },
    },
    {
      story: 'the phased switch-on does not reach back before 1 November',
      facts: [register, ...emis],
      on: '2022-10-31',
      rulesAt: '2022-11-01',
      is: { status: 'no-evidence' },
    },
    {
      story: 'national dates do not bind a Vision practice',
      facts: [register, ...vision],
      on: '2022-11-15',
      rulesAt: '2022-11-01',
      is: { status: 'no-evidence' },
    },
    {
      story: 'a Vision practice’s letter pauses, for no national date binds it',
      facts: [register, ...vision, letter({ to: 'Vision' })],
      on: '2022-11-15',
      rulesAt: '2022-11-01',
      is: { status: 'paused-by-letter' },
    },
    {
      story: 'a practice whose supplier is not known and that sent no letter is not scheduled',
      facts: [register],
      on: '2022-11-15',
      rulesAt: '2022-11-01',
      is: { status: 'no-evidence' },
    },
    {
      story: 'a plan does not undo the switch-on date: scheduled is tried first',
      facts: [...golden, plan({ agreedOn: '2022-11-02' })],
      on: '2022-11-03',
      is: { status: 'scheduled' },
    },
    {
      story: 'before the first policy entry no policy date applies',
      facts: [register, ...extract({ asAt: '2018-01-01' })],
      on: '2018-01-15',
      knownAt: '2022-12-01T00:00:00Z',
      is: { status: 'no-evidence', has: ['register-later-than-day'] },
    },
  ]);
});

describe('from 29 November 2022', () => {
  tell([
    {
      story: 'lateness is irrelevant: a letter of 10 November pauses',
      facts: [register, ...emis, letter({ sentOn: '2022-11-10' })],
      on: '2022-11-15',
      rulesAt: '2022-11-29',
      is: { status: 'paused-by-letter' },
    },
    {
      story: 'a practice without a letter is no longer scheduled by policy',
      facts: [register, ...emis],
      on: '2022-11-15',
      rulesAt: '2022-11-29',
      is: { status: 'no-evidence' },
    },
    {
      story: 'the withdrawn date of 30 November makes nobody overdue',
      facts: golden,
      on: '2022-12-05',
      is: { status: 'paused-by-letter', lacks: ['overdue', 'booking-missed'] },
    },
    {
      story: 'a contract deadline to come makes nobody scheduled',
      facts: [register, ...emis],
      on: '2023-06-01',
      is: { status: 'no-evidence', lacks: ['overdue'] },
    },
  ]);
});

describe('paused by letter: to its supplier, sent and not withdrawn', () => {
  const on = '2023-01-15';
  tell([
    {
      story: 'a letter to EMIS does not pause a TPP practice',
      facts: [register, ...tpp, letter({ to: 'EMIS' })],
      on,
      is: { isNot: 'paused-by-letter' },
    },
    {
      story: 'a letter that names no supplier is to the one in force',
      facts: [register, ...tpp, letter({ to: null })],
      on,
      is: { status: 'paused-by-letter' },
    },
    {
      story: 'where no file says who supplies the practice its letter counts, flagged',
      facts: [register, letter({ to: 'TPP' })],
      on,
      is: { status: 'paused-by-letter', has: ['supplier-not-known'] },
    },
    {
      story: 'a supplier known from a later list file is known',
      facts: [register, membership({ supplier: 'TPP', asAt: '2023-02-01' }), letter({ to: 'TPP' })],
      on,
      knownAt: '2023-03-01T00:00:00Z',
      is: { status: 'paused-by-letter', lacks: ['supplier-not-known'] },
    },
    {
      story: 'a letter without the day it was sent is incomplete towards pause',
      facts: [register, ...emis, letter({ sentOn: null, asAt: '2022-12-01' })],
      on,
      is: { status: 'incomplete', towards: 'pause' },
    },
    {
      story: 'a withdrawn letter does not pause from the day of withdrawal on',
      facts: [...golden, letter({ sentOn: null, withdrawnOn: '2023-01-10', asAt: '2023-01-10' })],
      on: '2023-01-10',
      is: { isNot: 'paused-by-letter' },
    },
    {
      story: 'until the day before its withdrawal the letter pauses',
      facts: [...golden, letter({ sentOn: null, withdrawnOn: '2023-01-10', asAt: '2023-01-10' })],
      on: '2023-01-09',
      knownAt: '2023-02-01T00:00:00Z',
      is: { status: 'paused-by-letter' },
    },
    {
      story: 'a withdrawal said on the letter’s own row counts as well',
      facts: [register, ...emis, letter({ withdrawnOn: '2023-01-10', asAt: '2023-01-12' })],
      on,
      is: { isNot: 'paused-by-letter' },
    },
    {
      story: 'a withdrawal cancels every letter sent up to that day',
      facts: [
        ...golden,
        letter({ sentOn: '2022-12-20' }),
        letter({ sentOn: '2023-01-10' }),
        letter({ sentOn: null, withdrawnOn: '2023-01-10', asAt: '2023-01-10' }),
      ],
      on,
      is: { isNot: 'paused-by-letter' },
    },
    {
      story: 'a letter sent after the withdrawal pauses again',
      facts: [
        ...golden,
        letter({ sentOn: null, withdrawnOn: '2023-01-05', asAt: '2023-01-05' }),
        letter({ sentOn: '2023-01-11' }),
      ],
      on,
      is: { status: 'paused-by-letter', since: '2023-01-11' },
    },
    {
      story:
        'saying the same letter again without the withdrawal withdraws nothing of the withdrawal',
      facts: [
        ...golden,
        letter({ sentOn: null, withdrawnOn: '2023-01-05', asAt: '2023-01-05' }),
        letter({ asAt: '2023-01-12' }),
      ],
      on,
      is: { isNot: 'paused-by-letter' },
    },
    {
      story: 'a retracted letter falls away from the receipt of the retraction on',
      facts: [...golden, retractionOf(letter(), { receivedAt: '2023-01-10T12:00:00Z' })],
      on,
      is: { status: 'no-evidence' },
    },
    {
      story: 'a retraction by the national body counts as well',
      facts: [...golden, retractionOf(letter(), { sender: { role: 'national' } })],
      on,
      is: { status: 'no-evidence' },
    },
    {
      story: 'a retraction by anybody else changes nothing',
      facts: [...golden, retractionOf(letter(), { sender: { role: 'icb', org: 'QHM' } })],
      on,
      is: { status: 'paused-by-letter' },
    },
    {
      story: 'a retracted letter said again at a later date pauses again',
      facts: [...golden, retractionOf(letter()), letter({ asAt: '2022-12-01' })],
      on,
      is: { status: 'paused-by-letter' },
    },
    {
      story: 'as known before the retraction the letter paused',
      facts: [...golden, retractionOf(letter(), { receivedAt: '2023-01-10T12:00:00Z' })],
      on,
      knownAt: '2023-01-10T11:59:59Z',
      is: { status: 'paused-by-letter' },
    },
    {
      story: 'of the same statement twice the earliest receipt counts',
      facts: [
        register,
        ...emis,
        letter({ receivedAt: '2023-01-20T09:00:00Z' }),
        letter({ receivedAt: '2023-01-02T09:00:00Z' }),
      ],
      on,
      knownAt: '2023-01-03T00:00:00Z',
      is: { status: 'paused-by-letter' },
    },
  ]);
});

describe('what stands behind a letter', () => {
  const on = '2023-01-15';
  const returned = letter({ document: null });
  tell([
    {
      story: 'a letter counts unreviewed, flagged so',
      facts: golden,
      on,
      is: { status: 'paused-by-letter', has: ['unreviewed'], lacks: ['no-document-seen'] },
    },
    {
      story: 'a letter that the ICB accepted is not flagged',
      facts: [...golden, review({ of: LETTER_SEEN, asAt: '2022-12-01' })],
      on,
      is: { status: 'paused-by-letter', lacks: ['unreviewed', 'no-document-seen'] },
    },
    {
      story: 'a letter that the ICB judged to be of the wrong practice does not pause',
      facts: [
        ...golden,
        review({ of: LETTER_SEEN, judgement: 'wrong-practice', asAt: '2022-12-01' }),
      ],
      on,
      is: { isNot: 'paused-by-letter', has: ['judged-out'] },
    },
    {
      story: 'a letter on a return with no document behind it is flagged',
      facts: [register, ...emis, returned],
      on,
      is: { status: 'paused-by-letter', has: ['no-document-seen'] },
    },
    {
      story: 'a letter on an ICB’s tracker pauses, flagged as via the ICB',
      facts: [register, ...emis, letter(viaIcb)],
      on,
      is: { status: 'paused-by-letter', has: ['via-icb'] },
    },
    {
      story: 'the practice’s own letter is not via the ICB',
      facts: golden,
      on,
      is: { status: 'paused-by-letter', lacks: ['via-icb'] },
    },
  ]);
});
