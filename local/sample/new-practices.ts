import { type Day, day } from '../../shared/calendar/day.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import { type Actor, actor } from './actor.ts';
import { practiceName } from './names.ts';
import { nothingSaid, switchedOn } from './parts.ts';
import type { MadeUpPractice } from './practices.ts';
import { REGISTER_FILES } from './programme-dates.ts';
import { randomFor } from './random.ts';
import type { Intended, Part, Story } from './script.ts';
import { deadlineDay } from './storylines/went-live.ts';

const OPENINGS = ['2023-03-01', '2023-04-03', '2023-06-01', '2023-09-01'].map(day);
/** Those that open on this day stand in the register of July as proposed. */
const PROPOSED_FOR = day('2023-09-01');
const PROPOSED_FROM = day('2023-07-01');
/** Of a thousand practices, how many new ones open in the fourteen months. */
const NEW_SHARE = 0.004;

/** Practices that open during the sample, next door to others; like all codes given since 2002 theirs start with Y. */
export function newPractices(
  neighbours: readonly MadeUpPractice[],
  seed: number,
): readonly Actor[] {
  const random = randomFor(seed, 'new practices');
  const count = Math.max(OPENINGS.length, Math.round(neighbours.length * NEW_SHARE));
  return Array.from({ length: count }, (_, index) => {
    const openedOn = OPENINGS[index % OPENINGS.length]!;
    const practice = {
      ...random.pick(neighbours.filter((n) => n.supplier === 'EMIS' || n.supplier === 'TPP')),
      code: `Y9${String(1000 + index * 7)}` as PracticeCode,
      name: practiceName(random),
      patients: random.between(40, 2_500),
      openedOn,
    };
    const made = actor(practice, { storyline: 'new', story: storyOf(openedOn) }, seed);
    return openedOn === PROPOSED_FOR ? { ...made, listedFrom: PROPOSED_FROM } : made;
  });
}

/** Unknown until a register file names it, out of scope while that says proposed; a third go live in November. */
function storyOf(openedOn: Day): Story {
  return (role) => {
    const file = REGISTER_FILES.find(({ on }) => on >= openedOn)!;
    const proposedIn = REGISTER_FILES.findLast(({ on }) => on < openedOn)!;
    const proposed: readonly Intended[] =
      openedOn === PROPOSED_FOR ? [{ from: proposedIn.receivedOn, status: 'out-of-scope' }] : [];
    const parts: Part[] = [{ intended: proposed }, nothingSaid(role, file.receivedOn)];
    const goesLive = role.random.chance(0.33);
    return goesLive ? [...parts, switchedOn(role.practice.supplier, deadlineDay(role))] : parts;
  };
}
