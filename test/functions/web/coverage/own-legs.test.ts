import { describe, expect, it } from 'vitest';
import { ownLegs } from '../../../../functions/web/coverage/own-legs.ts';
import type { Leg, Standing } from '../../../../shared/coverage/moved/leg.ts';
import { practiceCode } from '../../../../shared/practice/code.ts';
import { PEOPLE } from '../small-web.ts';

const at = (icb: string, pcn = 'U12345'): Standing => ({
  status: 'live',
  patients: 5000,
  supplier: 'EMIS',
  place: { region: 'Y63', icb, subIcb: '16C', pcn },
});
const leg = (from: Standing | null, to: Standing | null): Leg => ({
  practice: practiceCode('A81001')!,
  name: null,
  cause: 'transfer',
  from,
  to,
  because: 'From one to another',
});
const [here, there] = [at('QHM'), at('QOX')];

describe('steps of one’s own practices', () => {
  it.each([
    { is: 'is whole within the place', from: here, to: here, seen: [[here, here]] },
    { is: 'that goes is seen as going', from: here, to: there, seen: [[here, null]] },
    { is: 'that comes is seen as coming', from: there, to: here, seen: [[null, here]] },
    { is: 'elsewhere is not seen', from: there, to: there, seen: [] },
    { is: 'that was closed elsewhere is not seen', from: there, to: null, seen: [] },
  ])('a step that $is', ({ from, to, seen }) => {
    const legs = ownLegs(PEOPLE.analyst, [leg(from, to)]);
    expect(legs.map((one) => [one.from, one.to])).toEqual(seen);
  });

  it('England sees each as it is, a supplier none', () => {
    expect(ownLegs(PEOPLE.national, [leg(here, there)])).toEqual([leg(here, there)]);
    expect(ownLegs(PEOPLE.supplier, [leg(here, there)])).toEqual([]);
  });
});
