import { byCodeUnits } from '../../coverage/by-code-units.ts';
import { counted } from '../../coverage/figure-words.ts';
import type { PracticeCode } from '../../practice/code.ts';
import type { Subscription } from '../subscription.ts';
import { type Followed, followedFrom, nameOf, successorOf, withSuccessors } from './followed.ts';
import type { Level } from './level.ts';
import type { PlacedPractice, Places } from './places.ts';

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

type Merged = { readonly practice: PracticeCode; readonly into: PracticeCode };

/**
 * What a scope covers on a day. A place that the newest register file names and that has an open practice
 * is itself. Another one was reorganised (42 ICBs to 36 in April 2026, Frimley split in three): where nine in
 * ten of its practices went to one place the subscription covers that one, else exactly the practices that
 * were there when a file named it last.
 * Practices named by their codes stay, with those that they merged into, as long as they are of the ICB in whose
 * name they were named. (Issues: subscriptions follow; access.)
 */
export function coverOf(
  { scope, icb }: Pick<Subscription, 'scope' | 'icb'>,
  places: Places,
): Cover {
  if (scope.type !== 'practices') return coverOfPlace(scope.type, scope.code, places);
  const cover = coverOfPractices(scope.codes, places);
  return icb === undefined ? cover : within(cover, coverOfPlace('icb', icb, places));
}

/** Without the practices that have left the ICB in whose name they were named, or what became of it. */
function within(cover: Cover, { practices: theirs }: Cover): Cover {
  const practices = new Set([...cover.practices].filter((practice) => theirs.has(practice)));
  if (practices.size === cover.practices.size) return cover;
  return {
    ...cover,
    practices,
    key: keyOf(practices),
    merged: cover.merged.filter(({ into }) => practices.has(into)),
  };
}

function keyOf(practices: ReadonlySet<PracticeCode>): string {
  return `practices:${[...practices].sort(byCodeUnits).join(',')}`;
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
    key: keyOf(practices),
    practices,
    words,
    ended: [],
    merged,
  };
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

function openIn(level: Level, code: string, { practices }: Places): readonly PlacedPractice[] {
  return [...practices.values()].filter((one) => one.isOpen && one[level] === code);
}

/** Closed ones too: an episode of a practice that has just closed still ends in its own place. */
function allIn(level: Level, code: string, { practices }: Places): ReadonlySet<PracticeCode> {
  return new Set(
    [...practices.values()].filter((one) => one[level] === code).map((one) => one.code),
  );
}
