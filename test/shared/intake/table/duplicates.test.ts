import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import { withoutDuplicates } from '../../../../shared/intake/table/duplicates.ts';
import {
  accessCounts,
  declared,
  dpiaSaying,
  exemption,
  extract,
  letter,
  listing,
  listSize,
  optInStep,
  planSaying,
  succession,
} from '../../builders.ts';
import { fileSaying } from '../../uploads.ts';

const asAt = '2023-12-04';
const asRead = (...rows: Fact[][]) => withoutDuplicates(fileSaying(rows));

describe('a row that says what an earlier one says', () => {
  test('is a duplicate of the first that does', () => {
    const again = [letter(), declared()];
    const read = asRead(again, [listSize()], again, again);
    expect(read.taken.map(({ row }) => row)).toEqual([2, 3]);
    expect(read.duplicates).toEqual([
      { row: 4, of: 2 },
      { row: 5, of: 2 },
    ]);
    expect(read.warnings).toEqual([]);
  });

  test.each<[string, Fact[], Fact[]]>([
    ['another practice', [letter()], [letter({ code: 'A81002' })]],
    ['another day', [listSize({ asAt })], [listSize({ asAt: '2023-11-04' })]],
    ['less', [letter(), declared()], [letter()]],
    ['more', [letter()], [letter(), declared()]],
    ['another value', [listSize({ patients: 1 })], [listSize({ patients: 2 })]],
  ])('is none if it says %s', (_, first, second) => {
    expect(asRead(first, second)).toMatchObject({
      taken: [{ row: 2 }, { row: 3 }],
      duplicates: [],
    });
  });
});

describe('rows that contradict one another are kept, with a warning that names both', () => {
  test('in words', () => {
    const read = asRead([listSize({ asAt, patients: 1 })], [listSize({ asAt, patients: 2 })]);
    expect(read.taken).toHaveLength(2);
    expect(read.warnings).toEqual([
      {
        row: 3,
        column: null,
        warning:
          'rows 2 and 3 contradict each other: both speak of the number of patients of A81001 as at 4 December 2023, with different values. Both were kept; correct the wrong one and send it again',
      },
    ]);
  });

  test.each<[string, Fact[], Fact[]]>([
    ['the status', [declared({ asAt })], [declared({ asAt, status: 'paused' })]],
    ['the setting', extract({ asAt, on: true }), extract({ asAt, on: false })],
    ['the supplier', extract({ asAt }), extract({ asAt, supplier: 'TPP' })],
    [
      'the counts',
      [accessCounts({ asAt, patients104: 1 })],
      [accessCounts({ asAt, patients104: 2 })],
    ],
    ['a listing', [listing({ asAt })], [listing({ asAt, status: 'closed' })]],
    [
      'a letter of one day',
      [letter({ asAt, acknowledgedOn: '2022-11-01' })],
      [letter({ asAt, acknowledgedOn: '2022-11-02' })],
    ],
    ['a step', [optInStep({ asAt, on: '2023-08-01' })], [optInStep({ asAt, on: '2023-08-02' })]],
    ['the successor', [succession({ asAt })], [succession({ asAt, other: 'A81003' })]],
    [
      'the day of a merger',
      [succession({ asAt, effectiveOn: '2023-04-01' })],
      [succession({ asAt, effectiveOn: '2023-05-01' })],
    ],
    [
      'one of several things said',
      [letter({ asAt }), declared({ asAt })],
      [letter({ asAt }), declared({ asAt, status: 'other' })],
    ],
  ])('about %s', (_, first, second) => {
    const read = asRead(first, second);
    expect(read.taken).toHaveLength(2);
    expect(read.warnings).toMatchObject([
      { row: 3, warning: expect.stringContaining('rows 2 and 3 contradict') },
    ]);
  });

  test('a third row is set against the first that gave another value', () => {
    const read = asRead(
      [planSaying({ asAt, leadNamed: true })],
      [planSaying({ asAt, targetOn: '2024-01-01' })],
      [planSaying({ asAt, targetOn: '2024-02-01' })],
    );
    expect(read.warnings).toMatchObject([
      { row: 4, warning: expect.stringContaining('rows 3 and 4') },
    ]);
  });

  test.each<[string, Fact[], Fact[]]>([
    ['of another day', [declared({ asAt })], [declared({ asAt: '2023-12-05', status: 'paused' })]],
    [
      'of another practice',
      [declared({ asAt })],
      [declared({ asAt, status: 'paused', code: 'A81002' })],
    ],
    [
      'that fill one another in',
      [dpiaSaying({ asAt, completedOn: '2023-08-01' })],
      [dpiaSaying({ asAt, outcome: 'opt-in' })],
    ],
    [
      'of two steps',
      [optInStep({ asAt })],
      [optInStep({ asAt, step: 'icb-told', on: '2023-08-20' })],
    ],
    ['of two letters', [letter({ asAt })], [letter({ asAt, sentOn: '2022-11-03' })]],
    [
      'of two exemptions',
      [exemption({ asAt, effectiveOn: '2023-01-01' })],
      [exemption({ asAt, effectiveOn: '2024-01-01', endsOn: '2024-12-31' })],
    ],
    [
      'of two practices that merged into one',
      [succession({ asAt, direction: 'merged-from', other: 'A81003' })],
      [succession({ asAt, direction: 'merged-from', other: 'A81004' })],
    ],
  ])('rows %s do not contradict one another', (_, first, second) => {
    expect(asRead(first, second).warnings).toEqual([]);
  });
});

test('a refused file stays as it is', () => {
  const refused = { row: 0, column: null, found: null, problem: 'no', remedy: 'mend' };
  const read = fileSaying([], { rows: 3, refused });
  expect(withoutDuplicates(read)).toEqual(read);
});
