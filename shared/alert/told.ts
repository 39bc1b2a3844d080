import { type Day, endOfLondonDay, type Instant, instant, isDay } from '../calendar/day.ts';
import type { Delivery } from './message.ts';

/** How far a digest went: what is opened or closed by a run that knew more is news in the next one. */
export type LastDigest = {
  /** The Monday that it was the digest of. */
  readonly week: Day;
  /** The day that it spoke of: later than the Monday where it was late. */
  readonly on: Day;
  readonly knownAt: Instant;
};

/** What a subscription was told already, so that it is not told again. */
export type Told = {
  readonly tells: ReadonlySet<string>;
  /** Null: it had none. */
  readonly lastDigest: LastDigest | null;
  /** By practice: the status that it was told last, and on which day. */
  readonly statuses: ReadonlyMap<string, { readonly status: string; readonly on: string }>;
};

/**
 * What the deliveries of one subscription told. All count, whatever became of them: what is waiting will
 * come, what is uncertain or dead a person decides, and what was refused is not said twice.
 */
export function toldBy(deliveries: readonly Delivery[]): Told {
  const tells = new Set(deliveries.flatMap((delivery) => delivery.tells));
  const statuses = new Map<string, { status: string; on: string }>();
  for (const tell of tells) {
    const [, practice, status, on = ''] = /^state:(\w+)=([\w-]+)@(.+)$/.exec(tell) ?? [];
    if (practice === undefined || status === undefined) continue;
    if (on > (statuses.get(practice)?.on ?? '')) statuses.set(practice, { status, on });
  }
  let lastDigest: LastDigest | null = null;
  for (const delivery of deliveries) {
    const digest = digestIn(delivery);
    if (digest !== null && digest.week > (lastDigest?.week ?? '')) lastDigest = digest;
  }
  return { tells, lastDigest, statuses };
}

function digestIn({ tells, on }: Delivery): LastDigest | null {
  const after = (start: string) =>
    tells.find((tell) => tell.startsWith(start))?.slice(start.length) ?? '';
  const week = after('digest:');
  if (!isDay(week)) return null;
  const known = after('digest-known:');
  return { week, on, knownAt: known === '' ? endOfLondonDay(on) : instant(known) };
}
