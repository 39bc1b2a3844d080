import type { Episode } from '../episode.ts';
import { RULES, type Rule } from '../rule.ts';
import type { PlacedEpisode, Section } from './placed.ts';

/** How many alerts: all that are open, by section, and those closed since the last digest. */
export type Counts = Readonly<Record<'all' | 'closed' | Section, number>>;

/** The counts of a digest; the sections add up to all. */
export function countsOf(placed: readonly PlacedEpisode[], closed: readonly Episode[]): Counts {
  const of = (section: Section) => placed.filter((one) => one.section === section).length;
  return {
    all: placed.length,
    new: of('new'),
    escalated: of('escalated'),
    open: of('open'),
    snoozed: of('snoozed'),
    closed: closed.length,
  };
}

/** The same for each rule that has any, in the order of the rules; they add up to the counts of all. */
export function countsByRule(
  placed: readonly PlacedEpisode[],
  closed: readonly Episode[],
): readonly { readonly rule: Rule; readonly counts: Counts }[] {
  return RULES.map((rule) => ({
    rule,
    counts: countsOf(
      placed.filter(({ episode }) => episode.alert.rule === rule),
      closed.filter(({ alert }) => alert.rule === rule),
    ),
  })).filter(({ counts }) => counts.all + counts.closed > 0);
}
