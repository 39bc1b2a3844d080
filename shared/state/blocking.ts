import type { Fact } from '../evidence/fact.ts';
import type { PolicyEntry, PolicyInForce } from '../policy/entry.ts';
import { countIn, type Picture } from './picture.ts';

/** What code 104 and low account cover do to a practice's access (NHS England, February 2023 and July 2024). */
export type Blocking = {
  /** Percent of registered patients whose latest code is 104; null where either count is missing. */
  readonly share104: number | null;
  readonly isOverThreshold: boolean;
  /** Bulk coding was done, and no later extract shows that it has been undone. */
  readonly isBulkCoded: boolean;
  readonly hasFewAccounts: boolean;
  readonly by: readonly Fact[];
  readonly entries: readonly PolicyEntry[];
};

/** Works out what stands in the way of access; it never gives a status by itself. */
export function blockingOf(picture: Picture, { thresholds }: PolicyInForce): Blocking {
  const { counts, countsBefore, list, bulk104 } = picture;
  const shareEntry = thresholds['share-104-over'];
  const accountsEntry = thresholds['accounts-with-access-under'];
  const coded = countIn(picture, 'patients104');
  const patients = list?.values.patients ?? 0;
  const share104 = coded === null || patients === 0 ? null : (100 * coded) / patients;
  const isOverThreshold =
    share104 !== null && shareEntry !== null && share104 > shareEntry.change.value;
  const doneOn = bulk104.doneOn?.value;
  const seenSince = doneOn !== undefined && counts !== null && counts.asAt >= doneOn;
  const isBulkCoded = doneOn !== undefined && !(seenSince && share104 !== null && !isOverThreshold);
  const onlineAccounts = countIn(picture, 'onlineAccounts');
  const accountsWithAccess = countIn(picture, 'accountsWithAccess');
  const hasFewAccounts =
    accountsEntry !== null &&
    onlineAccounts !== null &&
    accountsWithAccess !== null &&
    100 * accountsWithAccess < accountsEntry.change.value * onlineAccounts;
  const by = [counts, ...countsBefore, list, bulk104.doneOn?.by].filter((f) => f != null);
  const entries = [shareEntry, accountsEntry].filter((e) => e !== null);
  return { share104, isOverThreshold, isBulkCoded, hasFewAccounts, by, entries };
}
