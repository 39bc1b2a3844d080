import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTable } from '../../../../functions/web/coverage/compare-table.ts';
import { day } from '../../../../shared/calendar/day.ts';
import { COVERAGE_COLUMNS, type CoverageRow } from '../../../../shared/coverage/coverage-row.ts';

const [from, to] = [day('2023-11-27'), day('2023-12-04')];
const row = (code: string, over: Partial<CoverageRow> = {}): CoverageRow => ({
  ...(Object.fromEntries(COVERAGE_COLUMNS.map((key) => [key, 0])) as CoverageRow),
  scope_type: 'icb',
  scope_code: code,
  scope_name: code,
  ...over,
});

describe('two weeks side by side', () => {
  it('the difference is the later less the earlier', () => {
    fc.assert(
      fc.property(fc.nat(9000), fc.nat(9000), fc.nat(1000), fc.nat(1000), (a, b, x, y) => {
        const before = [row('QHM', { live: a, live_pct: x / 10 })];
        const after = [row('QHM', { live: b, live_pct: y / 10 })];
        const [found] = compareTable({ from, to, before, after }).rows;
        expect(found).toMatchObject({ live_from: a, live_to: b, live_change: b - a });
        expect(found!['live_pct_change']).toBe((y - x) / 10);
      }),
    );
  });

  it('a place of one week alone has no figures in the other, and no difference', () => {
    const before = [row('QHM', { live: 3 }), row('not known', { live: 1 })];
    const after = [row('QOX', { live: 2 })];
    const { rows } = compareTable({ from, to, before, after });
    expect(rows.map((one) => one['scope_code'])).toEqual(['QHM', 'QOX', 'not known']);
    expect(rows[0]).toMatchObject({ live_from: 3, live_to: null, live_change: null });
    expect(rows[1]).toMatchObject({ live_from: null, live_to: 2, live_change: null });
  });
});
