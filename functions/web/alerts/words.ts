import type { Act } from '../../../shared/alert/episode.ts';
import type { Ladder, Section } from '../../../shared/alert/messages/placed.ts';

/** Where an open alert stands, as a tag says it. */
export const SECTION_WORDS: Readonly<Record<Section, string>> = {
  new: 'New this week',
  escalated: 'Escalated this week',
  open: 'Open',
  snoozed: 'Snoozed',
};

/** The tag's colour, beside its word. */
export const SECTION_COLOURS: Readonly<Record<string, string>> = {
  'New this week': 'blue',
  'Escalated this week': 'red',
  Open: 'white',
  Snoozed: 'grey',
};

/** A step of the ladder: `First notice`, `Week 4`. */
export function stepInWords(step: number, ladder: Ladder): string {
  const weeks = ladder.find(({ change }) => change.step === step)?.change.afterWeeks ?? 0;
  return weeks === 0 ? 'First notice' : `Week ${weeks}`;
}

/** `6 weeks`, `1 week`, `Less than a week`. */
export function weeksInWords(weeks: number): string {
  if (weeks === 0) return 'Less than a week';
  return weeks === 1 ? '1 week' : `${weeks} weeks`;
}

/** What was done, as a row of the history begins. */
export const ACT_WORDS: Readonly<Record<Act['act'], string>> = {
  acknowledged: 'Acknowledged',
  snoozed: 'Snoozed',
  assigned: 'Assigned',
  chased: 'Chased',
};
