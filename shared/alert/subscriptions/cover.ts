import type { Day } from '../../calendar/day.ts';
import { byCodeUnits } from '../../coverage/by-code-units.ts';
import { counted } from '../../coverage/figure-words.ts';
import type { PlaceNames } from '../../coverage/names.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Scope } from '../subscription.ts';
import type { PastPlaces } from './past-places.ts';
import type { Level, PlacedPractice, Places } from './places.ts';

/** What a subscription covers on a day. */
export type Cover = {
  /** A name of what is covered that stays the same while that does; a new one is told to the subscriber. */
  readonly key: string;
  readonly practices: ReadonlySet<PracticeCode>;
  /** For people: `NHS Example ICB (QHM)`. */
  readonly words: string;
  /** The places that have ended, one after the other, and what followed each; none: it is there still. */
  readonly ended: readonly Followed[];
  /** Of practices that were named: those that merged, and into which. */
  readonly merged: readonly Merged[];
};

export type Merged = { readonly practice: PracticeCode; readonly into: PracticeCode };

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

/**
 * What a scope covers on a day. A place that has an open practice is itself. One that has none left was
 * reorganised (42 ICBs to 36 in April 2026, Frimley split in three): where nine in ten of its practices
 * went to one place the subscription covers that one, else exactly the practices that were there.
 * Practices named by their codes stay, with those that they merged into. (Issue: subscriptions follow.)
 */
export function coverOf(scope: Scope, places: Places): Cover {
  if (scope.type === 'practices') return coverOfPractices(scope.codes, places);
  return coverOfPlace(scope.type, scope.code, places);
}

function coverOfPractices(codes: readonly PracticeCode[], places: Places): Cover {
  const practices = withSuccessors(codes, places);
  const merged = [...practices].sort(byCodeUnits).flatMap((practice): Merged[] => {
    const into = successorOf(practice, places);
    return into === null ? [] : [{ practice, into }];
  });
  const said = [...codes].sort(byCodeUnits);
  const words = said.length > 3 ? `${counted(said.length)} practices` : said.join(', ');
  return {
    key: `practices:${[...practices].sort(byCodeUnits).join(',')}`,
    practices,
    words,
    ended: [],
    merged,
  };
}

/** Practices, and those that they merged into along any chain. */
function withSuccessors(codes: Iterable<PracticeCode>, places: Places): ReadonlySet<PracticeCode> {
  const all = new Set<PracticeCode>(codes);
  for (const code of all) {
    const into = successorOf(code, places);
    if (into !== null) all.add(into);
  }
  return all;
}

/** A practice that is open still goes on by itself, whatever merged into it or is said to. */
function successorOf(code: PracticeCode, { practices }: Places): PracticeCode | null {
  const found = practices.get(code);
  return found === undefined || found.isOpen ? null : found.successor;
}

function coverOfPlace(level: Level, code: string, places: Places): Cover {
  const ended: Followed[] = [];
  const brought = new Set<PracticeCode>();
  const seen = new Set<string>();
  let at = code;
  while (!seen.has(at) && !isThere(level, at, places)) {
    seen.add(at);
    const last = places.past().lastOf(level, at);
    if (last === null) break;
    for (const practice of last.practices) brought.add(practice);
    const followed = followedFrom(at, last, { level, places });
    const next = followed.to[0]?.code;
    if (next === undefined || next === at) break;
    ended.push(followed);
    if (followed.how === 'practices') {
      const words = `the practices that were in ${nameOf(level, at, places)}`;
      const practices = withSuccessors(brought, places);
      return { key: followed.key, practices, words, ended, merged: [] };
    }
    at = next;
  }
  // What the newest register file leaves out is where it was; it comes along too.
  const practices = new Set([...allIn(level, at, places), ...withSuccessors(brought, places)]);
  const none = practices.size === 0 ? ', where no practice is known' : '';
  const words = `${nameOf(level, at, places)}${none}`;
  return { key: `${level}:${at}`, practices, words, ended, merged: [] };
}

function isThere(level: Level, code: string, places: Places): boolean {
  return openIn(level, code, places).length > 0 && places.past().isNamedStill(level, code);
}

type Last = NonNullable<ReturnType<PastPlaces['lastOf']>>;
type At = { readonly level: Level; readonly places: Places };

/** Where the practices of a place that has ended are now; those that merged count where they merged into. */
function followedFrom(code: string, last: Last, { level, places }: At): Followed {
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

function openIn(level: Level, code: string, { practices }: Places): readonly PlacedPractice[] {
  return [...practices.values()].filter((one) => one.isOpen && one[level] === code);
}

/** Closed ones too: an episode of a practice that has just closed still ends in its own place. */
function allIn(level: Level, code: string, { practices }: Places): ReadonlySet<PracticeCode> {
  return new Set(
    [...practices.values()].filter((one) => one[level] === code).map((one) => one.code),
  );
}

const KEYS: Readonly<Record<Level, keyof PlaceNames>> = {
  icb: 'icb',
  'sub-icb': 'subIcb',
  pcn: 'pcn',
};

function nameOf(level: Level, code: string, { names }: Places): string {
  const name = names()[KEYS[level]].get(code);
  return name === undefined ? code : `${name} (${code})`;
}
