import { describe, expect, test } from 'vitest';
import { coverage } from '../../../shared/coverage/coverage.ts';
import {
  COVERAGE_COLUMNS,
  type CoverageRow,
  DENOMINATORS,
  type Denominator,
  type ScopeType,
} from '../../../shared/coverage/coverage-row.ts';
import { placeNames } from '../../../shared/coverage/names.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import type { PolicyInForce } from '../../../shared/policy/entry.ts';
import { STATUSES } from '../../../shared/state/decision.ts';
import { closedPractice, daysAgo, policy, practice } from './practices.ts';

type Ask = { by?: ScopeType; denominator?: Denominator; policy?: PolicyInForce };

function rows(practices: readonly PracticeOnDay[], ask: Ask = {}): readonly CoverageRow[] {
  const usual = { by: 'national', denominator: 'open', policy: policy() } as const;
  return coverage(practices, { ...usual, names: placeNames([]), ...ask });
}

function england(practices: readonly PracticeOnDay[], ask: Ask = {}): CoverageRow {
  const [row] = rows(practices, ask);
  return row!;
}

describe('the row of England', () => {
  test('has every column, in order, even where there is nothing to count', () => {
    const row = england([]);
    expect(Object.keys(row)).toEqual([...COVERAGE_COLUMNS]);
    expect(row).toMatchObject({
      as_at: '2023-12-04',
      scope_type: 'national',
      scope_code: 'ENGLAND',
      scope_name: 'England',
      denominator: 'open',
      practices: 0,
      live_pct: null,
      live_pct_lower: null,
      live_pct_upper: null,
      patients_live_pct: null,
      online_accounts: null,
      accounts_with_access: null,
      accounts_pct: null,
      target_pct: null,
      target_date: null,
    });
  });

  test('counts one practice of each status in its own column', () => {
    const row = england(STATUSES.map((status) => practice({ status })));
    const one =
      'live opt_in scheduled paused_by_letter working_towards reverted incomplete conflict';
    for (const column of [...one.split(' '), 'no_evidence', 'out_of_scope']) {
      expect(row).toHaveProperty(column, 1);
    }
    expect(row).toMatchObject({ practices: 9, patients: 90_000, patients_outside: 10_000 });
  });

  test.each<[string, PracticeOnDay, Partial<CoverageRow>]>([
    ['live and restricted', practice({ signals: ['restricted'] }), { restricted: 1 }],
    ['live by its own word too', practice({ declaredLive: true }), { declared_live: 0 }],
    [
      'live by its own word only',
      practice({ status: 'incomplete', declaredLive: true }),
      { declared_live: 1 },
    ],
    [
      'paused, with a plan',
      practice({ status: 'paused-by-letter', planInForce: true }),
      { paused_with_plan: 1 },
    ],
    ['paused, without one', practice({ status: 'paused-by-letter' }), { paused_with_plan: 0 }],
    [
      'scheduled, with a plan',
      practice({ status: 'scheduled', planInForce: true }),
      { paused_with_plan: 0 },
    ],
    [
      'resting on an unreviewed document',
      practice({ status: 'opt-in', flags: ['unreviewed'] }),
      { unreviewed: 1, no_document: 0 },
    ],
    [
      'resting on a word without document',
      practice({ status: 'opt-in', flags: ['no-document-seen'] }),
      { unreviewed: 0, no_document: 1 },
    ],
    [
      'out of scope, with such a flag',
      closedPractice({ flags: ['unreviewed'], declaredLive: true }),
      { unreviewed: 0, declared_live: 0, out_of_scope: 1, practices: 0 },
    ],
  ])('of-which columns: %s', (_, one, expected) => {
    expect(england([one])).toMatchObject(expected);
  });

  test('keeps the three measures apart', () => {
    const row = england([
      practice({ patients: 30_000, onlineAccounts: 1_000, accountsWithAccess: 900 }),
      practice({
        status: 'reverted',
        patients: 10_000,
        onlineAccounts: 500,
        accountsWithAccess: 0,
      }),
    ]);
    expect(row).toMatchObject({ live_pct: 50, patients_live: 30_000, patients_live_pct: 75 });
    expect(row).toMatchObject({ online_accounts: 1_500, accounts_with_access: 900 });
    expect(row.accounts_pct).toBe(60);
  });

  test('counts accounts only where both counts are known', () => {
    const row = england([
      practice({ onlineAccounts: 1_000, accountsWithAccess: 900 }),
      practice({ onlineAccounts: 5_000, accountsWithAccess: null }),
      practice({ onlineAccounts: null, accountsWithAccess: 70 }),
    ]);
    expect(row).toMatchObject({ online_accounts: 1_000, accounts_with_access: 900 });
  });
});

