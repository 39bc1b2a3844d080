import type { Status } from '../../state/decision.ts';
import type { ScopeType } from '../coverage-row.ts';
import { byCodeNotKnownLast } from '../scopes.ts';
import { type Counts, count, noCounts, scopeOf } from './counts.ts';
import { CAUSES, type Cause, type Leg } from './leg.ts';

/** The change in each status, in the order of the coverage columns; who is out of scope is in no figure. */
const STATUS_CHANGES = {
  live: 'live_change',
  'opt-in': 'opt_in_change',
  scheduled: 'scheduled_change',
  'paused-by-letter': 'paused_by_letter_change',
  'working-towards': 'working_towards_change',
  reverted: 'reverted_change',
  incomplete: 'incomplete_change',
  conflict: 'conflict_change',
  'no-evidence': 'no_evidence_change',
} as const satisfies Readonly<Record<Exclude<Status, 'out-of-scope'>, string>>;
type StatusChange = (typeof STATUS_CHANGES)[keyof typeof STATUS_CHANGES];

/** By how much one cause, or all of them together, changed the figures of one scope. */
export type MovementRow = {
  readonly scope_type: ScopeType;
  readonly scope_code: string;
  readonly cause: Cause | 'total';
  /** Practices with a step of this cause that counts here, whichever way; one that comes and goes is one. */
  readonly practices_moved: number;
  readonly practices_change: number;
  readonly patients_change: number;
  readonly patients_live_change: number;
} & Readonly<Record<StatusChange, number>>;

/**
 * The legs added up: for each scope of the cut in which something moved one row for each cause, in the
 * order of `CAUSES`, and a row of their total. Scopes by code, the one that is not known last. A leg
 * counts where it stands: a transfer takes from the old scope what it gives to the new one, and is nothing
 * where both are the same. Over the scopes, the rows of a cause add up to England's.
 */
export function movement(
  legs: readonly Leg[],
  { by }: { readonly by: ScopeType },
): readonly MovementRow[] {
  const scopes = new Map<string, ByCause>();
  for (const leg of legs) addLeg(leg, by, scopes);
  const codes = [...scopes.keys()].sort(byCodeNotKnownLast);
  return codes.flatMap((code) => {
    const byCause = scopes.get(code)!;
    const ordered = ORDER.filter((cause) => byCause.has(cause));
    return ordered.map((cause) => rowOf({ by, code, cause }, byCause.get(cause)!));
  });
}

const TOTAL = 'total';
const ORDER = [...CAUSES, TOTAL] as const;

type Moved = Counts & { readonly practicesMoved: Set<string> };
type ByCause = Map<Cause | typeof TOTAL, Moved>;

function addLeg({ practice, cause, from, to }: Leg, by: ScopeType, scopes: Map<string, ByCause>) {
  const old = from === null ? null : scopeOf(from, by);
  const now = to === null ? null : scopeOf(to, by);
  if (cause === 'transfer' && old === now) return;
  for (const row of [cause, TOTAL] as const) {
    const at = (code: string) => movedIn({ scopes, code, row });
    if (from !== null) add(at(old!), { practice, standing: from, times: -1 });
    if (to !== null) add(at(now!), { practice, standing: to, times: 1 });
  }
}

type Part = { practice: string; standing: NonNullable<Leg['from']>; times: 1 | -1 };

function add(moved: Moved, { practice, standing, times }: Part): void {
  moved.practicesMoved.add(practice);
  count(moved, standing, times);
}

type Place = { scopes: Map<string, ByCause>; code: string; row: Cause | typeof TOTAL };

function movedIn({ scopes, code, row }: Place): Moved {
  const byCause: ByCause = scopes.get(code) ?? new Map();
  scopes.set(code, byCause);
  const moved = byCause.get(row) ?? { ...noCounts(), practicesMoved: new Set<string>() };
  byCause.set(row, moved);
  return moved;
}

type Whose = { by: ScopeType; code: string; cause: Cause | typeof TOTAL };

function rowOf({ by, code, cause }: Whose, moved: Moved): MovementRow {
  return {
    scope_type: by,
    scope_code: code,
    cause,
    practices_moved: moved.practicesMoved.size,
    practices_change: moved.practices,
    ...statusChanges(moved),
    patients_change: moved.patients,
    patients_live_change: moved.patientsLive,
  };
}

function statusChanges({ byStatus }: Counts): Readonly<Record<StatusChange, number>> {
  const changes = Object.entries(STATUS_CHANGES) as [keyof typeof STATUS_CHANGES, StatusChange][];
  const counted = changes.map(([status, column]) => [column, byStatus[status]]);
  return Object.fromEntries(counted) as Record<StatusChange, number>;
}
