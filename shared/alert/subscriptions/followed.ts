import type { Day } from '../../calendar/day.ts';
import { byCodeUnits } from '../../coverage/by-code-units.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Level } from './level.ts';
import type { PastPlaces } from './past-places.ts';
import type { Places } from './places.ts';

/** What became of a place that has ended. */
export type Followed = {
  /** The key of the cover that it became. */
  readonly key: string;
  readonly from: string;
  /** The last day on which a register file knew the place. */
  readonly endedAfter: Day;
  /** Where its practices went, most practices first. */
  readonly to: readonly {
    readonly code: string;
    readonly words: string;
    readonly practices: number;
  }[];
  /** `whole`: (nearly) all went to one place, which is covered from now on; `practices`: those practices alone, wherever they are. */
  readonly how: 'whole' | 'practices';
};

/** So many of its practices must have gone to one place for that to take its place. */
const WHOLE_SHARE = 0.9;

type Last = NonNullable<ReturnType<PastPlaces['lastOf']>>;
type At = { readonly level: Level; readonly places: Places };

/** Where the practices of a place that has ended are now; those that merged count where they merged into. */
export function followedFrom(code: string, last: Last, { level, places }: At): Followed {
  const counts = new Map<string, number>();
  let open = 0;
  for (const practice of withSuccessors(last.practices, places)) {
    const heir = places.practices.get(practice);
    if (heir?.isOpen !== true) continue;
    open += 1;
    const now = heir[level];
    if (now !== null) counts.set(now, (counts.get(now) ?? 0) + 1);
  }
  const wordsOf = (to: string) =>
    to === code ? 'not in the newest register file' : nameOf(level, to, places);
  const to = [...counts]
    .map(([to, practices]) => ({ code: to, words: wordsOf(to), practices }))
    .sort((a, b) => b.practices - a.practices || byCodeUnits(a.code, b.code));
  const [most] = to;
  const isWhole = most !== undefined && most.practices >= WHOLE_SHARE * open;
  return {
    key: isWhole ? `${level}:${most.code}` : `${level}:${code}:was-in`,
    from: nameOf(level, code, places),
    endedAfter: last.on,
    to,
    how: isWhole ? 'whole' : 'practices',
  };
}

/** Practices, and those that they merged into along any chain. */
export function withSuccessors(
  codes: Iterable<PracticeCode>,
  places: Places,
): ReadonlySet<PracticeCode> {
  const all = new Set<PracticeCode>(codes);
  for (const code of all) {
    const into = successorOf(code, places);
    if (into !== null) all.add(into);
  }
  return all;
}

/** A practice that is open still goes on by itself, whatever merged into it or is said to. */
export function successorOf(code: PracticeCode, { practices }: Places): PracticeCode | null {
  const found = practices.get(code);
  return found === undefined || found.isOpen ? null : found.successor;
}

const KEYS: Readonly<Record<Level, keyof ReturnType<Places['names']>>> = {
  icb: 'icb',
  'sub-icb': 'subIcb',
  pcn: 'pcn',
};

/** A place as people read it: `NHS Example ICB (QHM)`; by its code alone where no map names it. */
export function nameOf(level: Level, code: string, { names }: Places): string {
  const name = names()[KEYS[level]].get(code);
  return name === undefined ? code : `${name} (${code})`;
}
