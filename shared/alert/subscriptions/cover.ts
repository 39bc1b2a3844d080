import type { Day } from '../../calendar/day.ts';
import { byCodeUnits } from '../../coverage/by-code-units.ts';
import { counted } from '../../coverage/figure-words.ts';
import type { PlaceNames } from '../../coverage/names.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Scope } from '../subscription.ts';
import type { Level, PlacedPractice, Places } from './places.ts';

/** What a subscription covers on a day. */
export type Cover = {
  /** A name of what is covered that stays the same while that does; a new one is told to the subscriber. */
  readonly key: string;
  readonly practices: ReadonlySet<PracticeCode>;
  /** For people: `NHS Example ICB (QHM)`. */
  readonly words: string;
  /** Where a place has ended: what follows it. Null: it is there still, or practices were named. */
  readonly followed: Followed | null;
};

export type Followed = {
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
const MOST_STEPS = 10;

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
  const said = [...codes].sort(byCodeUnits);
  const words = said.length > 3 ? `${counted(said.length)} practices` : said.join(', ');
  return {
    key: `practices:${[...practices].sort(byCodeUnits).join(',')}`,
    practices,
    words,
    followed: null,
  };
}

/** Practices, and those that they merged into along any chain. */
function withSuccessors(
  codes: readonly PracticeCode[],
  { practices }: Places,
): ReadonlySet<PracticeCode> {
  const all = new Set<PracticeCode>(codes);
  for (const code of all) {
    const found = practices.get(code);
    if (found?.successor != null && !found.isOpen) all.add(found.successor);
  }
  return all;
}

function coverOfPlace(level: Level, code: string, places: Places): Cover {
  let at = code;
  let first: Followed | null = null;
  let brought: readonly PracticeCode[] = [];
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const followed = isThere(level, at, places) ? null : followedFrom(level, at, places);
    const next = followed?.said.to[0]?.code;
    if (followed === null || next === undefined || next === at) break;
    first ??= followed.said;
    brought = [...brought, ...followed.practices];
    first = { ...followed.said, from: first.from, endedAfter: first.endedAfter };
    if (followed.said.how === 'practices') {
      const practices = withSuccessors(brought, places);
      const words = `the practices that were in ${nameOf(level, at, places)}`;
      return { key: `${level}:${code}:was-in:${at}`, practices, words, followed: first };
    }
    at = next;
  }
  // What the newest register file leaves out is where it was; it comes along too.
  const practices = new Set([...allIn(level, at, places), ...withSuccessors(brought, places)]);
  return cover(level, at, { practices, followed: first }, places);
}

function isThere(level: Level, code: string, places: Places): boolean {
  return openIn(level, code, places).length > 0 && places.past().isNamedStill(level, code);
}

type Covered = Pick<Cover, 'practices' | 'followed'>;

function cover(level: Level, code: string, covered: Covered, places: Places): Cover {
  const none = covered.practices.size === 0 ? ', where no practice is known' : '';
  return { key: `${level}:${code}`, words: `${nameOf(level, code, places)}${none}`, ...covered };
}

/** Where the practices of a place that has ended are now; null: no register file ever named it. */
function followedFrom(level: Level, code: string, places: Places) {
  const last = places.past().lastOf(level, code);
  if (last === null) return null;
  const heirs = [...withSuccessors(last.practices, places)]
    .map((practice) => places.practices.get(practice))
    .filter((practice) => practice?.isOpen === true);
  const counts = new Map<string, number>();
  for (const heir of heirs as PlacedPractice[]) {
    const now = heir[level];
    if (now !== null) counts.set(now, (counts.get(now) ?? 0) + 1);
  }
  const to = [...counts]
    .map(([to, practices]) => ({ code: to, words: nameOf(level, to, places), practices }))
    .sort((a, b) => b.practices - a.practices || byCodeUnits(a.code, b.code));
  const isWhole = to[0] !== undefined && to[0].practices >= WHOLE_SHARE * heirs.length;
  const how = isWhole ? ('whole' as const) : ('practices' as const);
  const said = { from: nameOf(level, code, places), endedAfter: last.on, to, how };
  return { said, practices: last.practices };
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
