import { describe, expect, test } from 'vitest';
import { coverage } from '../../../../shared/coverage/coverage.ts';
import type { Denominator, ScopeType } from '../../../../shared/coverage/coverage-row.ts';
import {
  type AccountsShown,
  accountsShown,
} from '../../../../shared/coverage/disclosure/accounts-shown.ts';
import { placeNames } from '../../../../shared/coverage/names.ts';
import type { PracticeOnDay } from '../../../../shared/coverage/practice-on-day.ts';
import { policy, practice } from '../practices.ts';

type Ask = { by: ScopeType; denominator?: Denominator; accounts?: AccountsShown };

type Figure = string | number | null;

/** Accounts, those with access, and the share, by scope code. */
function shown(practices: readonly PracticeOnDay[], ask: Ask): Record<string, readonly Figure[]> {
  const rows = coverage(practices, {
    ...{ denominator: 'open', policy: policy(), names: placeNames([]) },
    ...ask,
  });
  return Object.fromEntries(
    rows.map((row) => [
      row.scope_code,
      [row.online_accounts, row.accounts_with_access, row.accounts_pct],
    ]),
  );
}

const NOTHING = ['[c]', '[c]', '[c]'];

let made = 0;
function at(pcn: string | null, online: number, withAccess: number, over = {}): PracticeOnDay {
  made += 1;
  const place = { region: 'Y63', icb: 'QHM', subIcb: '16C', pcn };
  const accounts = { onlineAccounts: online, accountsWithAccess: withAccess };
  return practice({ code: `A81${100 + made}`, place, ...accounts, ...over });
}
const elsewhere = { place: { region: 'Y56', icb: 'QMJ', subIcb: '93C', pcn: 'U90' } };

describe('secondary suppression', () => {
  const small = at('U1', 900, 3);
  const middle = at('U2', 900, 38);
  const large = at('U3', 900, 598);
  const rest = at('U90', 9_000, 5_000, elsewhere);

  test('hides the smallest neighbour where rounded counts would leave 0 to 6 for a small one', () => {
    const pcns = shown([small, middle, large, rest], { by: 'pcn' });
    expect(pcns).toMatchObject({ U1: [900, '[c]', '[c]'], U2: [900, '[c]', '[c]'] });
    expect(pcns).toMatchObject({ U3: [900, 600, 67], U90: [9_000, 5_000, 55.6] });
    expect(shown([small, middle, large, rest], { by: 'sub-icb' })).toMatchObject({
      '16C': [2_700, 640, 24],
    });
  });

  test('hides nothing more where rounding leaves room enough', () => {
    const others = Array.from({ length: 12 }, (_, i) => at(`U2${i}`, 900, 100 + i));
    const pcns = shown([small, ...others, rest], { by: 'pcn' });
    expect(Object.values(pcns).filter(([, withAccess]) => withAccess === '[c]')).toHaveLength(1);
  });

  test('goes up to where somebody else can make up for it', () => {
    const alone = at('U1', 900, 3, {
      place: { region: 'Y1', icb: 'QAA', subIcb: '01A', pcn: 'U1' },
    });
    const [other, third] = [52, 4_002].map((count, i) =>
      at(`U${i}`, 9_000, count, {
        place: { region: `Y${i + 2}`, icb: `QB${i}`, subIcb: `0${i}B`, pcn: `UB${i}` },
      }),
    );
    const practices = [alone, other!, third!];
    for (const by of ['region', 'icb', 'sub-icb', 'pcn'] as const) {
      const withAccess = Object.values(shown(practices, { by })).map((row) => row[1]);
      expect(withAccess).toEqual(['[c]', '[c]', 4_000]);
    }
  });
});

describe('what is [c] whatever its size', () => {
  const practices = [
    at('U1', 5_000, 3_000),
    at('U2', 5_000, 3_000, { supplier: 'TPP' }),
    at('U3', 5_000, 3_000, { listed: false }),
    at('U1', 5_000, 3_000, { place: { region: 'Y63', icb: 'QWO', subIcb: '36J', pcn: 'U1' } }),
    at(null, 5_000, 3_000),
    at(null, 5_000, 3_000, { place: { ...elsewhere.place, pcn: null } }),
  ];
  const own = practices.filter(({ place }) => place.icb === 'QHM');
  const accounts = accountsShown(practices);

  test('every row of the narrower denominators, England’s too', () => {
    for (const denominator of ['listed', 'programme'] as const) {
      const icbs = shown(practices, { by: 'icb', denominator });
      expect(icbs).toMatchObject({ QHM: NOTHING, QWO: NOTHING });
    }
    expect(shown(practices, { by: 'national', denominator: 'listed' })).toEqual({
      ENGLAND: NOTHING,
    });
  });

  test('a PCN that lies in two ICBs, and those of no PCN', () => {
    expect(shown(practices, { by: 'pcn' })).toMatchObject({
      U1: NOTHING,
      U2: [5_000, 3_000, 60],
      'not known': NOTHING,
    });
  });

  test('in an ICB’s own file, every row that is not England’s', () => {
    expect(shown(own, { by: 'icb', accounts })).toEqual({ QHM: [20_000, 12_000, 60] });
    expect(shown(own, { by: 'supplier', accounts })).toEqual({
      EMIS: NOTHING,
      TPP: [5_000, 3_000, 60],
    });
    expect(shown(own, { by: 'pcn', accounts })).toMatchObject({
      U1: NOTHING,
      U2: [5_000, 3_000, 60],
    });
    expect(shown(own, { by: 'region', accounts })).toEqual({ Y63: NOTHING });
    expect(shown(own, { by: 'national', accounts })).toEqual({ ENGLAND: NOTHING });
  });

  test('where nobody has said, there is no data', () => {
    const silent = at('U4', 0, 0, { onlineAccounts: null });
    expect(shown([...practices, silent], { by: 'pcn' })).toMatchObject({ U4: [null, null, null] });
  });
});
