import type { Instant } from '../../shared/calendar/day.ts';
import { atOnce } from '../../shared/store/at-once.ts';
import type { Quarantine, Work } from '../../shared/store/ports.ts';

const RECEIPTS_AT_ONCE = 8;

export type InProcessDeps = {
  readonly quarantine: Pick<Quarantine, 'waiting'>;
  readonly work: Pick<Work, 'receipt'>;
};

/**
 * The ids of uploads that had come by an instant and are still in process, in their order: the object
 * lies in quarantine and there is no receipt. Intake writes the receipt after the commit, so what has one
 * is in the ledger. An announcement whose file never came is not in process.
 */
export async function uploadsInProcess(
  { quarantine, work }: InProcessDeps,
  by: Instant,
): Promise<readonly string[]> {
  const waiting = await quarantine.waiting(by);
  const receipts = await atOnce(RECEIPTS_AT_ONCE, waiting, ({ uploadId }) =>
    work.receipt(uploadId),
  );
  return waiting.filter((_, at) => receipts[at] === undefined).map(({ uploadId }) => uploadId);
}
