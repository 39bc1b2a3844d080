import type { Clocks } from '../../calendar/clocks.ts';
import type { Day, Instant } from '../../calendar/day.ts';
import type { Fact, FactOf } from '../../evidence/fact.ts';
import { knownFacts } from '../../evidence/known.ts';
import type { PracticeCode } from '../../practice/code.ts';
import { placeOf } from '../../state/practice-on-day.ts';
import type { Level } from './level.ts';

type Grouped = ReadonlyMap<PracticeCode, readonly Fact[]>;

/** Who was where before. */
export type PastPlaces = {
  /** True where the newest register file of all knows the place: one that only older files know has ended. */
  readonly isNamedStill: (level: Level, code: string) => boolean;
  /** The practices that were in a place on the last day on which a register file put any there; null: none ever did. */
  readonly lastOf: (
    level: Level,
    code: string,
  ) => { readonly on: Day; readonly practices: readonly PracticeCode[] } | null;
};

/**
 * Looks back at places from all facts, as known at an instant and up to a day. One pass over the register's
 * files says until when each place was named; who was there is worked out only for the places asked for.
 * `nowIn`: practices that are in a place on the day; where one of them is named there by the newest file, the
 * pass is not needed.
 */
export function pastPlacesOf(
  facts: Grouped,
  at: Pick<Clocks, 'validAt' | 'knownAt'>,
  nowIn: (level: Level, code: string) => readonly PracticeCode[],
): PastPlaces {
  const { knownAt } = at;
  const newestHeard = new Map<Level, Day>();
  let days: NamedDays | undefined;
  const isNamedBy = (practice: PracticeCode, level: Level, code: string) =>
    registered(facts.get(practice) ?? [], knownAt).some(
      (fact) => fact.asAt === newestHeard.get(level) && placeIn(fact, level) === code,
    );
  return {
    isNamedStill(level, code) {
      if (!newestHeard.has(level)) newestHeard.set(level, newestOf(facts, at, level));
      if (
        nowIn(level, code)
          .slice(0, 3)
          .some((practice) => isNamedBy(practice, level, code))
      ) {
        return true;
      }
      days ??= namedDays(facts, at);
      return days.last.get(`${level} ${code}`) === days.newest.get(level);
    },
    lastOf(level, code) {
      days ??= namedDays(facts, at);
      const on = days.last.get(`${level} ${code}`);
      if (on === undefined) return null;
      const then = { validAt: on, knownAt, rulesAt: on };
      const practices = [...facts]
        .filter(([, own]) => placeAt(placeOf(own, then), level) === code)
        .map(([practice]) => practice);
      return { on, practices };
    },
  };
}

/** The newest day of a register file that names places of a level, heard of up to the day, taken back or not. */
function newestOf(
  facts: Grouped,
  { validAt, knownAt }: Pick<Clocks, 'validAt' | 'knownAt'>,
  level: Level,
): Day {
  let newest = '' as Day;
  for (const own of facts.values()) {
    for (const { kind, asAt, receivedAt } of own) {
      if (asAt <= newest || (kind !== 'membership' && (kind !== 'listing' || level === 'pcn'))) {
        continue;
      }
      if (asAt <= validAt && receivedAt <= knownAt) newest = asAt;
    }
  }
  return newest;
}

/** Until when each place was named, and the newest day of each level. */
type NamedDays = {
  readonly last: ReadonlyMap<string, Day>;
  readonly newest: ReadonlyMap<Level, Day>;
};

function namedDays(
  facts: Grouped,
  { validAt, knownAt }: Pick<Clocks, 'validAt' | 'knownAt'>,
): NamedDays {
  const last = new Map<string, Day>();
  const newest = new Map<Level, Day>();
  for (const own of facts.values()) {
    for (const fact of registered(own, knownAt)) {
      if (fact.asAt > validAt) continue;
      for (const level of ['icb', 'sub-icb', 'pcn'] as const) {
        const code = placeIn(fact, level);
        if (code === null) continue;
        const key = `${level} ${code}`;
        if ((last.get(key) ?? '') < fact.asAt) last.set(key, fact.asAt);
        if ((newest.get(level) ?? '') < fact.asAt) newest.set(level, fact.asAt);
      }
    }
  }
  return { last, newest };
}

function placeIn(fact: FactOf<'listing'> | FactOf<'membership'>, level: Level): string | null {
  if (level === 'pcn') return fact.kind === 'membership' ? fact.values.pcn : null;
  return level === 'icb' ? fact.values.icb : fact.values.subIcb;
}

/** What was taken back or corrected names no place: else a file sent in error would move the last day of one. */
function registered(own: readonly Fact[], knownAt: Instant) {
  const telling = own.filter(
    ({ kind }) => kind === 'listing' || kind === 'membership' || kind === 'retraction',
  );
  return knownFacts(telling, knownAt).filter(
    (fact) => fact.kind === 'listing' || fact.kind === 'membership',
  );
}

function placeAt(place: ReturnType<typeof placeOf>, level: Level): string | null {
  return level === 'sub-icb' ? place.subIcb : place[level];
}
