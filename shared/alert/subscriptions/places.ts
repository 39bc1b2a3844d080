import type { Day } from '../../calendar/day.ts';
import { type PlaceNames, placeNames } from '../../coverage/names.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Sight } from '../sight.ts';
import { LEVELS, type Level } from './level.ts';
import { type PastPlaces, pastPlacesOf } from './past-places.ts';

/** A practice with where it is on the day. */
export type PlacedPractice = Readonly<Record<Level, string | null>> & {
  readonly code: PracticeCode;
  /** Open, and in England. */
  readonly isOpen: boolean;
  /** Whom it merged into. */
  readonly successor: PracticeCode | null;
};

/** Names of places of one level, as a map gives them. */
type Names = Pick<ReadonlyMap<string, string>, 'get'>;

/** Where every practice is on a day, and where each was before; the past is only looked up where a place has ended. */
export type Places = {
  readonly on: Day;
  readonly practices: ReadonlyMap<PracticeCode, PlacedPractice>;
  readonly past: () => PastPlaces;
  readonly names: () => Readonly<Record<'icb' | 'subIcb' | 'pcn', Names>>;
};

/** The places of all practices as a run sees them. */
export function placesIn({ found, facts, clocks }: Sight): Places {
  const practices = new Map<PracticeCode, PlacedPractice>();
  for (const { practice, about, status, successor } of found.values()) {
    const { icb, subIcb, pcn } = about;
    const isOpen = status !== 'out-of-scope';
    practices.set(practice, { code: practice, icb, 'sub-icb': subIcb, pcn, isOpen, successor });
  }
  const inPlace = once(() => byPlace(practices.values()));
  const nowIn = (level: Level, code: string) => inPlace().get(`${level} ${code}`) ?? [];
  const all = once(() => placeNames([...facts.values()].flat(), clocks));
  // Some practice of a place nearly always says what it is called; else all are asked.
  const named = (level: Level, key: keyof PlaceNames): Names => ({
    get(code) {
      for (const practice of nowIn(level, code).slice(0, 3)) {
        const name = placeNames(facts.get(practice) ?? [], clocks)[key].get(code);
        if (name !== undefined) return name;
      }
      return all()[key].get(code);
    },
  });
  const names = {
    icb: named('icb', 'icb'),
    subIcb: named('sub-icb', 'subIcb'),
    pcn: named('pcn', 'pcn'),
  };
  return {
    on: clocks.validAt,
    practices,
    past: once(() => pastPlacesOf(facts, clocks, nowIn)),
    names: () => names,
  };
}

/** Practices by level and code of place, in the order given. */
function byPlace(
  practices: Iterable<PlacedPractice>,
): ReadonlyMap<string, readonly PracticeCode[]> {
  const places = new Map<string, PracticeCode[]>();
  for (const practice of practices) {
    for (const level of LEVELS) {
      const code = practice[level];
      if (code === null) continue;
      const key = `${level} ${code}`;
      const those = places.get(key);
      if (those === undefined) places.set(key, [practice.code]);
      else those.push(practice.code);
    }
  }
  return places;
}

function once<T extends object>(work: () => T): () => T {
  let answer: T | undefined;
  return () => {
    answer ??= work();
    return answer;
  };
}
