import { addDays, day } from '../../../shared/calendar/day.ts';
import { booked, dayBetween, nothingSaid, optInCells, says, switchedOn } from '../parts.ts';
import { FULL_EXTRACTS_FROM, shownBy } from '../programme-dates.ts';
import type { Part, ReturnCells, Role, Story } from '../script.ts';
import { octoberDay, summerDay } from './went-live.ts';

/** Opted in before going live; a quarter in the spring, when no extract yet showed who was off. */
export const optInBeforeLive: Story = (role) => {
  const isEarly = role.random.chance(0.25);
  const from = isEarly
    ? dayBetween(role, day('2023-04-03'), day('2023-04-28'))
    : dayBetween(role, day('2023-10-09'), day('2023-10-20'));
  const to = addDays(from, role.random.between(5, 14));
  const said = says(role, addDays(to, 2), optInCells(role, from, to));
  const shown = shownBy(role.practice.supplier, FULL_EXTRACTS_FROM);
  const awaited: Part = { intended: [{ from: said.told, status: 'incomplete' }] };
  const complete = said.told > shown ? said.told : shown;
  return [
    nothingSaid(role),
    { said: [said], ...awaited },
    { intended: [{ from: complete, status: 'opt-in' }] },
  ];
};

/** EMIS, gone live or with a date: bulk 104 closes what the switch-on opens, once an extract shows it. */
export const optInBy104: Story = (role) => {
  const on = role.random.chance(0.5) ? summerDay(role) : octoberDay(role);
  const isBookedOnly = role.random.chance(0.25);
  const start = isBookedOnly
    ? booked('EMIS', dayBetween(role, day('2024-01-08'), day('2024-02-16')), day('2023-11-24'))
    : switchedOn('EMIS', on);
  const cells = optInCells(role, day('2023-10-30'), day('2023-11-08'));
  const bulk = dayBetween(role, day('2023-11-01'), day('2023-11-08'));
  const said = says(role, day('2023-11-09'), { ...cells, bulk_104_date: bulk });
  const shown = shownBy('EMIS', day('2023-11-24'));
  return [
    nothingSaid(role),
    ...(isBookedOnly ? [{ intended: [{ from: said.told, status: 'opt-in' as const }] }] : []),
    start,
    { said: [said], share104: [role.random.between(84, 97)] },
    { intended: [{ from: shown, status: 'opt-in' }] },
  ];
};

/** TPP: live, then opted in and the box unticked. */
export const optInAfterLive: Story = (role) => {
  const said = optInReturn(role);
  const off = dayBetween(role, day('2023-11-10'), day('2023-11-22'));
  return [
    nothingSaid(role),
    switchedOn('TPP', summerDay(role)),
    { said: [said], settings: [{ from: off, on: false }] },
    { intended: [{ from: shownBy('TPP', off), status: 'opt-in' }] },
  ];
};

/** TPP: a complete opt-in on paper, and an extract after it that still shows the box ticked. */
export const optInBoxStillOn: Story = (role) => [
  nothingSaid(role),
  switchedOn('TPP', summerDay(role)),
  { said: [optInReturn(role)] },
  { intended: [{ from: shownBy('TPP', day('2023-11-24')), status: 'conflict' }] },
];

function optInReturn(role: Role) {
  const cells = optInCells(role, day('2023-10-30'), day('2023-11-08'));
  return says(role, day('2023-11-09'), cells);
}

const LEFT_OUT = ['dpia_signed_by', 'dpia_outcome', 'icb_notified_date', 'website_updated_date'];

/** An opt-in with one part missing; the practice's own word does not make up for it. */
export const optInIncomplete: Story = (role) => {
  const from = dayBetween(role, day('2023-10-06'), day('2023-11-02'));
  const to = addDays(from, role.random.between(3, 10));
  const leftOut = role.random.pick(LEFT_OUT);
  const cells = Object.entries(optInCells(role, from, to)).filter(([c]) => c !== leftOut);
  const said = says(role, addDays(to, 1), Object.fromEntries(cells) as ReturnCells);
  return [
    nothingSaid(role),
    { said: [said], intended: [{ from: said.told, status: 'incomplete' }] },
  ];
};
