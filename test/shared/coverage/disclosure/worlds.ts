import fc from 'fast-check';
import type { PracticeOnDay } from '../../../../shared/coverage/practice-on-day.ts';
import { practice } from '../practices.ts';

/** Sub-ICBs with where they lie. */
const SUB_ICBS = [
  { region: 'Y1', icb: 'QA1', subIcb: '01A' },
  { region: 'Y1', icb: 'QA1', subIcb: '02A' },
  { region: 'Y1', icb: 'QA2', subIcb: '03A' },
  { region: 'Y2', icb: 'QB1', subIcb: '04B' },
  { region: 'Y2', icb: 'QB1', subIcb: '05B' },
  { region: 'Y2', icb: 'QB2', subIcb: '06B' },
] as const;

/** Few people, just more than few, some, many. */
const accounts = fc.oneof(
  fc.integer({ min: 0, max: 8 }),
  fc.integer({ min: 6, max: 14 }),
  fc.integer({ min: 0, max: 60 }),
  fc.integer({ min: 0, max: 6_000 }),
);
/** How many in a hundred of those with an account have access: none and all are common. */
const share = fc.oneof(fc.constantFrom(0, 100), fc.integer({ min: 0, max: 100 }));

const anyOf = fc.record({
  place: fc.constantFrom(...SUB_ICBS),
  /** Most PCNs lie within a sub-ICB; two take practices from anywhere. */
  pcn: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('own 1', 'own 2') },
    { weight: 1, arbitrary: fc.constantFrom('U90001', 'U90002') },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  supplier: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('EMIS', 'TPP', 'Vision') },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  isLost: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
  isListed: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  said: fc.option(fc.record({ accounts, share }), { freq: 9 }),
});

type Made = typeof anyOf extends fc.Arbitrary<infer T> ? T : never;

function practiceOf({ place, pcn, supplier, isLost, isListed, said }: Made, i: number) {
  const { subIcb } = place;
  const own = pcn?.startsWith('own') ? `U${subIcb}${pcn.at(-1)}` : pcn;
  const online = said === null ? null : said.accounts;
  return practice({
    code: `A810${String(i).padStart(2, '0')}`,
    place: isLost ? { ...place, subIcb: null, pcn: null } : { ...place, pcn: own },
    supplier: supplier as PracticeOnDay['supplier'],
    listed: isListed,
    patients: isListed ? 9_000 : 0,
    onlineAccounts: online,
    accountsWithAccess: said === null ? null : Math.floor((said.accounts * said.share) / 100),
  });
}

/** A small England: practices of six sub-ICBs, some PCNs across them, some places and lists not known. */
export const anyWorld: fc.Arbitrary<readonly PracticeOnDay[]> = fc
  .array(anyOf, { minLength: 4, maxLength: 14 })
  .map((made) => made.map(practiceOf));
