import { type Denominator, type ScopeType, SUPPRESSED } from '../coverage-row.ts';
import { percentage } from '../percentage.ts';
import type { PracticeOnDay } from '../practice-on-day.ts';
import { type Group, groupsOf } from './accounts.ts';
import { type Cell, cellsOf } from './cells.ts';
import { hiddenAmong } from './protect.ts';
import { type Shown, shownCount, shownShare } from './shown-count.ts';

/** A row's accounts as they are: null where no supplier has said. */
export type AccountsAsk = {
  readonly scope: ScopeType;
  readonly code: string;
  readonly denominator: Denominator;
  readonly online: number | null;
  readonly withAccess: number | null;
  /** How many practices they are of. */
  readonly practicesCounted: number;
};

/** The account columns of a coverage row as they may be shown. */
export type AccountColumns = {
  readonly online_accounts: Shown;
  readonly accounts_with_access: Shown;
  readonly accounts_pct: Shown;
};

export type AccountsShown = (ask: AccountsAsk) => AccountColumns;

const CONFIDENTIAL: AccountColumns = {
  online_accounts: SUPPRESSED,
  accounts_with_access: SUPPRESSED,
  accounts_pct: SUPPRESSED,
};

/**
 * What may be shown of the accounts of any row. Takes every practice of the day, of all England: what one
 * row may say depends on what all others do, so it is decided once, for all tables and files of the day.
 *
 * Under `open` England's row is exact. Below, 1 to 7 people are `[c]`, and so are other counts by which
 * those could be worked out; all else goes to the nearest 5, and the share comes from the rounded counts.
 * Under `listed` and `programme` everything is `[c]`, England's row too: two nearly equal sets would give
 * away by subtraction what each hides. So is a row that is not in England's own tables, as a supplier's within
 * one ICB, and whatever is asked of fewer practices than the row has (ADR 10; NHS England disclosure control).
 */
export function accountsShown(practices: readonly PracticeOnDay[]): AccountsShown {
  const groups = onceAsked(() => groupsOf(practices));
  const below = onceAsked(() => cellsToShow(groups()));
  const isEngland = ({ practicesCounted }: AccountsAsk) =>
    practicesCounted === practicesIn(groups(), 'open');
  return (ask) => {
    if (ask.online === null || ask.withAccess === null) {
      return { online_accounts: null, accounts_with_access: null, accounts_pct: null };
    }
    if (ask.denominator !== 'open') return CONFIDENTIAL;
    if (ask.scope === 'national') {
      return isEngland(ask) ? asTheyAre(ask.online, ask.withAccess) : CONFIDENTIAL;
    }
    const cell = below().get(`${ask.scope} ${ask.code}`);
    return cell?.practices === ask.practicesCounted ? cell.shown : CONFIDENTIAL;
  };
}

function practicesIn(groups: readonly Group[], denominator: Denominator): number {
  const inside = groups.filter(({ within }) => within.includes(denominator));
  return inside.reduce((total, group) => total + group.practices, 0);
}

function asTheyAre(online: number, withAccess: number): AccountColumns {
  return {
    online_accounts: online,
    accounts_with_access: withAccess,
    accounts_pct: percentage(withAccess, online),
  };
}

type ShownCell = { readonly practices: number; readonly shown: AccountColumns };

function cellsToShow(groups: readonly Group[]): ReadonlyMap<string, ShownCell> {
  const cells = cellsOf(groups);
  const hidden = hiddenAmong(groups, cells);
  const columnsOf = ({ counts }: Cell, i: number): AccountColumns => {
    const online = hidden.online[i] ? SUPPRESSED : shownCount(counts.online);
    const withAccess = hidden.withAccess[i] ? SUPPRESSED : shownCount(counts.withAccess);
    return {
      online_accounts: online,
      accounts_with_access: withAccess,
      accounts_pct: shownShare(withAccess, online),
    };
  };
  return new Map(
    cells.map((cell, i) => [
      `${cell.scope} ${cell.code}`,
      { practices: cell.practices, shown: columnsOf(cell, i) },
    ]),
  );
}

function onceAsked<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
