import type { PlacedEpisode, Section } from './placed.ts';

/** What a section of a mail has room for. Mail programs cut off what is over 102 kB, and nobody reads so far. */
const MOST_PRACTICES = 25;
const MOST_ALERTS = 40;

/** The sections that show alerts in full, in their order. */
const IN_FULL = ['new', 'escalated', 'open'] as const satisfies readonly Section[];

/** The alerts of one practice, most pressing first. */
export type Group = readonly [PlacedEpisode, ...PlacedEpisode[]];

/** One section as it is shown: the practices in it, and how much more there is than it has room for. */
export type Listed = {
  readonly section: (typeof IN_FULL)[number];
  readonly groups: readonly Group[];
  /** All alerts of this kind, wherever they are listed. */
  readonly count: number;
  /** Those of them that stand in an earlier section, with their practice. */
  readonly above: number;
  readonly left: { readonly practices: number; readonly alerts: number };
};

/**
 * Sorts the alerts that are not snoozed into sections: each practice once, with all its alerts, in the
 * section of its most pressing one. Takes them most pressing first.
 */
export function listedIn(placed: readonly PlacedEpisode[]): readonly Listed[] {
  const awake = placed.filter(({ section }) => section !== 'snoozed');
  const groups = groupsOf(awake);
  return IN_FULL.map((section) => {
    const isOfIt = (one: PlacedEpisode) => one.section === section;
    const own = groups.filter(([first]) => isOfIt(first));
    const count = awake.filter(isOfIt).length;
    const above = count - own.flat().filter(isOfIt).length;
    return { section, count, above, ...shownOf(own) };
  });
}

/** One group for each practice, in the order of its first alert; within it the order given. */
export function groupsOf(placed: readonly PlacedEpisode[]): readonly Group[] {
  const groups = new Map<string, [PlacedEpisode, ...PlacedEpisode[]]>();
  for (const one of placed) {
    const { practice } = one.episode.alert;
    const group = groups.get(practice);
    if (group === undefined) groups.set(practice, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** As many practices as there is room for, the first one whole whatever it has. */
function shownOf(groups: readonly Group[]): Pick<Listed, 'groups' | 'left'> {
  let alerts = 0;
  const fits = groups.findIndex((group, at) => {
    alerts += group.length;
    return at === MOST_PRACTICES || (at > 0 && alerts > MOST_ALERTS);
  });
  const left = fits === -1 ? [] : groups.slice(fits);
  return {
    groups: fits === -1 ? groups : groups.slice(0, fits),
    left: { practices: left.length, alerts: left.flat().length },
  };
}

/** Entries of one line each: as many as there is room for, and how many more there are. */
export type Lines<T> = { readonly shown: readonly T[]; readonly left: number };

/** Cuts entries of one line each to what there is room for. */
export function linesShown<T>(entries: readonly T[]): Lines<T> {
  const shown = entries.slice(0, MOST_PRACTICES);
  return { shown, left: entries.length - shown.length };
}
