import type { Member } from '../../../shared/access/member.ts';
import type { Clocks } from '../../../shared/calendar/clocks.ts';
import type { Day } from '../../../shared/calendar/day.ts';
import { DENOMINATOR_RULES } from '../../../shared/coverage/denominators.ts';
import { lastWeekSeen } from '../../../shared/coverage/forecast/history.ts';
import { CUTS } from '../../../shared/coverage/scopes.ts';
import type { Table } from '../../../shared/coverage/table.ts';
import { trendsOf } from '../../../shared/coverage/trend.ts';
import type { TrendRow } from '../../../shared/coverage/trend-row.ts';
import { weeksOfHistory } from '../../../shared/coverage/weeks-of-history.ts';
import { newlyLiveXmr } from '../../../shared/coverage/xmr/newly-live.ts';
import { xmrTable } from '../../../shared/coverage/xmr/xmr-table.ts';
import { POLICY } from '../../../shared/policy/timeline.ts';
import { trendTable } from '../../../shared/release/tables/trend.ts';
import type { WebDeps } from '../deps.ts';
import type { OnDay } from '../world.ts';
import { isSmall, ownOf } from './figures.ts';
import { type Kept, keptLast, momentKey } from './kept.ts';
import { isIn, type Place } from './place.ts';

/** What a page of the trend, its charts and its file are made of. */
export type Series = {
  /** What the place is called. */
  readonly name: string;
  /** Open practices of the place, a row for each week, oldest first. */
  readonly trend: Table;
  /** Practices newly live, with the limits of what is usual. */
  readonly xmr: Table;
};

type Ask = { readonly member: Member; readonly clocks: Clocks; readonly of: Place };

/** The weeks of one place, as known at the clocks and each under its own rules; null: nobody was there in any. */
export async function seriesOf(
  { world }: Pick<WebDeps, 'world'>,
  { member, clocks, of }: Ask,
): Promise<Series | null> {
  const onDay = await world.on(clocks);
  // A place in which no practice of theirs is on the day is another's matter, though one of theirs came from it.
  if (isSmall(of.type) && !ownOf(member, onDay.practices).some(isIn(of))) return null;
  const all = isSmall(of.type) ? ownTrend(world, member, { onDay, of }) : wholeTrend(world, onDay);
  const rows = all.filter(
    ({ scope_type, scope_code }) =>
      scope_type === of.type && String(scope_code).toLowerCase() === of.code.toLowerCase(),
  );
  if (rows.length === 0) return null;
  const code = String(rows[0]!.scope_code);
  const announced = POLICY.filter(({ announcedOn }) => announcedOn <= clocks.rulesAt);
  return {
    name: CUTS[of.type].nameOf(code, onDay.names) ?? code,
    trend: trendTable(rows),
    xmr: xmrTable(newlyLiveXmr(reached(rows, onDay, of), announced)),
  };
}

type KeptRows = Kept<readonly TrendRow[]>;
const WORLDS = new WeakMap<WebDeps['world'], KeptRows>();

function keptRows(world: WebDeps['world']): KeptRows {
  const kept: KeptRows = WORLDS.get(world) ?? keptLast(12);
  WORLDS.set(world, kept);
  return kept;
}

const PUBLIC = ['national', 'region', 'icb', 'supplier'] as const;

/** All places down to the ICB in one walk: the walk is what takes long. */
function wholeTrend(world: WebDeps['world'], { known, clocks }: OnDay): readonly TrendRow[] {
  return keptRows(world)(momentKey(known, clocks), () =>
    trendsOf(
      known.byPractice,
      { weeks: weeksOfHistory(known.facts, clocks), knownAt: () => clocks.knownAt },
      PUBLIC.map((by) => ({ by, denominator: 'open' })),
    ).flat(),
  );
}

/** Below the ICB: of the practices that are the member's own on the day. */
function ownTrend(
  world: WebDeps['world'],
  member: Member,
  { onDay, of }: { readonly onDay: OnDay; readonly of: Place },
): readonly TrendRow[] {
  const { known, clocks, practices } = onDay;
  const key = `${momentKey(known, clocks)} ${of.type} ${JSON.stringify(member.scope)}`;
  return keptRows(world)(key, () => {
    const own = ownOf(member, practices).flatMap(({ decision: { practice } }) => {
      const facts = known.byPractice.get(practice);
      return facts === undefined ? [] : [[practice, facts] as const];
    });
    const weeks = weeksOfHistory(known.facts, clocks);
    const ways = { weeks, knownAt: () => clocks.knownAt };
    return trendsOf(new Map(own), ways, [{ by: of.type, denominator: 'open' }]).flat();
  });
}

/** Extracts lag: of the weeks after the last that they reach nobody can say yet who went live in them. */
function reached(rows: readonly TrendRow[], { practices }: OnDay, of: Place) {
  const seenOn = practices
    .filter(DENOMINATOR_RULES.open)
    .filter(isIn(of))
    .map(({ configurationSeenOn }) => configurationSeenOn);
  const weeks = rows.map(({ week }) => week as Day);
  const last = lastWeekSeen(seenOn, weeks) ?? '';
  return rows.filter(({ week }) => String(week) <= last);
}
