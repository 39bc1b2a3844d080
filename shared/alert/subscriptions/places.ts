import type { Day } from '../../calendar/day.ts';
import { type PlaceNames, placeNames } from '../../coverage/names.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Sight } from '../sight.ts';
import { type PastPlaces, pastPlacesOf } from './past-places.ts';

/** The levels of place that a subscription may name. */
export const LEVELS = ['icb', 'sub-icb', 'pcn'] as const;
export type Level = (typeof LEVELS)[number];

/** A practice with where it is on the day. */
export type PlacedPractice = Readonly<Record<Level, string | null>> & {
  readonly code: PracticeCode;
  /** Open, and in England. */
  readonly isOpen: boolean;
  /** Whom it merged into. */
  readonly successor: PracticeCode | null;
};

/** Where every practice is on a day, and where each was before; the past is only looked up where a place has ended. */
export type Places = {
  readonly on: Day;
  readonly practices: ReadonlyMap<PracticeCode, PlacedPractice>;
  readonly past: () => PastPlaces;
  readonly names: () => PlaceNames;
};

/** The places of all practices as a run sees them. */
export function placesIn({ found, facts, clocks }: Sight): Places {
  const practices = new Map<PracticeCode, PlacedPractice>();
  for (const { practice, about, status, successor } of found.values()) {
    const { icb, subIcb, pcn } = about;
    const isOpen = status !== 'out-of-scope';
    practices.set(practice, { code: practice, icb, 'sub-icb': subIcb, pcn, isOpen, successor });
  }
  return {
    on: clocks.validAt,
    practices,
    past: once(() => pastPlacesOf(facts, clocks)),
    names: once(() => placeNames([...facts.values()].flat(), clocks)),
  };
}

function once<T extends object>(work: () => T): () => T {
  let answer: T | undefined;
  return () => {
    answer ??= work();
    return answer;
  };
}
