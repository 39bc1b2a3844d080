import { describe, expect, test } from 'vitest';
import { type Day, day } from '../../../../shared/calendar/day.ts';
import type { CoverageRow } from '../../../../shared/coverage/coverage-row.ts';
import {
  PUBLISHED_COUNTS,
  type PublishedCount,
} from '../../../../shared/policy/published-counts.ts';
import { POLICY } from '../../../../shared/policy/timeline.ts';
import { publishedTable } from '../../../../shared/release/tables/published.ts';

const ON = day('2023-12-04');
const ours = {
  practices: 6348,
  live: 5148,
  live_pct: 81.1,
  patients_live: 51_000_000,
  accounts_with_access: 22_000_000,
};
const onlyOpen = (on: Day, _: unknown, denominator: string) =>
  on === ON && denominator === 'open' ? (ours as unknown as CoverageRow) : undefined;
const december = PUBLISHED_COUNTS.filter(({ on }) => on === ON);

function rowsOf(published: readonly PublishedCount[]) {
  return publishedTable(published, onlyOpen).rows.filter(
    ({ denominator }) => denominator === 'open',
  );
}

describe('the headline of 4 December 2023 beside ours', () => {
  test.each([
    ['practices live', 4500, 5148, -648, '4,500 − 5,148 = −648'],
    ['share live', 81.1, 81.1, 0, '81.1% − 81.1% = 0.0 points'],
    [
      'people with access',
      23_500_000,
      22_000_000,
      1_500_000,
      '23,500,000 − 22,000,000 = 1,500,000',
    ],
    [
      'registered patients at live practices',
      23_500_000,
      51_000_000,
      -27_500_000,
      '23,500,000 − 51,000,000 = −27,500,000',
    ],
    [
      'practices in all, worked out',
      5549,
      6348,
      -799,
      '4,500 ÷ 81.1% = 5,549; 5,549 − 6,348 = −799',
    ],
  ])('%s', (measure, published, own, difference, arithmetic) => {
    const row = rowsOf(december).find((one) => one.measure === measure);
    expect(row).toMatchObject({ published, ours: own, difference, arithmetic });
  });
});

test('where we have no such figure the row says so and is there', () => {
  const { rows } = publishedTable(december, () => undefined);
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    expect(row).toMatchObject({ ours: null, difference: null });
    expect(row.arithmetic).toContain('No figure of ours');
  }
});

test('every published number stands in a policy entry that says where it was published, and on the same day', () => {
  for (const { entry, on } of PUBLISHED_COUNTS) {
    expect(POLICY.find(({ id }) => id === entry)?.announcedOn).toBe(on);
  }
});

test('no row names a cause: nobody published what theirs counted', () => {
  const words = rowsOf(december)
    .map(({ arithmetic }) => String(arithmetic))
    .join(' ');
  expect(words).not.toMatch(/because|due to|caused|explain/i);
});
