import { may } from '../../../shared/access/may.ts';
import type { Member } from '../../../shared/access/member.ts';
import { coverage } from '../../../shared/coverage/coverage.ts';
import {
  type CoverageRow,
  type Denominator,
  type ScopeType,
  SUPPRESSED,
} from '../../../shared/coverage/coverage-row.ts';
import type { AccountsShown } from '../../../shared/coverage/disclosure/accounts-shown.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import type { OnDay } from '../world.ts';
import { isIn, type Place } from './place.ts';

/**
 * Accounts are shown in releases alone. Figures for any clocks would give small counts away: two that differ
 * by one upload, taken from each other, are that practice's own (ADR 10).
 */
const NO_ACCOUNTS: AccountsShown = () => ({
  online_accounts: SUPPRESSED,
  accounts_with_access: SUPPRESSED,
  accounts_pct: SUPPRESSED,
});

/** A table of figures: cut how, of which practices, within which place; null: of England. */
export type FiguresAsk = {
  readonly by: ScopeType;
  readonly denominator: Denominator;
  readonly of: Place | null;
};

/** Levels at which a row may be one practice: their readers see their own alone. */
const SMALL: ReadonlySet<ScopeType> = new Set(['sub-icb', 'pcn']);

/** Whether a row of a level may be one practice. */
export function isSmall(level: ScopeType): boolean {
  return SMALL.has(level);
}

/** A supplier's practices in one place, or a place's on one system, may be one practice, and no release has them. */
function isCross(by: ScopeType, { type }: Place): boolean {
  return type !== 'national' && type !== by && (by === 'supplier' || type === 'supplier');
}

/** The rows that a member may see; below the ICB those of their own practices. */
export function figuresFor(
  member: Member,
  { practices, policy, names }: OnDay,
  { by, denominator, of }: FiguresAsk,
): readonly CoverageRow[] {
  const isOwn = isSmall(by) || (of !== null && (isSmall(of.type) || isCross(by, of)));
  const own = isOwn ? ownOf(member, practices) : practices;
  const there = of === null ? own : own.filter(isIn(of));
  return coverage(there, { by, denominator, policy, names, accounts: NO_ACCOUNTS });
}

/** The practices that a member may see. */
export function ownOf(
  member: Member,
  practices: readonly PracticeOnDay[],
): readonly PracticeOnDay[] {
  if (member.scope.type === 'england') return practices;
  return practices.filter(({ decision, place }) =>
    may(member, 'read-practice', { kind: 'practice', code: decision.practice, ...place }),
  );
}
