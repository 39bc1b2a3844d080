import type { Fact } from '../../evidence/fact.ts';
import { greatest, ofKind, wordNear } from './rank.ts';
import type { Reading } from './reading.ts';

/** What keeps access from most patients though it is on, or will when it is switched on. */
export type HeldBack = {
  readonly isOverShare: boolean;
  readonly isBulkCoded: boolean;
  readonly hasFewAccounts: boolean;
  readonly by: readonly Fact[];
};

/**
 * Works out the 104 share (patients whose latest code is 104, over registered patients), whether bulk
 * coding still stands (a later extract at or under the threshold undoes it), and the account cover.
 */
export function heldBackIn({ facts, on, rules, shown, bulkDoneOn }: Reading): HeldBack {
  const list = greatest(ofKind(facts, 'list-size'), wordNear(on));
  const { counts } = shown;
  const coded = counts?.of('patients104') ?? null;
  const registered = list?.values.patients ?? 0;
  const mostShare = rules.threshold('share-104-over')?.change.value;
  const isKnown = coded !== null && registered > 0;
  const isOverShare = isKnown && mostShare !== undefined && coded * 100 > mostShare * registered;
  const isUndone =
    bulkDoneOn !== undefined && counts !== undefined && counts.asAt >= bulkDoneOn.is && isKnown;
  const leastCover = rules.threshold('accounts-with-access-under')?.change.value;
  const accounts = counts?.of('onlineAccounts') ?? null;
  const withAccess = counts?.of('accountsWithAccess') ?? null;
  const isCoverKnown = leastCover !== undefined && accounts !== null && withAccess !== null;
  return {
    isOverShare,
    isBulkCoded: bulkDoneOn !== undefined && (isOverShare || !isUndone),
    hasFewAccounts: isCoverKnown && withAccess * 100 < leastCover * accounts,
    by: [...(counts?.by ?? []), list, bulkDoneOn?.by].filter((fact) => fact !== undefined),
  };
}
