import { describe, expect, test } from 'vitest';
import { VALUES } from '../../../../shared/evidence/fact.ts';
import { supplierExtract } from '../../../../shared/intake/readers/supplier-extract.ts';
import { from, readOne } from './return-tables.ts';

const BASE = {
  practice_code: 'A81001',
  system_supplier: 'SystemOne',
  extract_date: '04/12/2023',
  default_access: 'on',
};
const read = (row: Record<string, string>, context = from('supplier')) =>
  readOne(supplierExtract, { ...BASE, ...row }, context);

describe('what a row says', () => {
  test('the setting since its day, the booking and the counts as of the extract', () => {
    const { said, problems, warnings } = read({
      default_access_date: '01-Nov-23',
      per_patient_access: 'Yes',
      scheduled_date: '15/01/2024',
      online_accounts: '1,000',
      accounts_with_access: '900',
      patients_104: '12 345',
      patients_106: '0',
    });
    expect([problems, warnings]).toEqual([[], []]);
    const at = { practice: 'A81001', asAt: '2023-12-04', row: 2 };
    expect(said).toEqual([
      {
        ...at,
        kind: 'default-access',
        effectiveOn: '2023-11-01',
        values: { supplier: 'TPP', on: true, since: '2023-11-01', perPatientAccess: true },
      },
      {
        ...at,
        kind: 'switch-on-booked',
        effectiveOn: '2023-12-04',
        values: { supplier: 'TPP', on: '2024-01-15' },
      },
      {
        ...at,
        kind: 'access-counts',
        effectiveOn: '2023-12-04',
        values: {
          supplier: 'TPP',
          onlineAccounts: 1000,
          accountsWithAccess: 900,
          patients104: 12345,
          patients106: 0,
        },
      },
    ]);
    for (const { kind, values } of said) expect(VALUES[kind].safeParse(values).success).toBe(true);
  });

  test('a setting without its day counts from the extract', () => {
    const { said } = read({ default_access: 'Disabled' });
    expect(said).toMatchObject([
      { effectiveOn: '2023-12-04', values: { on: false, since: null, perPatientAccess: null } },
    ]);
  });

  test.each(['01/01/1900', '01-Jan-1900', '30/12/1899', '01/01/1970'])(
    '%s as the day of the setting is a filler: not given, with a warning',
    (filler) => {
      const { said, warnings } = read({ default_access_date: filler });
      expect(said).toMatchObject([{ effectiveOn: '2023-12-04', values: { since: null } }]);
      expect(warnings).toMatchObject([
        { row: 2, column: 'default_access_date', warning: expect.stringContaining('filler') },
      ]);
    },
  );

  test('without the setting the counts still count, and the rest of it is told of', () => {
    const row = { default_access: 'n/a', default_access_date: '01/11/2023', online_accounts: '5' };
    const { said, warnings } = read(row);
    expect(said.map(({ kind }) => kind)).toEqual(['access-counts']);
    expect(warnings.map(({ column }) => column)).toEqual(['default_access', 'default_access']);
  });

  test('a row without setting, booking or count says nothing', () => {
    expect(read({ default_access: '' })).toMatchObject({
      taken: [],
      problems: [{ row: 2, problem: 'the row names a practice and says nothing of it' }],
    });
  });

  test.each([
    ['EMIS Web', 'EMIS'],
    ['Egton', 'EMIS'],
    ['Optum', 'EMIS'],
    ['TPP SystmOne', 'TPP'],
    ['Cegedim', 'Vision'],
    ['INPS', 'Vision'],
    ['Medicus', 'Medicus'],
    ['other', 'other'],
  ])('supplier %s is %s', (cell, supplier) => {
    expect(read({ system_supplier: cell }).said[0]?.values).toMatchObject({ supplier });
  });

  test('a setting later than its extract is kept with a warning', () => {
    const { said, warnings } = read({ default_access_date: '06/12/2023' });
    expect(said[0]?.effectiveOn).toBe('2023-12-06');
    expect(warnings).toMatchObject([{ column: 'default_access_date' }]);
  });
});

describe('whose word', () => {
  test.each([
    { role: 'practice', who: 'a practice' },
    { role: 'pcn', who: 'a PCN' },
  ] as const)('from $who the file is refused whole', ({ role, who }) => {
    const result = read({}, from(role));
    expect(result).toMatchObject({ rows: 1, taken: [], problems: [] });
    expect(result.refused).toMatchObject({
      row: 0,
      problem: `a supplier-extract file is not taken from ${who}`,
      remedy: expect.stringContaining('Ask your system supplier or your ICB to send it.'),
    });
  });

  test.each(['icb', 'national'] as const)('from %s it is relayed', (role) => {
    expect(read({}, from(role)).said[0]).toMatchObject({ relayed: true });
  });

  test('from the supplier it is its own word, whichever organisation sends it', () => {
    const context = from('supplier', { sender: { role: 'supplier', org: 'YGM06' } });
    expect(read({}, context).said[0]).not.toHaveProperty('relayed');
  });
});

describe('a bad row is told what is wrong and how to mend it', () => {
  test.each([
    [
      'system_supplier',
      'Sistem One',
      'text of 10 characters',
      'is not a system supplier',
      'EMIS, TPP',
    ],
    ['system_supplier', '', 'an empty cell', 'is empty or says nothing', 'EMIS or TPP'],
    ['extract_date', '11/12/2023', '11/12/2023', 'is in the future', '10 December 2023'],
    ['extract_date', '', 'an empty cell', 'is empty or says nothing', '04/12/2023'],
    ['default_access', 'maybe', 'maybe', 'is not on or off', 'on or off'],
    ['default_access_date', '31/02/2023', '31/02/2023', 'no 31 February 2023', '04/03/2023'],
    ['scheduled_date', 'soon', 'text of 4 characters', 'is not a date', '04/03/2023'],
    ['online_accounts', '-5', '-5', 'is a negative count', '1,234'],
    ['online_accounts', '12.5', '12.5', 'is not a whole number', '1,234'],
    ['online_accounts', '1,23', '1,23', 'is not a count', '1,234'],
    ['patients_104', 'many', 'text of 4 characters', 'is not a count', '1,234'],
    [
      'patients_104',
      '1364731000000104',
      'text of 16 characters',
      'is more than any practice',
      '1,234',
    ],
    ['patients_106', '1.5E3', 'text of 5 characters', 'is not a count', '1,234'],
  ])('%s "%s"', (column, cell, shown, problem, remedy) => {
    const { taken, problems } = read({ [column]: cell });
    expect(taken).toEqual([]);
    expect(problems).toEqual([
      {
        row: 2,
        column,
        found: shown,
        problem: expect.stringContaining(problem),
        remedy: expect.stringContaining(remedy),
      },
    ]);
  });

  test('more accounts with access than accounts: both columns are named', () => {
    const { taken, problems } = read({ online_accounts: '800', accounts_with_access: '900' });
    expect(taken).toEqual([]);
    expect(problems).toMatchObject([
      {
        row: 2,
        column: 'accounts_with_access',
        found: '900',
        problem: 'accounts_with_access (900) is above online_accounts (800)',
      },
    ]);
  });

  test('counts that do not add up are told beside a bad cell of the same row', () => {
    const { problems } = read({
      extract_date: '31/02/2023',
      online_accounts: '800',
      accounts_with_access: '900',
    });
    expect(problems.map(({ column }) => column)).toEqual(['extract_date', 'accounts_with_access']);
  });

  test('as many accounts with access as accounts is fine', () => {
    expect(read({ online_accounts: '900', accounts_with_access: '900' }).problems).toEqual([]);
  });
});
