import type { Clocks } from '../../calendar/clocks.ts';
import type { Day, Instant } from '../../calendar/day.ts';
import type { Fact } from '../../evidence/fact.ts';
import { knownFacts } from '../../evidence/known.ts';
import type { PracticeCode } from '../../practice/code.ts';
import { placeOf } from '../../state/practice-on-day.ts';
import type { Level } from './places.ts';

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
 */
export function pastPlacesOf(
  facts: Grouped,
  { validAt, knownAt }: Pick<Clocks, 'validAt' | 'knownAt'>,
): PastPlaces {
  const last = new Map<string, Day>();
  const newest = new Map<Level, Day>();
  for (const own of facts.values()) {
    for (const fact of registered(own, knownAt)) {
      if (fact.asAt > validAt) continue;
      const { icb, subIcb } = fact.values;
      const pcn = fact.kind === 'membership' ? fact.values.pcn : null;
      const named = [['icb', icb] as const, ['sub-icb', subIcb] as const, ['pcn', pcn] as const];
      for (const [level, code] of named) {
        if (code === null) continue;
        const key = `${level} ${code}`;
        if ((last.get(key) ?? '') < fact.asAt) last.set(key, fact.asAt);
        if ((newest.get(level) ?? '') < fact.asAt) newest.set(level, fact.asAt);
      }
    }
  }
  return {
    isNamedStill: (level, code) => last.get(`${level} ${code}`) === newest.get(level),
    lastOf(level, code) {
      const on = last.get(`${level} ${code}`);
      if (on === undefined) return null;
      const at = { validAt: on, knownAt, rulesAt: on };
      const practices = [...facts]
        .filter(([, own]) => placeAt(placeOf(own, at), level) === code)
        .map(([practice]) => practice);
      return { on, practices };
    },
  };
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
