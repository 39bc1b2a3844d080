import { addDays, day, instant } from '../../../../shared/calendar/day.ts';
import { contradictionsTable } from '../../../../shared/coverage/contradictions.ts';
import { coverage } from '../../../../shared/coverage/coverage.ts';
import {
  DENOMINATORS,
  SCOPE_TYPES,
  type ScopeType,
} from '../../../../shared/coverage/coverage-row.ts';
import { CAUSES, type Leg } from '../../../../shared/coverage/moved/leg.ts';
import { movedTable, movementTable } from '../../../../shared/coverage/moved/moved-tables.ts';
import { movement } from '../../../../shared/coverage/moved/movement.ts';
import type { PlaceNames } from '../../../../shared/coverage/names.ts';
import type { PracticeOnDay } from '../../../../shared/coverage/practice-on-day.ts';
import type { Column, Table } from '../../../../shared/coverage/table.ts';
import type { TrendRow } from '../../../../shared/coverage/trend-row.ts';
import { newlyLiveXmr } from '../../../../shared/coverage/xmr/newly-live.ts';
import { xmrTable } from '../../../../shared/coverage/xmr/xmr-table.ts';
import { POLICY, policyInForce } from '../../../../shared/policy/timeline.ts';
import type { Chart } from '../../../../shared/release/chart.ts';
import type { Release, ReleaseHead, ReleaseScope } from '../../../../shared/release/release.ts';
import { coverageTableOf } from '../../../../shared/release/tables/coverage.ts';
import {
  denominatorsTable,
  denominatorTable,
} from '../../../../shared/release/tables/denominators.ts';
import { freshnessTable } from '../../../../shared/release/tables/freshness.ts';
import { practicesTable } from '../../../../shared/release/tables/practices.ts';
import { restatementsTable } from '../../../../shared/release/tables/restatements.ts';
import { trendTable } from '../../../../shared/release/tables/trend.ts';
import { STATUSES } from '../../../../shared/state/decision.ts';
import { daysAgo, practice } from '../../coverage/practices.ts';

const WEEK = day('2023-12-04');
const BEFORE = day('2023-11-27');
export const POLICY_OF_WEEK = policyInForce({ rulesAt: WEEK, validAt: WEEK });
const ENGLAND: ReleaseScope = { type: 'national', code: 'ENGLAND', name: 'England' };
export const HUMBER: ReleaseScope = { type: 'icb', code: 'QOQ', name: 'Humber made-up ICB' };

const ICBS = ['QOQ', 'QHM', 'QWO', 'QF7', 'QE1', 'QYG', 'QOP', 'QJK', 'QT6', 'QVV'];
const REGIONS = ['Y63', 'Y63', 'Y63', 'Y63', 'Y62', 'Y62', 'Y62', 'Y58', 'Y58', 'Y58'];

const CUTS_OF_ICB: readonly ScopeType[] = ['icb', 'sub-icb', 'pcn', 'supplier'];

type Made = {
  readonly head?: Partial<ReleaseHead>;
  /** Practices an ICB. */
  readonly each?: number;
  readonly icbs?: readonly string[];
  readonly weeks?: number;
};