describe('denominators', () => {
  const everybody = [
    practice(),
    practice({ status: 'reverted', supplier: 'TPP' }),
    practice({ supplier: 'Vision' }),
    practice({ supplier: null }),
    practice({ listed: false, patients: 0 }),
    practice({ exemptNationally: true, patients: 700 }),
    practice({ status: 'out-of-scope', patients: 30 }),
    practice({ status: 'incomplete', flags: ['not-in-register'], patients: 4 }),
  ];

  test.each<[Denominator, Partial<CoverageRow>]>([
    ['open', { practices: 5, live: 4, live_pct: 80, patients: 40_000, patients_outside: 734 }],
    ['listed', { practices: 4, live: 3, live_pct: 75, patients: 40_000, patients_outside: 734 }],
    ['programme', { practices: 2, live: 1, live_pct: 50, patients_outside: 20_734 }],
  ])('%s', (denominator, expected) => {
    expect(england(everybody, { denominator })).toMatchObject({ denominator, ...expected });
  });

  test.each(DENOMINATORS)('%s counts every patient once, inside or outside', (denominator) => {
    const row = england(everybody, { denominator });
    expect(Number(row.patients) + Number(row.patients_outside)).toBe(40_734);
    expect(row.out_of_scope).toBe(1);
  });
});

describe('bounds', () => {
  test.each<[string, PracticeOnDay, [lower: number, upper: number]]>([
    ['live, seen 45 days ago', practice({ configurationSeenOn: daysAgo(45) }), [100, 100]],
    ['live, seen 46 days ago', practice({ configurationSeenOn: daysAgo(46) }), [0, 100]],
    ['reverted, freshly seen', practice({ status: 'reverted' }), [0, 0]],
    [
      'reverted, not seen lately',
      practice({ status: 'reverted', configurationSeenOn: daysAgo(46) }),
      [0, 100],
    ],
    [
      'paused, no configuration ever seen',
      practice({ status: 'paused-by-letter', configurationSeenOn: null }),
      [0, 100],
    ],
    ['conflict, freshly seen', practice({ status: 'conflict' }), [0, 100]],
  ])('%s', (_, one, [lower, upper]) => {
    const row = england([one]);
    expect([row.live_pct_lower, row.live_pct_upper]).toEqual([lower, upper]);
  });

  test('without a threshold in force sightings never age', () => {
    const old = practice({ configurationSeenOn: daysAgo(900) });
    const row = england([old], { policy: policy({ ageless: true }) });
    expect([row.live_pct_lower, row.live_pct_upper]).toEqual([100, 100]);
  });
});

