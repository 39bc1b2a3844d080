import { describe, expect, test } from 'vitest';
import { exemptions } from '../../../../shared/intake/readers/exemptions.ts';
import { from, readOne } from './return-tables.ts';

const ROW = {
  practice_code: 'A81001',
  level: 'ICB',
  reason: 'Moving to another system after Dr Smith retired',
  approved_by: 'Jo Bloggs',
  start_date: '01/11/2023',
  end_date: '31/03/2024',
};
const read = (row: Record<string, string>, context = from('icb')) =>
  readOne(exemptions, { ...ROW, ...row }, context);

describe('an exemption', () => {
  test('keeps of reason and approver only that they were given', () => {
    const { said } = read({});
    expect(said).toEqual([
      {
        kind: 'exemption',
        practice: 'A81001',
        effectiveOn: '2023-11-01',
        asAt: '2023-12-10',
        row: 2,
        values: { level: 'icb', approverGiven: true, reasonGiven: true, endsOn: '2024-03-31' },
      },
    ]);
  });

  test.each([
    ['icb', 'icb'],
    ['national', 'icb'],
    ['national', 'national'],
  ] as const)('from %s at level %s is taken', (role, level) => {
    expect(read({ level }, from(role)).said[0]?.values).toMatchObject({ level });
  });

  test('at national level is not for an ICB to give', () => {
    expect(read({ level: 'national' })).toMatchObject({
      taken: [],
      problems: [{ row: 2, column: 'level', found: 'national' }],
    });
  });

  test.each(['practice', 'pcn', 'supplier'] as const)('is refused from %s', (role) => {
    expect(read({}, from(role))).toMatchObject({ taken: [], refused: { row: 0 } });
  });

  test('that ends before it starts is rejected, beside all else that is wrong', () => {
    const { problems } = read({ end_date: '31/10/2023', level: 'national', reason: '' });
    expect(problems.map(({ column }) => column)).toEqual(['reason', 'level', 'end_date']);
    expect(problems.at(-1)?.problem).toBe(
      'end_date, 31 October 2023, is before start_date, 1 November 2023',
    );
  });

  test('may end on the day it starts', () => {
    expect(read({ end_date: '01/11/2023' }).problems).toEqual([]);
  });

  test.each([
    ['reason', 'TBC'],
    ['approved_by', ''],
    ['approved_by', 'nobody'],
    ['start_date', '11/12/2023'],
    ['level', 'regional'],
  ])('with %s "%s" is rejected', (column, cell) => {
    expect(read({ [column]: cell })).toMatchObject({ taken: [], problems: [{ row: 2, column }] });
  });
});