/** A release as a week in December 2023 might look: made of invented practices, by the builders of the product. */
export function madeRelease({ head, each = 8, icbs = ICBS, weeks = 30 }: Made = {}): Release {
  const full: ReleaseHead = {
    week: WEEK,
    scope: ENGLAND,
    version: '1.0.0',
    note: null,
    clocks: { validAt: WEEK, knownAt: instant('2023-12-04T06:00:00Z'), rulesAt: WEEK },
    comparedWith: { validAt: BEFORE, knownAt: instant('2023-11-27T06:00:00Z'), rulesAt: BEFORE },
    madeUp: true,
    codeVersion: '0.1.0',
    ...head,
  };
  const { type, code } = full.scope;
  const practices = madePractices(icbs, each).filter(
    ({ place }) => type === 'national' || place.icb === code,
  );
  const names = namesOf(icbs);
  const legs = legsOf(practices);
  const trend = trendTable(trendRows(full.scope, { weeks, practices }));
  return {
    head: full,
    tables: {
      coverage: coverageTableOf(coverageRows(practices, names, type)),
      movement: movementTable(
        (type === 'icb' ? CUTS_OF_ICB : SCOPE_TYPES).flatMap((by) => movement(legs, { by })),
        names,
      ),
      moved: movedTable(legs, {
        from: full.comparedWith,
        to: full.clocks,
        denominator: 'open',
      }),
      trend,
      xmr: xmrTable(newlyLiveXmr(trend.rows, POLICY)),
      freshness: freshnessTable(practices, {
        policy: POLICY_OF_WEEK,
        names,
        levels: type === 'icb' ? ['icb', 'sub-icb', 'supplier'] : ['national', 'region', 'icb'],
      }),
      denominators: denominatorsTable(practices),
      denominator: denominatorTable(practices),
      published: publishedTable(type),
      contradictions: contradictionsTable(practices),
      practices: practicesTable(practices, POLICY_OF_WEEK),
      restatements: restatementsTable([]),
    },
  };
}

/** The same for every call, and unlike from practice to practice. */
function madePractices(icbs: readonly string[], each: number): readonly PracticeOnDay[] {
  return icbs.flatMap((icb, at) =>
    Array.from({ length: each }, (_, i) => madePractice({ icb, at, number: at * each + i })),
  );
}

function madePractice({ icb, at, number }: { icb: string; at: number; number: number }) {
  const lot = (number * 7919 + at * 104_729) % 100;
  const status = lot < 90 - at ? 'live' : STATUSES[lot % STATUSES.length]!;
  const isSeen = lot % 23 !== 0;
  // Some open practices have no list, so that the denominators differ.
  const isListed = status !== 'out-of-scope' && lot % 13 !== 0;
  const patients = 2_000 + ((number * 48_271) % 17_000);
  const online = isSeen ? Math.round(patients * 0.48) : null;
  return practice({
    code: `A${String(10_000 + number)}`,
    name: `MADE-UP SURGERY ${number}, HIGH STREET`,
    status: status === 'live' && !isSeen ? 'incomplete' : status,
    place: {
      region: REGIONS[at % 10]!,
      icb,
      subIcb: `${icb}${number % 2}`,
      pcn: `U${icb}${number % 4}`,
    },
    supplier: lot % 3 === 0 ? 'TPP' : 'EMIS',
    patients: isListed ? patients : 0,
    listed: isListed,
    onlineAccounts: online,
    accountsWithAccess: online === null ? null : Math.round(online * 0.78),
    configurationSeenOn: isSeen ? daysAgo(lot % 60) : null,
    declaredLive: lot % 17 === 0,
    declared: lot % 17 === 0 ? { status: 'live', on: null, asAt: daysAgo(5) } : null,
    signals: lot % 17 === 0 ? ['declared-live'] : [],
    outOfScope: status === 'out-of-scope' ? 'is closed' : null,
  });
}

function namesOf(icbs: readonly string[]): PlaceNames {
  const named = (codes: readonly string[], what: string) =>
    new Map(codes.map((code) => [code, `NHS Made-up ${code} ${what}`]));
  return {
    region: new Map([
      ['Y58', 'South West'],
      ['Y62', 'North West'],
      ['Y63', 'North East and Yorkshire'],
    ]),
    icb: named(icbs, 'Integrated Care Board'),
    subIcb: named(
      icbs.flatMap((icb) => [`${icb}0`, `${icb}1`]),
      'Sub-ICB',
    ),
    pcn: new Map(),
  };
}

function coverageRows(
  practices: readonly PracticeOnDay[],
  names: PlaceNames,
  type: ReleaseScope['type'],
) {
  const cuts = type === 'national' ? SCOPE_TYPES : CUTS_OF_ICB;
  return DENOMINATORS.flatMap((denominator) =>
    cuts.flatMap((by) => coverage(practices, { by, denominator, policy: POLICY_OF_WEEK, names })),
  );
}

