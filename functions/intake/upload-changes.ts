import type { Day } from '../../shared/calendar/day.ts';
import type { Receipt } from '../../shared/intake/receipt/receipt.ts';
import { changedBy, type StateChange } from '../../shared/state/changed-by.ts';
import { atOnce } from '../../shared/store/at-once.ts';
import type { FactsIndex, Ledger } from '../../shared/store/ports.ts';

/** Above so many practices one pass over the ledger is quicker than a query for each. */
const PRACTICES_TO_QUERY = 100;
const QUERIES_AT_ONCE = 8;

/**
 * What an upload that was taken in changed in the states of practices, by the ledger as it is now; on the
 * London day of its receipt unless another is named.
 */
export async function changesOf(
  { ledger, index }: { readonly ledger: Ledger; readonly index: FactsIndex },
  { uploadId, practices: touched }: Pick<Receipt, 'uploadId' | 'practices'>,
  at: { readonly validAt?: Day } = {},
): Promise<readonly StateChange[]> {
  if (touched === 0) return [];
  if (touched > PRACTICES_TO_QUERY) return changedBy(uploadId, await ledger.all(), at);
  const added = (await ledger.of(uploadId)) ?? [];
  const practices = [...new Set(added.map((fact) => fact.practice))];
  const facts = await atOnce(QUERIES_AT_ONCE, practices, (code) => index.of(code));
  return changedBy(uploadId, facts.flat(), at);
}
