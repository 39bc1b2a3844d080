import type { Day } from '../calendar/day.ts';
import { contradictionsTable } from '../coverage/contradictions.ts';
import { coverage } from '../coverage/coverage.ts';
import {
  type CoverageRow,
  DENOMINATORS,
  SCOPE_TYPES,
  type ScopeType,
} from '../coverage/coverage-row.ts';
import { DENOMINATOR_RULES } from '../coverage/denominators.ts';
import { lastWeekSeen } from '../coverage/forecast/history.ts';
import { movedTable, movementTable } from '../coverage/moved/moved-tables.ts';
import { type MovementRow, movement } from '../coverage/moved/movement.ts';
import type { PracticeOnDay } from '../coverage/practice-on-day.ts';
import { byCodeNotKnownLast } from '../coverage/scopes.ts';
import type { TrendRow } from '../coverage/trend-row.ts';
import { newlyLiveXmr } from '../coverage/xmr/newly-live.ts';
import { xmrTable } from '../coverage/xmr/xmr-table.ts';
import { PUBLISHED_COUNTS } from '../policy/published-counts.ts';
import { ENGLAND, type Release, type ReleaseHead, type ReleaseScope } from './release.ts';
import { coverageTableOf } from './tables/coverage.ts';
import { denominatorsTable, denominatorTable } from './tables/denominators.ts';
import { freshnessTable } from './tables/freshness.ts';
import { practicesTable } from './tables/practices.ts';
import { publishedTable } from './tables/published.ts';
import { type Restatement, restatementsTable } from './tables/restatements.ts';
import { trendTable } from './tables/trend.ts';
import type { WorkedOut } from './worked-out.ts';

/** The cuts of each kind of release; the first is the whole of it. */
const CUTS_OF: Readonly<Record<ReleaseScope['type'], readonly ScopeType[]>> = {
  national: SCOPE_TYPES,
  icb: ['icb', 'sub-icb', 'pcn', 'supplier'],
};
/** The cuts in which movement is told. */
export const MOVEMENT_OF: Readonly<Record<ReleaseScope['type'], readonly ScopeType[]>> = {
  national: ['national', 'region', 'icb', 'supplier'],
  icb: ['icb'],
};
const FRESHNESS_OF: Readonly<Record<ReleaseScope['type'], readonly ScopeType[]>> = {
  national: ['national', 'region', 'icb', 'supplier'],
  icb: ['icb', 'sub-icb', 'supplier'],
};

/** England, then every ICB that has an open practice on the day, by code. */
export function scopesOf({ practices, names }: WorkedOut): readonly ReleaseScope[] {
  const codes = new Set<string>();
  for (const practice of practices) {
    const { icb } = practice.place;
    if (icb !== null && DENOMINATOR_RULES.open(practice)) codes.add(icb);
  }
  const icbs = [...codes].sort(byCodeNotKnownLast);
  const named = (code: string) =>
    ({ type: 'icb', code, name: names.icb.get(code) ?? null }) as const;
  return [ENGLAND, ...icbs.map(named)];
}

/** One place's release, cut from the week's work: an ICB's holds its own practices and no other's. */
export function releaseOf(
  worked: WorkedOut,
  head: ReleaseHead,
  restatements: readonly Restatement[],
): Release {
  const { scope } = head;
  const { policy, names } = worked;
  const practices = practicesIn(worked.practices, scope);
  const trend = worked.trend.filter(({ scope_code }) => isAbout(scope, scope_code));
  const own = trend.filter(({ scope_code }) => scope_code === scope.code);
  return {
    head,
    tables: {
      coverage: coverageTableOf(coverageIn(worked, scope, practices)),
      movement: movementTable(movementIn(worked, scope), names),
      moved: movedTable(legsIn(worked, scope), {
        from: head.comparedWith,
        to: head.clocks,
        denominator: 'open',
      }),
      trend: trendTable(trend),
      xmr: xmrTable(newlyLiveXmr(reached(own, practices), announced(worked))),
      freshness: freshnessTable(practices, { policy, names, levels: FRESHNESS_OF[scope.type] }),
      denominators: denominatorsTable(practices),
      denominator: denominatorTable(practices),
      published: publishedTable(publishedOn(head), worked.onPublishedDay),
      contradictions: contradictionsTable(practices),
      practices: practicesTable(practices, policy),
      restatements: restatementsTable(
        restatements.filter((row) => isRestatedIn(scope, row, practices)),
      ),
    },
  };
}

