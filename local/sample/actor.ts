import type { Day } from '../../shared/calendar/day.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import type { MadeUpPractice } from './practices.ts';
import { randomFor } from './random.ts';
import { type Script, type Story, scriptOf } from './script.ts';

/** A practice, the storyline it plays, and what its register entry goes through. */
export type Actor = {
  readonly practice: MadeUpPractice;
  readonly storyline: string;
  readonly script: Script;
  readonly closedOn: Day | null;
  readonly mergedInto: PracticeCode | null;
  /** The first day on which the register lists it, as proposed where it is not yet open. */
  readonly listedFrom: Day;
};

/** Plays a storyline for one practice, with lots of its own. */
export function actor(
  practice: MadeUpPractice,
  { storyline, story }: { storyline: string; story: Story },
  seed: number,
): Actor {
  const random = randomFor(seed, `story of ${practice.code}`);
  const script = scriptOf(story({ practice, random }));
  return {
    practice,
    storyline,
    script,
    closedOn: null,
    mergedInto: null,
    listedFrom: practice.openedOn,
  };
}
