import { describe } from 'vitest';
import {
  bulk104,
  dpia,
  dpiaSaying,
  extract,
  letter,
  listing,
  listSize,
  optInStep,
  optInSteps,
  retractionOf,
  viaIcb,
} from '../builders.ts';
import { type Story, tell } from './story.ts';

const register = listing();
const off = extract({ asAt: '2023-07-01' });
const optedIn = [register, ...off, dpia(), ...optInSteps()];
const on = '2023-09-01';

const lacking = (what: string, facts: Story['facts']): Story => ({
  story: `opt-in without ${what} is incomplete towards opt-in`,
  facts,
  on,
  is: { status: 'incomplete', clause: 'incomplete', towards: 'opt-in' },
});
const stepsBut = (left: string) =>
  optInSteps().filter((fact) => fact.kind === 'opt-in-step' && fact.values.step !== left);

describe('opt-in: complete, with an extract that shows the default off', () => {
  tell([
    {
      story: 'a signed, dated DPIA, the three steps and the default off are an opt-in',
      facts: optedIn,
      on,
      is: { status: 'opt-in', clause: 'opt-in', since: '2023-08-15', towards: null },
    },
    {
      story: 'the same on TPP with an extract after the opt-in that shows the box off',
      facts: [
        register,
        dpia(),
        ...optInSteps(),
        ...extract({ supplier: 'TPP', asAt: '2023-08-20' }),
      ],
      on,
      is: { status: 'opt-in', since: '2023-08-20' },
    },
    lacking('a signature', [register, ...off, dpia({ signed: null }), ...optInSteps()]),
    lacking('a date on the DPIA', [
      register,
      ...off,
      dpia({ completedOn: null, asAt: '2023-08-01' }),
      ...optInSteps(),
    ]),
    lacking('a stated outcome', [register, ...off, dpia({ outcome: null }), ...optInSteps()]),
    lacking('a DPIA', [register, ...off, ...optInSteps()]),
    lacking('the advertisement', [register, ...off, dpia(), ...stepsBut('advertised')]),
    lacking('the website', [register, ...off, dpia(), ...stepsBut('website-updated')]),
    lacking('the ICB told', [register, ...off, dpia(), ...stepsBut('icb-told')]),
    lacking('an extract that shows the default off', [register, dpia(), ...optInSteps()]),
    {
      story: 'a DPIA with outcome automatic makes no opt-in',
      facts: [register, ...off, dpia({ outcome: 'automatic' }), ...optInSteps()],
      on,
      is: { isNot: 'opt-in' },
    },
    {
      story: 'before the last step was taken the opt-in was incomplete',
      facts: optedIn,
      on: '2023-08-14',
      knownAt: '2023-10-01T00:00:00Z',
      is: { status: 'incomplete', towards: 'opt-in' },
    },
    {
      story: 'a complete opt-in comes before a letter',
      facts: [...optedIn, letter()],
      on,
      is: { status: 'opt-in' },
    },
    {
      story: 'an opt-in with a step retracted is incomplete',
      facts: [...optedIn, retractionOf(optInStep(), { receivedAt: '2023-08-25T09:00:00Z' })],
      on,
      is: { status: 'incomplete', towards: 'opt-in' },
    },
    {
      story: 'a practice that went live again after an opt-in on EMIS is live',
      facts: [...optedIn, ...extract({ on: true, asAt: '2023-08-25' })],
      on,
      is: { status: 'live' },
    },
  ]);
});

describe('DPIAs are folded field by field', () => {
  tell([
    {
      story: 'the signature may come in one return and the outcome in another',
      facts: [
        register,
        ...off,
        dpiaSaying({ completedOn: '2023-08-01', signed: true }),
        dpiaSaying({ outcome: 'opt-in', asAt: '2023-08-10' }),
        ...optInSteps(),
      ],
      on,
      is: { status: 'opt-in' },
    },
    {
      story: 'an empty cell in a later return withdraws nothing',
      facts: [...optedIn, dpiaSaying({ asAt: '2023-08-25', reviewOn: '2024-08-01' })],
      on,
      is: { status: 'opt-in' },
    },
    {
      story: 'the outcome said last wins',
      facts: [...optedIn, dpiaSaying({ asAt: '2023-08-25', outcome: 'automatic' })],
      on,
      is: { isNot: 'opt-in' },
    },
    {
      story:
        'of the same day the practice’s own word wins over the ICB’s tracker, though it came first',
      facts: [
        ...optedIn,
        dpiaSaying({
          ...viaIcb,
          outcome: 'automatic',
          asAt: '2023-08-01',
          receivedAt: '2023-08-05T09:00:00Z',
        }),
      ],
      on,
      is: { status: 'opt-in' },
    },
    {
      story: 'an opt-in that rests on the ICB’s tracker is flagged',
      facts: [register, ...off, dpia(viaIcb), ...optInSteps(viaIcb)],
      on,
      is: { status: 'opt-in', has: ['via-icb'] },
    },
  ]);
});

describe('opt-in where EMIS has gone live or has booked', () => {
  const patients = listSize({ patients: 8000, asAt: '2023-07-01' });
  const wholly = [register, patients, dpia(), ...optInSteps(), bulk104({ doneOn: '2023-08-20' })];
  const shown = (over: object) =>
    extract({ on: true, asAt: '2023-08-25', patients104: 4001, ...over });
  tell([
    {
      story:
        'a complete opt-in, an extract after bulk 104 and most patients coded 104 are an opt-in',
      facts: [...wholly, ...shown({})],
      on,
      is: { status: 'opt-in', clause: 'opt-in-after-go-live', since: '2023-08-25' },
    },
    {
      story: 'an extract of the bulk 104 date itself is enough',
      facts: [...wholly, ...shown({ asAt: '2023-08-20' })],
      on,
      is: { status: 'opt-in', clause: 'opt-in-after-go-live' },
    },
    {
      story: 'an extract from before bulk 104 leaves it live',
      facts: [...wholly, ...shown({ asAt: '2023-08-19' })],
      on,
      is: { status: 'live' },
    },
    {
      story: 'a 104 share of exactly half leaves it live',
      facts: [...wholly, ...shown({ patients104: 4000 })],
      on,
      is: { status: 'live' },
    },
    {
      story: 'without bulk 104 it stays live however many are coded 104',
      facts: [register, patients, dpia(), ...optInSteps(), ...shown({})],
      on,
      is: { status: 'live', has: ['restricted'] },
    },
    {
      story: 'an incomplete opt-in stays live and restricted',
      facts: [register, patients, dpia(), bulk104({ doneOn: '2023-08-20' }), ...shown({})],
      on,
      is: { status: 'live', has: ['restricted'] },
    },
    {
      story: 'the same with a switch-on booked is an opt-in, not scheduled',
      facts: [...wholly, ...shown({ on: false, scheduledOn: '2023-10-10' })],
      on,
      is: { status: 'opt-in' },
    },
    {
      story: 'on TPP bulk 104 does not settle it: the box still on is a conflict',
      facts: [...wholly, ...shown({ supplier: 'TPP' })],
      on,
      is: { status: 'conflict' },
    },
  ]);
});
