import { addDays, day, endOfLondonDay } from '../../../../shared/calendar/day.ts';
import type { Row, Table } from '../../../../shared/coverage/table.ts';
import { newlyLiveXmr } from '../../../../shared/coverage/xmr/newly-live.ts';
import { xmrTable } from '../../../../shared/coverage/xmr/xmr-table.ts';
import { POLICY } from '../../../../shared/policy/timeline.ts';
import type { Release, ReleaseScope, TableName } from '../../../../shared/release/release.ts';
import { coverageTableOf } from '../../../../shared/release/tables/coverage.ts';
import { trendTable } from '../../../../shared/release/tables/trend.ts';

const ENGLAND: ReleaseScope = { type: 'national', code: 'ENGLAND', name: 'England' };
const WEEK = day('2023-12-04');
const BANDS = ['opt_in', 'scheduled', 'paused_by_letter', 'working_towards'];
const OTHERS = ['reverted', 'incomplete', 'conflict'];

/** Weeks up to 4 December 2023 of one place with 1,000 practices, more of them live every week. */
export function trendRows(scope: ReleaseScope, weeks: number): readonly Row[] {
  return Array.from({ length: weeks }, (_, i) => {
    const live = 7 * i + (i % 3) * 11;
    const before = i === 0 ? null : 7 * (i - 1) + ((i - 1) % 3) * 11;
    return {
      ...{ week: addDays(WEEK, 7 * (i + 1 - weeks)), scope_type: scope.type },
      ...{ scope_code: scope.code, denominator: 'open', practices: 1000, live },
      ...{ live_pct: live / 10, patients: 9_000_000, patients_live: live * 9000 },
      ...{ patients_live_pct: Math.round(live * 0.93) / 10, no_evidence: 1000 - live - 140 },
      ...Object.fromEntries([...BANDS, ...OTHERS].map((key) => [key, 20])),
      ...{ newly_live: before === null ? null : Math.max(0, live - before), no_longer_live: 0 },
    };
  });
}

/** The figures of one place on 4 December 2023. */
export function coverageRow(type: string, code: string, share: number | null): Row {
  return {
    ...{ as_at: WEEK, scope_type: type, scope_code: code, denominator: 'open' },
    ...{ scope_name: `NHS ${code} & Country Integrated Care Board`, practices: 100, live: share },
    ...{
      live_pct: share,
      live_pct_lower: share && share - 2.5,
      live_pct_upper: share && share + 3.5,
    },
  };
}

/** A release with the tables that charts are drawn from. */
export function releaseWith(
  scope: ReleaseScope,
  { trend, coverage }: { trend: readonly Row[]; coverage: readonly Row[] },
): Release {
  const at = { validAt: WEEK, knownAt: endOfLondonDay(WEEK), rulesAt: WEEK };
  const own = trend.filter((row) => row['scope_code'] === scope.code);
  const tables: Partial<Record<TableName, Table>> = {
    trend: trendTable(trend as Parameters<typeof trendTable>[0]),
    coverage: coverageTableOf(coverage as Parameters<typeof coverageTableOf>[0]),
    xmr: xmrTable(newlyLiveXmr(own, POLICY)),
  };
  const head = {
    ...{ week: WEEK, scope, version: '1.0.0', note: null, clocks: at, comparedWith: at },
    ...{ madeUp: true, codeVersion: 'test' },
  };
  return { head, tables: tables as Release['tables'] };
}

const ICBS = ['QE1', 'QF7', 'QHM', 'QNEW'];

/** England with 40 weeks and four ICBs, one of which no map knows. */
export function england(weeks = 40): Release {
  const icbs = ICBS.map((code, i) => coverageRow('icb', code, 31.7 + 17 * i));
  return releaseWith(ENGLAND, {
    trend: trendRows(ENGLAND, weeks),
    coverage: [coverageRow('national', 'ENGLAND', 78), ...icbs],
  });
}
