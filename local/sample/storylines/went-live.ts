import { addDays, type Day, day } from '../../../shared/calendar/day.ts';
import {
  booked,
  dayBetween,
  nothingSaid,
  pauseLetter,
  plan,
  says,
  switchedOff,
  switchedOn,
} from '../parts.ts';
import { FIRST_DAY, shownBy } from '../programme-dates.ts';
import type { Part, Role, Story } from '../script.ts';
import { letterAfterCutOff, letterInTime } from './letters.ts';

/** Asked to be switched on at the first opportunity: at once, or on a day in November booked before the first. */
export const earlyLive: Story = (role) => {
  const { supplier } = role.practice;
  const start: Part = { intended: [{ from: FIRST_DAY, status: 'no-evidence' }] };
  if (role.random.chance(0.5)) {
    return [start, switchedOn(supplier, dayBetween(role, day('2022-10-24'), day('2022-10-28')))];
  }
  const on = dayBetween(role, day('2022-11-17'), day('2022-11-24'));
  return [start, booked(supplier, on, day('2022-10-28')), switchedOn(supplier, on)];
};

/** Sent no letter and was in the first phase after the halt, in the week from 7 December 2022. */
export const decemberLive: Story = (role) => {
  const { supplier } = role.practice;
  const on = dayBetween(role, day('2022-12-07'), day('2022-12-15'));
  const told = role.random.chance(0.6) ? [booked(supplier, on)] : [];
  return [nothingSaid(role), ...told, switchedOn(supplier, on)];
};

/** The TPP phase of 1 February 2023; about three in ten had most of their patients coded 104. */
export const februaryTpp: Story = (role) => {
  const { random } = role;
  const on = dayBetween(role, day('2023-02-01'), day('2023-02-10'));
  const announced = random.chance(0.3) ? day('2022-12-16') : day('2023-01-27');
  const held = random.chance(0.3) ? [{ share104: [random.between(52, 88)] }] : [];
  return [nothingSaid(role), booked('TPP', on, announced), switchedOn('TPP', on), ...held];
};

/** Meant for 1 February 2023, not switched on; some came in the autumn. */
export const februaryMissed: Story = (role) => {
  const shown = shownBy('TPP', day('2023-02-24'));
  const parts: Part[] = [
    nothingSaid(role),
    booked('TPP', day('2023-02-01')),
    { intended: [{ from: shown, status: 'no-evidence' }] },
  ];
  return role.random.chance(0.5) ? [...parts, switchedOn('TPP', deadlineDay(role))] : parts;
};

/** Live in the winter, box unticked in the spring. */
export const reverted: Story = (role) => {
  const { supplier } = role.practice;
  const first = supplier === 'TPP' && role.random.chance(0.6) ? februaryTpp : decemberLive;
  const off = dayBetween(role, day('2023-04-03'), day('2023-05-19'));
  return [...first(role), switchedOff(supplier, off)];
};

/** The same, and on again before or after the contract's deadline. */
export const revertedThenLive: Story = (role) => {
  const again = role.random.chance(0.3) ? octoberDay(role) : deadlineDay(role);
  return [...reverted(role), switchedOn(role.practice.supplier, again)];
};

/** When a practice of the later waves went live. */
export type Wave = (role: Role) => Day;
export const summerDay: Wave = (role) => dayBetween(role, day('2023-06-12'), day('2023-09-22'));
export const octoberDay: Wave = (role) => dayBetween(role, day('2023-09-30'), day('2023-10-26'));
export const deadlineDay: Wave = (role) => dayBetween(role, day('2023-10-31'), day('2023-11-23'));

/** Never said anything; one day the extract showed it on. */
export const quietThenLive =
  (wave: Wave): Story =>
  (role) => [nothingSaid(role), switchedOn(role.practice.supplier, wave(role))];

/** Given a date by its supplier, and switched on on it. */
export const bookedThenLive =
  (wave: Wave): Story =>
  (role) => {
    const { supplier } = role.practice;
    const on = wave(role);
    return [nothingSaid(role), booked(supplier, on), switchedOn(supplier, on)];
  };

/** Wrote by 17:00 on 4 November 2022; went live in 2023 all the same. */
export const pausedThenLive =
  (wave: Wave): Story =>
  (role) => [
    nothingSaid(role),
    pauseLetter(role, letterInTime(role)),
    switchedOn(role.practice.supplier, wave(role)),
  ];

/** Wrote too late for the pause until 30 November. */
export const lateLetterThenLive =
  (wave: Wave): Story =>
  (role) => [
    nothingSaid(role),
    pauseLetter(role, letterAfterCutOff(role)),
    switchedOn(role.practice.supplier, wave(role)),
  ];

/** Agreed a plan and kept to it. */
export const plannedThenLive =
  (wave: Wave): Story =>
  (role) => {
    const { supplier } = role.practice;
    const on = wave(role);
    const agreed = dayBetween(role, day('2023-01-09'), addDays(on, -80));
    const target = addDays(shownBy(supplier, on), role.random.between(7, 40));
    return [nothingSaid(role), plan(role, agreed, target), switchedOn(supplier, on)];
  };

/** Said that it was live before its supplier showed it. */
export const declaredThenLive =
  (wave: Wave): Story =>
  (role) => {
    const { supplier } = role.practice;
    const on = wave(role);
    const said = says(role, addDays(on, role.random.between(0, 3)), {
      declared_status: 'live',
      declared_status_date: on,
    });
    const awaited = said.told < shownBy(supplier, on);
    const word: Part = {
      said: [said],
      intended: awaited ? [{ from: said.told, status: 'incomplete' }] : [],
    };
    return [nothingSaid(role), word, switchedOn(supplier, on)];
  };
