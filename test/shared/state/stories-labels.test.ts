import { describe } from 'vitest';
import { dpia, exemption, extract, letter, listing, optInSteps, plan } from '../builders.ts';
import { tell } from './story.ts';

const register = listing();
const off = extract({ asAt: '2023-07-01' });
const optedIn = [register, ...off, dpia(), ...optInSteps()];

describe('after the contract deadline', () => {
  const live = [register, ...extract({ on: true, asAt: '2023-10-01' })];
  tell([
    {
      story: 'on 31 October 2023 nobody is past the contractual date',
      facts: optedIn,
      on: '2023-10-31',
      is: { status: 'opt-in', lacks: ['past-contractual-date', 'contract-position-disputed'] },
    },
    {
      story: 'from 1 November 2023 an opt-in’s contract position is disputed',
      facts: optedIn,
      on: '2023-11-01',
      is: { status: 'opt-in', has: ['contract-position-disputed'] },
    },
    {
      story:
        'from 1 November 2023 a paused practice is past the contractual date, and still paused',
      facts: [register, ...off, letter()],
      on: '2023-11-01',
      is: {
        status: 'paused-by-letter',
        has: ['past-contractual-date'],
        lacks: ['contract-position-disputed'],
      },
    },
    {
      story: 'from 1 November 2023 a practice with no evidence is past the contractual date',
      facts: [register],
      on: '2023-11-01',
      is: { status: 'no-evidence', has: ['past-contractual-date'] },
    },
    {
      story: 'a live practice carries no label',
      facts: live,
      on: '2023-11-01',
      is: { status: 'live', lacks: ['past-contractual-date', 'contract-position-disputed'] },
    },
    {
      story: 'under rules from before the deadline was announced there is no label',
      facts: [register],
      on: '2023-11-01',
      rulesAt: '2022-12-15',
      is: { status: 'no-evidence', lacks: ['past-contractual-date'] },
    },
  ]);
});

describe('exemptions are signals', () => {
  const exempt = exemption({ effectiveOn: '2023-02-01', asAt: '2023-02-01', endsOn: '2023-06-30' });
  const nationally = exemption({
    level: 'national',
    effectiveOn: '2023-02-01',
    endsOn: '2023-06-30',
  });
  tell([
    {
      story: 'an exemption by the ICB is signalled and changes no status',
      facts: [register, plan({ targetOn: '2023-12-31' }), exempt],
      on: '2023-06-30',
      is: { status: 'working-towards', signals: ['exempt'] },
    },
    {
      story: 'a national exemption is signalled as such',
      facts: [register, nationally],
      on: '2023-02-01',
      is: { status: 'no-evidence', signals: ['exempt-nationally'] },
    },
    {
      story: 'before its start an exemption is not signalled',
      facts: [register, exempt],
      on: '2023-01-31',
      knownAt: '2023-03-01T00:00:00Z',
      is: { status: 'no-evidence', signals: [] },
    },
    {
      story: 'a later statement that ends an exemption sooner corrects it',
      facts: [
        register,
        exempt,
        exemption({ effectiveOn: '2023-02-01', asAt: '2023-04-01', endsOn: '2023-04-30' }),
      ],
      on: '2023-05-15',
      is: { status: 'no-evidence', signals: [] },
    },
    {
      story: 'after its end an exemption is not signalled',
      facts: [register, exempt],
      on: '2023-07-01',
      is: { status: 'no-evidence', signals: [] },
    },
  ]);
});
