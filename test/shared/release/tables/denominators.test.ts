import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DENOMINATORS } from '../../../../shared/coverage/coverage-row.ts';
import { DENOMINATOR_RULES, verdictOn } from '../../../../shared/coverage/denominators.ts';
import {
  denominatorsTable,
  denominatorTable,
} from '../../../../shared/release/tables/denominators.ts';
import { anyPractice, closedPractice, practice } from '../../coverage/practices.ts';

describe('each practice, with its reason', () => {
  test.each([
    [
      'an open practice on EMIS',
      practice(),
      ['in', 'in', 'in'],
      'open English GP practice by the register',
    ],
    [
      'a closed one',
      closedPractice({ outOfScope: 'is closed' }),
      ['out', 'out', 'out'],
      'is closed',
    ],
    [
      'one with a national exemption',
      practice({ exemptNationally: true }),
      ['out', 'out', 'out'],
      'has a national exemption',
    ],
    [
      'a code that no register file lists',
      practice({ flags: ['not-in-register'] }),
      ['unknown', 'unknown', 'unknown'],
      'no register file lists the code',
    ],
  ] as const)('%s', (_, one, verdicts, because) => {
    expect(DENOMINATORS.map((d) => verdictOn(one, d).is)).toEqual(verdicts);
    expect(verdictOn(one, 'open').because).toBe(because);
  });

  test.each([
    [
      'without a list',
      practice({ listed: false, patients: 0 }),
      'listed',
      'out',
      'has no list in the list file that holds on the day',
    ],
    [
      'on Vision',
      practice({ supplier: 'Vision' }),
      'programme',
      'out',
      'is on a system outside the programme',
    ],
    [
      'whose supplier is not known',
      practice({ supplier: null }),
      'programme',
      'unknown',
      'its system supplier is not known',
    ],
  ] as const)('an open practice %s', (_, one, denominator, is, because) => {
    expect(verdictOn(one, denominator)).toEqual({ is, because });
    expect(verdictOn(one, 'open').is).toBe('in');
  });
});

test('for every denominator the register is what is in, out and unknown, row by row and added up', () => {
  fc.assert(
    fc.property(fc.array(anyPractice, { maxLength: 30 }), (practices) => {
      const [side, each] = [denominatorsTable(practices), denominatorTable(practices)];
      expect(each.rows).toHaveLength(practices.length);
      for (const name of DENOMINATORS) {
        const rows = side.rows.filter(({ denominator }) => denominator === name);
        const total = (of: 'practices' | 'patients', only: typeof rows) =>
          only.reduce((sum, row) => sum + Number(row[of]), 0);
        const inside = practices.filter(DENOMINATOR_RULES[name]);
        const isIn = rows.filter(({ verdict }) => verdict === 'in');
        expect(total('practices', rows)).toBe(practices.length);
        expect(total('practices', isIn)).toBe(inside.length);
        expect(total('patients', isIn)).toBe(inside.reduce((sum, p) => sum + p.patients, 0));
        expect(each.rows.filter((row) => row[name] === 'in')).toHaveLength(inside.length);
      }
    }),
  );
});
