import { type Day, isDay } from '../calendar/day.ts';
import type { Delivery } from './message.ts';

/** What a subscription was told already, so that it is not told again. */
export type Told = {
  readonly tells: ReadonlySet<string>;
  /** The week of the last digest; null: it had none. */
  readonly lastDigest: Day | null;
  /** By practice: the status that it was told last. */
  readonly statuses: ReadonlyMap<string, string>;
};

/**
 * What the deliveries of one subscription told. All count, whatever became of them: what is waiting will
 * come, what is uncertain or dead a person decides, and what was refused is not said twice.
 */
export function toldBy(deliveries: readonly Delivery[]): Told {
  const oldestFirst = deliveries.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
  const tells = new Set(deliveries.flatMap((delivery) => delivery.tells));
  const statuses = new Map<string, string>();
  let lastDigest: Day | null = null;
  for (const delivery of oldestFirst) {
    for (const tell of delivery.tells) {
      const [, week] = /^digest:(.+)$/.exec(tell) ?? [];
      if (week !== undefined && isDay(week) && week > (lastDigest ?? '')) lastDigest = week;
      const [, practice, status] = /^state:(\w+)=([\w-]+)/.exec(tell) ?? [];
      if (practice !== undefined && status !== undefined) statuses.set(practice, status);
    }
  }
  return { tells, lastDigest, statuses };
}
