import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partOf } from '../../../../shared/intake/readers/percentages.ts';
import { statusReturn } from '../../../../shared/intake/readers/status-return.ts';
import { supplierExtract } from '../../../../shared/intake/readers/supplier-extract.ts';
import { from, readOne } from '../readers/return-tables.ts';

const STATUS = { practice_code: 'A81001', as_at_date: '04/12/2023', declared_status: 'live' };
const EXTRACT = {
  practice_code: 'A81001',
  system_supplier: 'EMIS',
  extract_date: '04/12/2023',
  default_access: 'on',
};
const returned = (row: Record<string, string>) =>
  readOne(statusReturn, { ...STATUS, ...row }, from('practice'));
const extracted = (row: Record<string, string>) =>
  readOne(supplierExtract, { ...EXTRACT, ...row }, from('supplier'));
const counts = (row: Record<string, string>) =>
  extracted(row).said.find(({ kind }) => kind === 'access-counts')?.values;

describe('practice codes', () => {
  test.each(['A81001', 'a81001', ' A81 001 ', 'a 81001', 'A\u00a081001'])(
    '%j is A81001, without a word',
    (cell) => {
      expect(returned({ practice_code: cell })).toMatchObject({
        said: [{ practice: 'A81001' }],
        warnings: [],
      });
    },
  );

  test.each(['A810O1', 'a81oo1', 'A8100l', 'A8I001'])(
    '%s is A81001, which the register lists, with a warning',
    (cell) => {
      const { said, warnings } = returned({ practice_code: cell });
      expect(said).toMatchObject([{ practice: 'A81001' }]);
      expect(warnings).toEqual([
        {
          row: 2,
          column: 'practice_code',
          warning: 'has a letter among its digits: it was read as A81001',
        },
      ]);
    },
  );

  test('a code with an O that the register does not list either way is refused', () => {
    const { taken, problems } = returned({ practice_code: 'A8999O' });
    expect(taken).toEqual([]);
    expect(problems[0]).toMatchObject({
      found: 'A8999O',
      problem: expect.stringContaining('the register lists no such practice'),
      remedy: expect.stringContaining('A89990'),
    });
  });

  test.each(['O81001', 'A81OO', 'AO1001X', '0A81001'])('%s is none', (cell) => {
    expect(returned({ practice_code: cell }).taken).toEqual([]);
  });
});

describe('yes and no', () => {
  test.each(['yes', 'Y', 'TRUE', 't', '1', '✓', '✔', '✅', 'Done', 'Completed', 'in place'])(
    '%s is yes',
    (cell) => {
      expect(returned({ plan_staff_training: cell }).said[0]?.values).toMatchObject({
        staffTraining: true,
      });
    },
  );

  test.each(['no', 'N', 'FALSE', 'f', '0', '✗', '✘', '❌', 'Not done', 'incomplete'])(
    '%s is no',
    (cell) => {
      expect(returned({ plan_staff_training: cell }).said[0]?.values).toMatchObject({
        staffTraining: false,
      });
    },
  );

  test.each(['x', 'partial', 'nearly', '☒'])('%s could be either, and is refused', (cell) => {
    expect(returned({ plan_staff_training: cell }).problems).toMatchObject([
      { column: 'plan_staff_training' },
    ]);
  });
});

describe('filled, and yet nothing is said', () => {
  test.each([
    'n/a',
    'N.A.',
    '#N/A',
    '-',
    '–',
    '...',
    '?',
    'TBC',
    'tba',
    'To be confirmed',
    'not yet',
    'Not known',
    'NULL',
    'pending',
    'awaiting',
    'No date',
  ])('%s', (cell) => {
    const { said, problems, warnings } = returned({ plan_date: cell });
    expect(problems).toEqual([]);
    expect(said.map(({ kind }) => kind)).toEqual(['declared-status']);
    expect(warnings).toMatchObject([{ column: 'plan_date' }]);
  });
});

