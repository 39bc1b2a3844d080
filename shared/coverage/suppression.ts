import { type ScopeType, SUPPRESSED } from './coverage-row.ts';
import { percentage } from './percentage.ts';

/** Counts of people from 1 up to this many are not shown below national level. */
const FEW = 7;

/** People with an online account and, of them, with access; null where no supplier has said. */
export type Accounts = { readonly online: number | null; readonly withAccess: number | null };
type Shown = number | null | typeof SUPPRESSED;

/** A count of people as it may be shown below national level. */
export function shownCount(count: number | null): Shown {
  return count !== null && count >= 1 && count <= FEW ? SUPPRESSED : count;
}

/**
 * The account columns as they may be shown. Below national level a count of 1 to 7 people becomes
 * `[c]`, and the percentage with it, since it would give the count away (NHS England disclosure
 * control; GSS shorthand). Counts of practices, and list sizes, which NHS England publishes as they
 * are, need none of this.
 */
export function accountsToShow({ online, withAccess }: Accounts, scope: ScopeType) {
  const shown = scope === 'national' ? (count: number | null): Shown => count : shownCount;
  const isHidden = (count: number | null) => shown(count) === SUPPRESSED;
  const share = online === null || withAccess === null ? null : percentage(withAccess, online);
  return {
    online_accounts: shown(online),
    accounts_with_access: shown(withAccess),
    accounts_pct: isHidden(online) || isHidden(withAccess) ? SUPPRESSED : share,
  };
}
