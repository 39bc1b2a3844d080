import type { Day } from '../../calendar/day.ts';
import type { Fact, FactOf } from '../../evidence/fact.ts';
import { latestWordFirst } from '../../state/sorted-facts.ts';

type Word = FactOf<'declared-status'>;

/**
 * The first of the unbroken run of returns, up to the day, in which a practice says the same as in its
 * latest word, so that a tracker that repeats it every month makes nothing younger.
 */
export function firstOfSameWord(known: readonly Fact[], latest: Word, on: Day): Word {
  const words = known
    .filter((fact) => fact.kind === 'declared-status')
    .filter(({ asAt, effectiveOn }) => effectiveOn <= on && asAt <= latest.asAt)
    .sort(latestWordFirst);
  let first = latest;
  for (const word of words.slice(words.indexOf(latest) + 1)) {
    if (word.values.status !== latest.values.status) break;
    if (word.effectiveOn <= first.effectiveOn) first = word;
  }
  return first;
}
