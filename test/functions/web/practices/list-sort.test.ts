import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SORTED_BY, sortKey } from '../../../../functions/web/practices/list-sort.ts';
import { byCodeUnits } from '../../../../shared/coverage/by-code-units.ts';
import type { PracticeOnDay } from '../../../../shared/coverage/practice-on-day.ts';

const text = fc.option(fc.stringMatching(/^[A-Z ’()]{1,12}$/), { nil: null });
const practices = fc.uniqueArray(
  fc.record({
    decision: fc.record({
      practice: fc.stringMatching(/^[A-Z]\d{5}$/),
      status: fc.constantFrom('live', 'scheduled', 'no-evidence'),
      since: fc.option(fc.constantFrom('2023-10-02', '2023-11-06'), { nil: null }),
    }),
    name: text,
    place: fc.record({ subIcb: text, pcn: text }),
    supplier: fc.constantFrom('EMIS', 'TPP', null),
    patients: fc.nat(40_000),
  }),
  { selector: ({ decision }) => decision.practice, maxLength: 30 },
) as unknown as fc.Arbitrary<PracticeOnDay[]>;

function sorted(all: PracticeOnDay[], ...[by, order]: Parameters<typeof sortKey>) {
  const keyOf = sortKey(by, order);
  return all.toSorted((a, b) => byCodeUnits(keyOf(a), keyOf(b)));
}

describe('a sorted list of practices', () => {
  it.each(SORTED_BY)('by %s has a key for each practice, that no other has', (by) => {
    fc.assert(
      fc.property(practices, fc.constantFrom('ascending', 'descending'), (all, order) => {
        const keys = all.map(sortKey(by, order as 'ascending'));
        expect(new Set(keys).size).toBe(all.length);
      }),
    );
  });

  it('by patients goes by the number, either way', () => {
    fc.assert(
      fc.property(practices, (all) => {
        const patients = (list: PracticeOnDay[]) => list.map((one) => one.patients);
        const up = patients(all).toSorted((a, b) => a - b);
        expect(patients(sorted(all, 'patients', 'ascending'))).toEqual(up);
        expect(patients(sorted(all, 'patients', 'descending'))).toEqual(up.toReversed());
      }),
    );
  });

  it('by name goes by the name, either way, those without one last', () => {
    fc.assert(
      fc.property(practices, (all) => {
        const names = (list: PracticeOnDay[]) => list.map(({ name }) => name);
        const named = names(all).filter((name) => name !== null);
        const nameless = names(all).filter((name) => name === null);
        const up = named.toSorted(byCodeUnits);
        expect(names(sorted(all, 'practice_name', 'ascending'))).toEqual([...up, ...nameless]);
        const down = [...up.toReversed(), ...nameless];
        expect(names(sorted(all, 'practice_name', 'descending'))).toEqual(down);
      }),
    );
  });
});
