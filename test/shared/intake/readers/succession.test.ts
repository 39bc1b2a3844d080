import { describe, expect, test } from 'vitest';
import { day } from '../../../../shared/calendar/day.ts';
import { succession } from '../../../../shared/intake/readers/succession.ts';
import { from, readOne } from './return-tables.ts';

const ROW = { predecessor_code: 'a81001', successor_code: 'A81002', effective_date: '01/04/2023' };
const read = (row: Record<string, string>, context = from('national')) =>
  readOne(succession, { ...ROW, ...row }, context);

describe('a merger', () => {
  test('says one thing about each of the two practices', () => {
    const at = { kind: 'succession', effectiveOn: '2023-04-01', asAt: '2023-12-10', row: 2 };
    expect(read({}).said).toEqual([
      { ...at, practice: 'A81001', values: { direction: 'merged-into', other: 'A81002' } },
      { ...at, practice: 'A81002', values: { direction: 'merged-from', other: 'A81001' } },
    ]);
  });

  test('speaks of the day that the sender gives for the file', () => {
    const { said } = read({}, from('national', { asAt: day('2023-05-01') }));
    expect(said.map(({ asAt }) => asAt)).toEqual(['2023-05-01', '2023-05-01']);
  });

  test.each(['practice', 'supplier', 'icb'] as const)('is refused from %s', (role) => {
    const { refused, taken } = read({}, from(role));
    expect(taken).toEqual([]);
    expect(refused).toMatchObject({ row: 0, remedy: expect.stringContaining('NHS England') });
  });

  test('of a practice into itself is rejected, however it is spelt', () => {
    const { problems, taken } = read({ successor_code: 'A 81001' });
    expect(taken).toEqual([]);
    expect(problems).toMatchObject([
      { row: 2, column: 'successor_code', problem: expect.stringContaining('into itself') },
    ]);
  });

  test.each([
    ['predecessor_code', '81001'],
    ['successor_code', ''],
    ['effective_date', '31/04/2023'],
    ['effective_date', '11/12/2023'],
  ])('with %s "%s" is rejected', (column, cell) => {
    expect(read({ [column]: cell })).toMatchObject({ taken: [], problems: [{ row: 2, column }] });
  });
});
