import { type ScopeType, SUPPRESSED } from './coverage-row.ts';
import { percentage } from './percentage.ts';

/** Counts of people from 1 up to this many are not shown below national level. */
const FEW = 7;

/** People with an online account and, of them, with access; null where no supplier has said. */
export type Accounts = { readonly online: number | null; readonly withAccess: number | null };
type Shown = number | null | typeof SUPPRESSED;

/**
 * The account columns as they may be shown. Below national level a count of 1 to 7 people becomes
 * `[c]`, and the percentage with it, since it would give the count away (NHS England disclosure
 * control; GSS shorthand). Counts of practices, and list sizes, which NHS England publishes as they
 * are, need none of this.
 */
export function accountsToShow({ online, withAccess }: Accounts, scope: ScopeType) {
  const isHidden = (count: number | null) =>
    scope !== 'national' && count !== null && count >= 1 && count <= FEW;
  const shown = (count: number | null): Shown => (isHidden(count) ? SUPPRESSED : count);
  const share = online === null || withAccess === null ? null : percentage(withAccess, online);
  return {
    online_accounts: shown(online),
    accounts_with_access: shown(withAccess),
    accounts_pct: isHidden(online) || isHidden(withAccess) ? SUPPRESSED : share,
  };
}
