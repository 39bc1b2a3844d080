import fc from 'fast-check';
import type { Clocks } from '../../../../shared/calendar/clocks.ts';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import { POLICY } from '../../../../shared/policy/timeline.ts';
import { listing, listSize, membership } from '../../builders.ts';
import { anyClocks, anyHistories } from '../../histories.ts';

const ON = ['2022-09-01', '2022-11-15', '2023-03-06', '2023-10-31'];
const PLACES = [
  { region: 'Y63', icb: 'QHM', subIcb: '16C' },
  { region: 'Y63', icb: 'QHM', subIcb: '13T' },
  { region: 'Y58', icb: 'QHM', subIcb: '16C' },
  { region: 'Y63', icb: 'QWO', subIcb: '02T' },
  { region: 'Y56', icb: 'QMJ', subIcb: '93C' },
];

/** A practice moves to another area, network or list, as some file says of some day. */
const registerNews: fc.Arbitrary<readonly Fact[]> = fc
  .record({
    code: fc.constantFrom('A81001', 'A81002', 'B81003'),
    asAt: fc.constantFrom(...ON),
    place: fc.constantFrom(...PLACES),
    pcn: fc.constantFrom('U11111', 'U22222', null),
    supplier: fc.constantFrom('EMIS' as const, 'TPP' as const, null),
    patients: fc.constantFrom(0, 1, 7_000, 9_500),
    completeList: fc.constantFrom(true as const, undefined),
  })
  .map(({ code, asAt, place, pcn, supplier, patients, completeList }) => [
    listing({ code, asAt, ...place }),
    membership({ code, asAt, ...place, pcn, supplier }),
    listSize({ code, asAt, patients, ...(completeList && { completeList }) }),
  ]);

/** Histories of a few practices that also move from place to place. */
export const anyMovers: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(anyHistories, fc.array(registerNews, { maxLength: 4 }))
  .map(([histories, news]) => [...histories, ...news.flat()]);

/** Two clocks, mostly the earlier first; sometimes of one day, or with knowledge or rules turned back. */
export const anyTwoClocks: fc.Arbitrary<{ from: Clocks; to: Clocks }> = fc
  .tuple(anyClocks, anyClocks, fc.constantFrom('ordered', 'ordered', 'ordered', 'as they are'))
  .map(([a, b, order]) => (order === 'ordered' ? ordered(a, b) : { from: a, to: b }));

function ordered(a: Clocks, b: Clocks): { from: Clocks; to: Clocks } {
  const earlier = <K extends keyof Clocks>(key: K) => (a[key] <= b[key] ? a[key] : b[key]);
  const later = <K extends keyof Clocks>(key: K) => (a[key] <= b[key] ? b[key] : a[key]);
  const of = (pick: <K extends keyof Clocks>(key: K) => Clocks[K]): Clocks => ({
    validAt: pick('validAt'),
    knownAt: pick('knownAt'),
    rulesAt: pick('rulesAt'),
  });
  return { from: of(earlier), to: of(later) };
}

/** A what-if: the policy without a rule or two. */
export const anyEntries = fc
  .subarray(['letter-pauses-until-further-notice', 'switch-on-phased-november-2022'])
  .map((without) => POLICY.filter(({ id }) => !without.includes(id)));