describe('counts', () => {
  test.each([
    '1234',
    '1,234',
    '1 234',
    '1\u00a0234',
    '1\u202f234',
    "1'234",
    '1’234',
    '1234.0',
    '1,234.00',
  ])('%j is 1234', (cell) => {
    expect(counts({ online_accounts: cell })).toMatchObject({ onlineAccounts: 1234 });
  });

  test('a million with its separators', () => {
    expect(counts({ online_accounts: '1,000,000' })).toMatchObject({ onlineAccounts: 1_000_000 });
  });

  test.each(["1,234'567", '1,23', '12,34', '1.234', '1.000', '1234.5', '<5', 'c. 900', '1,234,'])(
    '%s is none',
    (cell) => {
      expect(extracted({ online_accounts: cell }).problems).toMatchObject([
        { column: 'online_accounts', remedy: expect.stringContaining('such as 1234') },
      ]);
    },
  );

  test.each(['1364731000000100', '1.36473E+15', '1.36473e+15'])(
    '%s is named as a code that a spreadsheet rounded',
    (cell) => {
      const [problem] = extracted({ patients_104: cell }).problems;
      expect(problem?.problem).toMatch(/^patients_104 is .*SNOMED code/);
      expect(problem?.problem).toMatch(/spreadsheet/);
      expect(problem?.remedy).toContain('such as 120');
    },
  );
});

describe('percentages', () => {
  test.each([
    ['85%', '1,000', 850, '85% of 1,000 was read as 850'],
    ['85 %', '1000', 850, '85% of 1,000 was read as 850'],
    ['85 per cent', '1000', 850, '85% of 1,000 was read as 850'],
    ['0%', '1000', 0, '0% of 1,000 was read as 0'],
    ['100%', '1000', 1000, '100% of 1,000 was read as 1,000'],
    ['85.3%', '1000', 853, '85.3% of 1,000 was read as 853'],
    ['33.3%', '100', 33, '33.3% of 100 was read as 33, rounded'],
  ])('%s of %s accounts is %i, and that is said', (share, accounts, withAccess, warning) => {
    const row = { online_accounts: accounts, accounts_with_access: share };
    expect(counts(row)).toMatchObject({ accountsWithAccess: withAccess });
    expect(extracted(row).warnings).toEqual([{ row: 2, column: 'accounts_with_access', warning }]);
  });

  test.each([
    ['without a count beside it', { accounts_with_access: '85%' }],
    ['of a count that is none', { online_accounts: 'many', accounts_with_access: '85%' }],
    ['above 100', { online_accounts: '1000', accounts_with_access: '101%' }],
    ['below 0', { online_accounts: '1000', accounts_with_access: '-1%' }],
    ['in another column', { online_accounts: '85%' }],
    ['of patients', { online_accounts: '1000', patients_104: '12%' }],
  ])('one %s is refused, with what to write', (_, row) => {
    const { problems, taken } = extracted(row);
    expect(taken).toEqual([]);
    const refused = problems.find(({ problem }) => problem.includes('is a percentage'));
    expect(refused?.remedy).toContain('such as 850');
  });

  test('a part is never more than the whole, and the words give both', () => {
    const percentage = fc.double({ min: 0, max: 100, noNaN: true }).map((n) => n.toFixed(2));
    fc.assert(
      fc.property(percentage, fc.nat(1_000_000), (text, whole) => {
        const { part, says } = partOf(`${text}%`, whole)!;
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(whole);
        expect(Math.abs(part - (whole * Number(text)) / 100)).toBeLessThanOrEqual(0.5000001);
        expect(says).toContain(part.toLocaleString('en-GB'));
      }),
    );
  });
});

describe('lists of suppliers', () => {
  test('one clinical system among others is read, with a warning', () => {
    const { said, warnings } = extracted({ system_supplier: 'EVERGREENLIFE/TPP' });
    expect(said[0]?.values).toMatchObject({ supplier: 'TPP' });
    expect(warnings).toMatchObject([
      { column: 'system_supplier', warning: 'names more than one: it was read as TPP' },
    ]);
  });

  test('two clinical systems are refused', () => {
    const { problems } = extracted({ system_supplier: 'EMIS/TPP' });
    expect(problems).toMatchObject([
      {
        column: 'system_supplier',
        found: 'text of 8 characters',
        problem: 'system_supplier names more than one system supplier',
      },
    ]);
  });
});
