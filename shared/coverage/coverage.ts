import type { PolicyInForce } from '../policy/entry.ts';
import { freshFrom } from './bounds.ts';
import type { CoverageRow, Denominator, ScopeType } from './coverage-row.ts';
import { DENOMINATOR_RULES } from './denominators.ts';
import { type AccountsShown, accountsShown } from './disclosure/accounts-shown.ts';
import type { PlaceNames } from './names.ts';
import { percentage } from './percentage.ts';
import type { PracticeOnDay } from './practice-on-day.ts';
import { byCodeNotKnownLast, CUTS, NOT_KNOWN } from './scopes.ts';
import { addInside, addOutside, emptyTally, type Tally } from './tally.ts';
import { targetToShow } from './target.ts';

export { type PlaceNames, placeNames } from './names.ts';

/** What a table of coverage is asked for. `policy` also says which day it is about. */
export type CoverageAsk = {
  readonly by: ScopeType;
  readonly denominator: Denominator;
  readonly policy: PolicyInForce;
  readonly names: PlaceNames;
  /**
   * What may be shown of accounts, from every practice of the day. Must be given where `practices` are
   * fewer than that (an ICB's own); else it is worked out from them.
   */
  readonly accounts?: AccountsShown;
};

/**
 * The figures: one row for each scope, sorted by code, the scope that is not known last. Takes every
 * practice of the day, in any order, in and out of scope; one pass over them. England always has its
 * row, even an empty one; any other scope has one where a practice in scope or a registered list is.
 *
 * In every row practices = live + opt_in + scheduled + paused_by_letter + working_towards + reverted +
 * conflict + incomplete + no_evidence, and over the rows of any cut each count adds up to England's.
 */
export function coverage(
  practices: readonly PracticeOnDay[],
  ask: CoverageAsk,
): readonly CoverageRow[] {
  const tallies = tallied(practices, ask);
  const codes = [...tallies.keys()].sort(byCodeNotKnownLast);
  const accounts = ask.accounts ?? accountsShown(practices);
  return codes.map((code) => rowOf(code, tallies.get(code)!, { ...ask, accounts }));
}

function tallied(practices: readonly PracticeOnDay[], ask: CoverageAsk): Map<string, Tally> {
  const { codeOf } = CUTS[ask.by];
  const isInside = DENOMINATOR_RULES[ask.denominator];
  const fresh = freshFrom(ask.policy);
  const tallies = new Map<string, Tally>();
  if (ask.by === 'national') tallies.set('ENGLAND', emptyTally());
  for (const practice of practices) {
    const tally = tallyFor(codeOf(practice) ?? NOT_KNOWN, tallies);
    if (isInside(practice)) addInside(tally, practice, fresh);
    else addOutside(tally, practice);
  }
  return ask.by === 'national' ? tallies : withoutGhosts(tallies);
}

/**
 * The register still lists closed practices under areas long abolished. A place where on this day there
 * is neither a practice in scope nor a registered list gets no row: its out-of-scope practices are
 * counted as of no known place, so that the sum still holds.
 */
function withoutGhosts(tallies: Map<string, Tally>): Map<string, Tally> {
  for (const [code, tally] of [...tallies]) {
    if (tally.isPeopled || code === NOT_KNOWN) continue;
    tallies.delete(code);
    tallyFor(NOT_KNOWN, tallies).outOfScope += tally.outOfScope;
  }
  return tallies;
}

function tallyFor(code: string, tallies: Map<string, Tally>): Tally {
  let tally = tallies.get(code);
  if (tally === undefined) {
    tally = emptyTally();
    tallies.set(code, tally);
  }
  return tally;
}

function rowOf(code: string, tally: Tally, ask: Required<CoverageAsk>): CoverageRow {
  const { nameOf, notKnown } = CUTS[ask.by];
  return {
    as_at: ask.policy.validAt,
    scope_type: ask.by,
    scope_code: code,
    scope_name: code === NOT_KNOWN ? notKnown : nameOf(code, ask.names),
    denominator: ask.denominator,
    ...practicesIn(tally),
    ...patientsIn(tally),
    ...ask.accounts({ ...tally, scope: ask.by, code, denominator: ask.denominator }),
    ...targetToShow(ask.policy),
  };
}

function practicesIn({ byStatus, practices, liveForSure, ...tally }: Tally) {
  return {
    practices,
    live: byStatus.live,
    live_pct: percentage(byStatus.live, practices),
    live_pct_lower: percentage(liveForSure, practices),
    live_pct_upper: percentage(liveForSure + tally.unknown, practices),
    restricted: tally.restricted,
    declared_live: tally.declaredLive,
    opt_in: byStatus['opt-in'],
    scheduled: byStatus.scheduled,
    paused_by_letter: byStatus['paused-by-letter'],
    paused_with_plan: tally.pausedWithPlan,
    working_towards: byStatus['working-towards'],
    reverted: byStatus.reverted,
    incomplete: byStatus.incomplete,
    conflict: byStatus.conflict,
    no_evidence: byStatus['no-evidence'],
    unreviewed: tally.unreviewed,
    no_document: tally.noDocument,
    out_of_scope: tally.outOfScope,
  };
}

function patientsIn({ patients, patientsLive, patientsOutside }: Tally) {
  return {
    patients,
    patients_live: patientsLive,
    patients_live_pct: percentage(patientsLive, patients),
    patients_outside: patientsOutside,
  };
}
