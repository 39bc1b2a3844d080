import type { About, Alert } from '../../../../shared/alert/alert.ts';
import type { Episode } from '../../../../shared/alert/episode.ts';
import { reconciled } from '../../../../shared/alert/episodes/reconcile.ts';
import type { Found } from '../../../../shared/alert/found.ts';
import type { Rule } from '../../../../shared/alert/rule.ts';
import { addDays, type Day, day, endOfLondonDay } from '../../../../shared/calendar/day.ts';
import type { PracticeCode } from '../../../../shared/practice/code.ts';

export const A = 'A81001' as PracticeCode;
export const B = 'A81002' as PracticeCode;
export const C = 'A81003' as PracticeCode;
export const FIRST_MONDAY = day('2023-10-02');

/** The Monday of a story's week: w1 is 2 October 2023. */
export function week(number: number): Day {
  return addDays(FIRST_MONDAY, (number - 1) * 7);
}

export const ABOUT: About = {
  name: 'MADE-UP SURGERY',
  patients: 8000,
  region: 'Y63',
  icb: 'QHM',
  subIcb: '16C',
  pcn: 'U12345',
};

export function alertOf(practice: PracticeCode, rule: Rule, change: Partial<Alert> = {}): Alert {
  return {
    practice,
    rule,
    since: day('2023-08-01'),
    from: day('2023-09-26'),
    because: 'Nothing new has been received since 1 August 2023.',
    closedBy: 'Any step forward.',
    proof: { facts: ['f1'], entries: ['threshold-weeks-without-progress'] },
    ...change,
  };
}

/** What is found of a practice in scope, with an alert for each rule named. */
export function foundWith(
  practice: PracticeCode,
  rules: readonly Rule[],
  change: Partial<Found> = {},
): Found {
  return {
    practice,
    about: ABOUT,
    alerts: rules.map((rule) => alertOf(practice, rule)),
    status: 'incomplete',
    since: day('2023-08-01'),
    isExempt: false,
    outOfScope: null,
    successor: null,
    ...change,
  };
}

/** What is found of a practice that has merged into another (or was just closed). */
export function foundOut(practice: PracticeCode, successor: PracticeCode | null): Found {
  const since = day('2023-11-01');
  return foundWith(practice, [], {
    status: 'out-of-scope',
    since,
    outOfScope: 'is closed',
    successor,
  });
}

export function foundMap(found: readonly Found[]): ReadonlyMap<PracticeCode, Found> {
  return new Map(found.map((one) => [one.practice, one]));
}

/** Episodes by id, written only in the version after the one that stands, as the store does. */
export type Kept = Map<string, Episode>;

export function save(kept: Kept, episode: Episode): boolean {
  if (episode.version !== (kept.get(episode.id)?.version ?? 0) + 1) return false;
  kept.set(episode.id, episode);
  return true;
}

/** What a run reads: every open episode, and all of each practice with an alert that none of them is about. */
function readFor(kept: Kept, found: readonly Found[]): readonly Episode[] {
  const all = [...kept.values()];
  const open = all.filter((episode) => episode.closed === null);
  const isOpen = new Set(open.map(({ alert }) => `${alert.practice} ${alert.rule}`));
  const close = new Set(
    found
      .filter(({ practice, alerts }) => alerts.some((a) => !isOpen.has(`${practice} ${a.rule}`)))
      .map(({ practice }) => practice),
  );
  return all.filter((e) => e.closed === null || close.has(e.alert.practice));
}

/** The writes of a run that sees `found` on a day. */
export function writesOn(on: Day, found: readonly Found[], kept: Kept): readonly Episode[] {
  const episodes = readFor(kept, found);
  return reconciled({ on, knownAt: endOfLondonDay(on), found: foundMap(found), episodes });
}

/** A whole run; gives what it wrote. */
export function run(on: Day, found: readonly Found[], kept: Kept): readonly Episode[] {
  const writes = writesOn(on, found, kept);
  for (const episode of writes) {
    if (!save(kept, episode)) throw new Error(`${episode.id} was overtaken`);
  }
  return writes;
}

/** One open episode of A, stalled, opened in w1. */
export function openEpisode(change: Partial<Episode> = {}): Episode {
  const kept: Kept = new Map();
  const [episode] = run(FIRST_MONDAY, [foundWith(A, ['stalled'])], kept);
  return { ...episode!, ...change };
}