/** The figures of open practices on the earlier day, in the cuts in which movement is told. */
export function coverageBefore(worked: WorkedOut, scope: ReleaseScope): readonly CoverageRow[] {
  const { ask, names, accounts, earlier } = worked;
  const practices = practicesIn(worked.before, scope);
  return MOVEMENT_OF[scope.type]
    .flatMap((by) =>
      // Movement is of practices and patients: accounts play no part, so today's rule on them does no harm.
      coverage(practices, { by, denominator: 'open', policy: earlier, names, accounts }),
    )
    .map((row) => ({ ...row, as_at: ask.comparedWith.validAt }));
}

function practicesIn(
  practices: readonly PracticeOnDay[],
  scope: ReleaseScope,
): readonly PracticeOnDay[] {
  if (scope.type === 'national') return practices;
  return practices.filter(({ place }) => place.icb === scope.code);
}

/** England's release is about every place; an ICB's about itself. */
function isAbout(scope: ReleaseScope, code: string | number | null): boolean {
  return scope.type === 'national' || code === scope.code;
}

/** Of England's log an ICB's release keeps its own rows, its sub-ICBs', and what is said of whole tables. */
function isRestatedIn(
  scope: ReleaseScope,
  { scope_type, scope_code }: Restatement,
  practices: readonly PracticeOnDay[],
): boolean {
  if (scope.type === 'national' || scope_code === null || scope_code === scope.code) return true;
  return scope_type === 'sub-icb' && practices.some(({ place }) => place.subIcb === scope_code);
}

function coverageIn(
  { policy, names, accounts }: WorkedOut,
  scope: ReleaseScope,
  practices: readonly PracticeOnDay[],
): readonly CoverageRow[] {
  return DENOMINATORS.flatMap((denominator) =>
    CUTS_OF[scope.type].flatMap((by) =>
      coverage(practices, { by, denominator, policy, names, accounts }),
    ),
  );
}

function movementIn({ legs }: WorkedOut, scope: ReleaseScope): readonly MovementRow[] {
  return MOVEMENT_OF[scope.type].flatMap((by) =>
    movement(legs, { by }).filter(({ scope_code }) => isAbout(scope, scope_code)),
  );
}

/** Extracts lag: of the weeks after the last that they reach nobody can say yet who went live in them. */
function reached(trend: readonly TrendRow[], practices: readonly PracticeOnDay[]) {
  const open = practices.filter(DENOMINATOR_RULES.open);
  const seenOn = open.map(({ configurationSeenOn }) => configurationSeenOn);
  const last =
    lastWeekSeen(
      seenOn,
      trend.map(({ week }) => week as Day),
    ) ?? '';
  return trend.filter(({ week }) => String(week) <= last);
}

/** A practice that went from one ICB to another is told of in both. */
function legsIn({ legs }: WorkedOut, scope: ReleaseScope) {
  if (scope.type === 'national') return legs;
  const isHere = (icb: string | null | undefined) => icb === scope.code;
  return legs.filter(({ from, to }) => isHere(from?.place.icb) || isHere(to?.place.icb));
}

function announced({ ask: { entries, clocks } }: WorkedOut) {
  return entries.filter(({ announcedOn }) => announcedOn <= clocks.rulesAt);
}

function publishedOn({ week, scope }: ReleaseHead) {
  return PUBLISHED_COUNTS.filter((one) => one.on <= week && isAbout(scope, one.scope.code));
}
