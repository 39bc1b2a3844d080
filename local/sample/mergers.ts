import { type Day, day } from '../../shared/calendar/day.ts';
import { type Actor, actor } from './actor.ts';
import { csvLine, csvText } from './csv-text.ts';
import type { MadeUpPractice } from './practices.ts';
import { momentOf, REGISTER_FILES } from './programme-dates.ts';
import { randomFor, shuffled } from './random.ts';
import type { SampleFile } from './sample.ts';
import { pausedThroughout } from './storylines/letters.ts';
import { silent } from './storylines/plans.ts';

/** Practices close at the end of a financial year or half-year; the register says so weeks later. */
const CLOSINGS: readonly { closedOn: Day; movedOn: Day; toldOn: Day }[] = [
  { closedOn: day('2023-03-31'), movedOn: day('2023-04-01'), toldOn: day('2023-04-20') },
  { closedOn: day('2023-09-29'), movedOn: day('2023-09-30'), toldOn: day('2023-10-19') },
];
/** Of a hundred practices, how many close at each of these dates. */
const CLOSING_SHARE = 0.011;

/** Practices that merge into a neighbour of the same sub-ICB and close; the neighbour is no merger itself. */
export function mergers(practices: readonly MadeUpPractice[], seed: number): readonly Actor[] {
  const random = randomFor(seed, 'mergers');
  const places = practices.map((practice, index) => ({ practice, next: practices[index + 1] }));
  const pairs = places.filter(
    ({ practice, next }, index) =>
      index % 2 === 0 && next?.subIcb === practice.subIcb && practice.patients > 0,
  );
  const each = Math.max(1, Math.round(practices.length * CLOSING_SHARE));
  return shuffled(pairs, random)
    .slice(0, each * CLOSINGS.length)
    .map(({ practice, next }, index) => {
      const { closedOn } = CLOSINGS[index % CLOSINGS.length]!;
      const isPaused = practice.supplier !== 'Vision' && practice.supplier !== 'Medicus';
      const story = isPaused && random.chance(0.3) ? pausedThroughout : silent;
      const before = actor(practice, { storyline: 'merged', story }, seed);
      const file = REGISTER_FILES.find(({ on }) => on > closedOn)!;
      const closed = { from: file.receivedOn, status: 'out-of-scope' as const };
      const script = { ...before.script, intended: [...before.script.intended, closed] };
      return { ...before, script, closedOn, mergedInto: next!.code };
    });
}

/** The succession files: who merged into whom, sent by NHS England before the register shows it. */
export function successionFiles(actors: readonly Actor[]): readonly SampleFile[] {
  return CLOSINGS.map(({ closedOn, movedOn, toldOn }) => {
    const rows = actors
      .filter((a) => a.closedOn === closedOn && a.mergedInto !== null)
      .map((a) => csvLine([a.practice.code, a.mergedInto!, movedOn]));
    return {
      name: `succession-${movedOn}.csv`,
      text: csvText(['predecessor_code,successor_code,effective_date', ...rows]),
      sender: { role: 'national' as const },
      receivedAt: momentOf(toldOn, '09:00'),
      asAt: null,
    };
  });
}