/** One leg for each cause, of the first practices; most of them became live. */
function legsOf(practices: readonly PracticeOnDay[]): readonly Leg[] {
  return practices.flatMap((to, i): readonly Leg[] => {
    const cause = CAUSES[i % 11];
    if (cause === undefined) return [];
    const { name, decision, patients, place, supplier } = to;
    const now = { status: decision.status, patients, place, supplier };
    const leg = { practice: decision.practice, name, cause, because: `Made-up reason ${i}` };
    if (cause === 'scope-entry') return [{ ...leg, from: null, to: now }];
    if (cause === 'scope-exit') return [{ ...leg, from: now, to: null }];
    if (cause === 'list-size')
      return [{ ...leg, from: { ...now, patients: patients + 12 }, to: now }];
    if (cause === 'transfer') return [{ ...leg, from: { ...now, supplier: 'Vision' }, to: now }];
    const status = i % 4 === 1 && now.status === 'live' ? 'no-evidence' : 'scheduled';
    const was = { ...now, status } as const;
    return i % 7 === 0
      ? [{ ...leg, from: { ...now, status: 'live' }, to: { ...now, status: 'reverted' } }]
      : [{ ...leg, from: was, to: now }];
  });
}

type Weeks = { readonly weeks: number; readonly practices: readonly PracticeOnDay[] };

/** Weeks up to the release's, in which more and more practices are live; the last is not the day's own count. */
function trendRows({ type, code }: ReleaseScope, { weeks, practices }: Weeks): readonly TrendRow[] {
  const open = practices.filter(({ decision }) => decision.status !== 'out-of-scope').length;
  const few = Math.floor(open / 40);
  const liveIn = (i: number) => Math.floor((open * (20 + 50 * (i / weeks) + (i % 3))) / 100);
  return Array.from({ length: weeks }, (_, i) => {
    const live = liveIn(i);
    const share = Math.round((1000 * live) / open) / 10;
    return {
      week: addDays(WEEK, 7 * (i + 1 - weeks)),
      scope_type: type,
      scope_code: code,
      denominator: 'open',
      practices: open,
      live,
      live_pct: share,
      opt_in: few,
      scheduled: few,
      paused_by_letter: few,
      working_towards: few,
      reverted: few,
      incomplete: few,
      conflict: few,
      no_evidence: open - live - 7 * few,
      newly_live: i === 0 ? null : Math.max(0, live - liveIn(i - 1)) + (i % 4),
      no_longer_live: i === 0 ? null : i % 4,
      patients: open * 9_800,
      patients_live: live * 9_800,
      patients_live_pct: share,
    };
  });
}

function publishedTable(type: ReleaseScope['type']): Table {
  const columns: readonly Column[] = [
    { key: 'published_on', heading: 'Published', holds: 'day' },
    { key: 'published_says', heading: 'As worded', holds: 'text' },
    { key: 'measure', heading: 'Measure', holds: 'text' },
    { key: 'denominator', heading: 'Our denominator', holds: 'text' },
    { key: 'arithmetic', heading: 'Arithmetic', holds: 'text' },
  ];
  const row = {
    published_on: '2023-12-04',
    published_says: '81.1% of practices',
    measure: 'share live',
    denominator: 'open',
    arithmetic: '81.1% − 80.0% = 1.1 points',
  };
  return {
    name: 'published',
    title: 'Published figures beside ours',
    says: 'Headline figures that others published, and ours of the same day.',
    columns,
    rows: type === 'national' ? [row] : [],
  };
}

/** A stand-in for the charts: any picture, with the weeks as its table. */
export function madeCharts({ tables }: Release): readonly Chart[] {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 360" role="img"><title>A line that rises</title><path d="M20 340 L780 40" stroke="#005eb8" fill="none" stroke-width="4" /></svg>';
  return ['coverage', 'status-by-week'].map((name) => ({
    name,
    title: `Made-up chart: ${name}`,
    says: 'The line rises from left to right.',
    svg,
    table: tables.trend,
  }));
}