describe('scopes', () => {
  const codes = (practices: readonly PracticeOnDay[], by: ScopeType) =>
    rows(practices, { by }).map((row) => row.scope_code);

  test('come in code-unit order, the one not known last', () => {
    const icbs = ['ZZZ', null, 'QE1', 'qe1', 'D7T5G', 'Q10'];
    const all = icbs.map((icb) => practice({ place: { icb } }));
    expect(codes(all, 'icb')).toEqual(['D7T5G', 'Q10', 'QE1', 'ZZZ', 'qe1', 'not known']);
  });

  test.each<[ScopeType, unknown, string]>([
    ['region', 'Y63', 'North East and Yorkshire'],
    ['supplier', 'EMIS', 'EMIS'],
  ])('of one %s', (by, scope_code, scope_name) => {
    expect(rows([practice()], { by })).toMatchObject([{ scope_code, scope_name, practices: 1 }]);
  });

  test.each<[ScopeType, string]>([
    ['region', 'Region not known'],
    ['icb', 'ICB not known'],
    ['sub-icb', 'Sub-ICB not known'],
    ['pcn', 'In no PCN, or not known'],
    ['supplier', 'Supplier not known'],
  ])('of a %s that nobody names', (by, scope_name) => {
    const nowhere = { region: null, icb: null, subIcb: null, pcn: null };
    const found = rows([practice({ place: nowhere, supplier: null })], { by });
    expect(found).toMatchObject([{ scope_code: 'not known', scope_name, practices: 1 }]);
  });

  test('have no name where no file gives one', () => {
    expect(rows([practice()], { by: 'icb' })).toMatchObject([{ scope_name: null }]);
  });

  test('a PCN that spans two ICBs is one row, with all its practices', () => {
    const both = ['QJK', 'QT6'].map((icb) => practice({ place: { icb, pcn: 'U41591' } }));
    expect(rows(both, { by: 'pcn' })).toMatchObject([{ scope_code: 'U41591', practices: 2 }]);
  });

  test('an area where only closed practices ever were gets no row, and no count is lost', () => {
    const all = [
      practice(),
      closedPractice(),
      closedPractice({ place: { icb: 'Q74' } }),
      closedPractice({ place: { icb: 'Q72' } }),
      practice({ status: 'out-of-scope', patients: 9, place: { icb: 'QWO' } }),
    ];
    expect(rows(all, { by: 'icb' })).toMatchObject([
      { scope_code: 'QHM', practices: 1, out_of_scope: 1 },
      { scope_code: 'QWO', practices: 0, out_of_scope: 1, patients_outside: 9, live_pct: null },
      { scope_code: 'not known', practices: 0, out_of_scope: 2 },
    ]);
  });

  test('an ICB without a practice in the denominator keeps its row', () => {
    const found = rows([practice({ supplier: 'Vision' })], { by: 'icb', denominator: 'programme' });
    expect(found).toMatchObject([{ scope_code: 'QHM', practices: 0, patients_outside: 10_000 }]);
  });
});

describe('counts of people below England', () => {
  const shown = ({ online_accounts, accounts_with_access, accounts_pct }: CoverageRow) => [
    online_accounts,
    accounts_with_access,
    accounts_pct,
  ];
  const few = (onlineAccounts: number, accountsWithAccess: number) => [
    practice({ onlineAccounts, accountsWithAccess, patients: 3 }),
  ];

  test.each<[number, number, unknown[]]>([
    [80, 8, [80, 10, 13]],
    [4_012, 2_013, [4_010, 2_015, 50.2]],
    [80, 7, [80, '[c]', '[c]']],
    [80, 1, [80, '[c]', '[c]']],
    [80, 0, [80, 0, 0]],
    [7, 0, ['[c]', 0, '[c]']],
    [7, 7, ['[c]', '[c]', '[c]']],
    [0, 0, [0, 0, null]],
  ])('%i accounts, %i with access', (online, withAccess, expected) => {
    const elsewhere = practice({
      place: { region: 'Y56', icb: 'QMJ', subIcb: '93C', pcn: 'U2' },
      onlineAccounts: 50_000,
      accountsWithAccess: 25_003,
    });
    const found = rows([...few(online, withAccess), elsewhere], { by: 'icb' });
    expect(shown(found.find((row) => row.scope_code === 'QHM')!)).toEqual(expected);
  });

  test('neither England’s, nor list sizes and counts of practices, are hidden or rounded', () => {
    expect(shown(england(few(7, 1)))).toEqual([7, 1, 14.3]);
    expect(rows(few(7, 1), { by: 'pcn' })).toMatchObject([{ patients: 3, practices: 1, live: 1 }]);
  });
});
