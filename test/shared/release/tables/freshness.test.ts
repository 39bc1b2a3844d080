import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverage } from '../../../../shared/coverage/coverage.ts';
import { freshnessTable } from '../../../../shared/release/tables/freshness.ts';
import {
  anyPractice,
  closedPractice,
  daysAgo,
  policy,
  practice,
} from '../../coverage/practices.ts';

const NAMES = {
  region: new Map(),
  icb: new Map([['QHM', 'Made-up ICB']]),
  subIcb: new Map(),
  pcn: new Map(),
};
const AGES = [
  'days_0_to_7',
  'days_8_to_14',
  'days_15_to_28',
  'days_29_to_45',
  'over_45_days',
  'never',
] as const;

test.each([
  [0, 'days_0_to_7'],
  [7, 'days_0_to_7'],
  [8, 'days_8_to_14'],
  [14, 'days_8_to_14'],
  [28, 'days_15_to_28'],
  [29, 'days_29_to_45'],
  [45, 'days_29_to_45'],
  [46, 'over_45_days'],
] as const)('a practice last seen %d days ago is under %s', (days, age) => {
  const seen = practice({ configurationSeenOn: daysAgo(days) });
  const [row] = freshnessTable([seen], { policy: policy(), names: NAMES }).rows;
  expect(row).toMatchObject({ practices: 1, [age]: 1, latest_extract: daysAgo(days) });
  expect(row!.unknown).toBe(days > 45 ? 1 : 0);
});

test('a practice never seen is unknown, a closed one is not counted', () => {
  const practices = [
    practice({ status: 'no-evidence', configurationSeenOn: null }),
    closedPractice(),
  ];
  const { rows } = freshnessTable(practices, { policy: policy(), names: NAMES });
  expect(rows[0]).toMatchObject({
    scope_code: 'ENGLAND',
    practices: 1,
    never: 1,
    unknown: 1,
    latest_extract: null,
  });
  expect(rows.find(({ scope_code }) => scope_code === 'QHM')?.scope_name).toBe('Made-up ICB');
});

test('the ages add up to the practices, every level to England, the unknown to the room between the bounds', () => {
  fc.assert(
    fc.property(fc.array(anyPractice, { maxLength: 25 }), (practices) => {
      const { rows } = freshnessTable(practices, { policy: policy(), names: NAMES });
      const whole = coverage(practices, {
        by: 'national',
        denominator: 'open',
        policy: policy(),
        names: NAMES,
      })[0]!;
      for (const row of rows)
        expect(AGES.reduce((sum, age) => sum + Number(row[age]), 0)).toBe(row.practices);
      for (const level of ['region', 'icb', 'supplier']) {
        const cut = rows.filter(({ scope_type }) => scope_type === level);
        expect(cut.reduce((sum, row) => sum + Number(row.practices), 0)).toBe(whole.practices);
      }
      const national = rows.find(({ scope_code }) => scope_code === 'ENGLAND');
      const room = Number(whole.live_pct_upper ?? 0) - Number(whole.live_pct_lower ?? 0);
      const share = (100 * Number(national?.unknown ?? 0)) / Math.max(1, Number(whole.practices));
      expect(Math.abs(room - share)).toBeLessThan(0.11);
    }),
  );
});

test('England has its row where no practice is open', () => {
  const { rows } = freshnessTable([], { policy: policy(), names: NAMES });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    scope_code: 'ENGLAND',
    practices: 0,
    unknown: 0,
    latest_extract: null,
  });
});
