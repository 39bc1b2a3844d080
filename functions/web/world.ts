import type { Clocks } from '../../shared/calendar/clocks.ts';
import type { Instant } from '../../shared/calendar/day.ts';
import { type PlaceNames, placeNames } from '../../shared/coverage/names.ts';
import type { PracticeOnDay } from '../../shared/coverage/practice-on-day.ts';
import type { Fact } from '../../shared/evidence/fact.ts';
import type { PolicyInForce } from '../../shared/policy/entry.ts';
import { policyInForce } from '../../shared/policy/timeline.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import { groupByPractice, practicesOnDay } from '../../shared/state/practice-on-day.ts';
import type { Ledger } from '../../shared/store/ports.ts';

/** All facts there are, as this process last read them. */
export type Known = {
  /** Grows with each reading that brought news: what was worked out under an earlier one may be old. */
  readonly version: number;
  readonly facts: readonly Fact[];
  readonly byPractice: ReadonlyMap<PracticeCode, readonly Fact[]>;
  /** When the latest of them was received; "" where there are none. */
  readonly lastReceipt: Instant | '';
};

/** Every practice under three clocks. */
export type OnDay = {
  readonly clocks: Clocks;
  readonly known: Known;
  readonly policy: PolicyInForce;
  readonly names: PlaceNames;
  readonly practices: readonly PracticeOnDay[];
  readonly byCode: ReadonlyMap<PracticeCode, PracticeOnDay>;
};

/** England in memory: the ledger, and what was asked of it last. */
export type World = {
  /** Brings the facts up to date, where they were read longer ago than they may be. */
  known(): Promise<Known>;
  on(clocks: Clocks): Promise<OnDay>;
};

type Deps = {
  readonly ledger: Pick<Ledger, 'all'>;
  readonly now: () => Instant;
  /** For how long facts that were read count as all there are. */
  readonly mostAgeMs: number;
};

/** Days under other clocks that are kept: each has some 7,000 practices. */
const DAYS_KEPT = 6;

/**
 * The facts of England, read from the ledger and kept: files of the ledger never change, so only new ones
 * are read again. An upload shows on pages when it was read, seconds after it was committed.
 */
export function worldOf(deps: Deps): World {
  const read = readAnew(deps);
  const days = new Map<string, OnDay>();
  return {
    known: read,
    async on(clocks) {
      const known = await read();
      const key = keyOf(clocks, known);
      const kept = days.get(key) ?? worked(clocks, known);
      days.delete(key);
      days.set(key, kept);
      for (const oldest of days.keys()) {
        if (days.size > DAYS_KEPT) days.delete(oldest);
      }
      return kept;
    },
  };
}

function readAnew({ ledger, now, mostAgeMs }: Deps): () => Promise<Known> {
  let last: { readonly known: Known; readonly at: number } | undefined;
  let reading: Promise<Known> | undefined;
  async function read(): Promise<Known> {
    const facts = await ledger.all();
    const before = last?.known;
    const known = before?.facts === facts ? before : knownIn(facts, (before?.version ?? 0) + 1);
    last = { known, at: Date.parse(now()) };
    return known;
  }
  return () => {
    if (last !== undefined && Date.parse(now()) - last.at < mostAgeMs) {
      return Promise.resolve(last.known);
    }
    // Many pages at once read once.
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
}

function knownIn(facts: readonly Fact[], version: number): Known {
  let lastReceipt: Instant | '' = '';
  for (const { receivedAt } of facts) if (receivedAt > lastReceipt) lastReceipt = receivedAt;
  return { version, facts, byPractice: groupByPractice(facts), lastReceipt };
}

/** Asked as known at any time after the latest receipt, the answer is one and the same. */
function keyOf({ validAt, knownAt, rulesAt }: Clocks, { version, lastReceipt }: Known): string {
  const known = knownAt >= lastReceipt ? 'all' : knownAt;
  return `${version} ${validAt} ${known} ${rulesAt}`;
}

function worked(clocks: Clocks, known: Known): OnDay {
  const policy = policyInForce(clocks);
  const practices = practicesOnDay(known.byPractice, clocks, policy);
  const byCode = new Map(practices.map((practice) => [practice.decision.practice, practice]));
  return { clocks, known, policy, names: placeNames(known.facts, clocks), practices, byCode };
}
