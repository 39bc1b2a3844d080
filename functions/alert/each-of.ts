import { atOnce } from '../../shared/store/at-once.ts';
import { traceOf } from '../log.ts';
import type { Became, MessageReport } from './delivery-report.ts';
import type { DeliverDeps } from './hand-over.ts';

const AT_ONCE = 4;

/** Does what is to be done with each, at most four at once; a failure is logged, and is that one's alone. */
export function eachOf<T extends { readonly id: string }>(
  { log }: Pick<DeliverDeps, 'log'>,
  items: readonly T[],
  work: (item: T) => Promise<Became>,
): Promise<MessageReport[]> {
  return atOnce(AT_ONCE, items, async (item) => {
    try {
      return { id: item.id, became: await work(item) };
    } catch (error) {
      log.warn('message failed', { id: item.id, ...traceOf(error) });
      return { id: item.id, became: 'failed' };
    }
  });
}
