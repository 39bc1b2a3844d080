import { addDays, type Day, day } from '../../../shared/calendar/day.ts';
import { dayBetween, nothingSaid, pauseLetter, plan, planCells, says } from '../parts.ts';
import { LETTER_CUT_OFF } from '../programme-dates.ts';
import type { Role, Story } from '../script.ts';

type Sent = { readonly sentOn: Day; readonly time?: string; readonly acknowledgedOn?: Day };

/** A letter between 31 October and 17:00 on 4 November 2022; one in eight of the last day bears no time. */
export function letterInTime(role: Role): Sent {
  const { random } = role;
  const sentOn = dayBetween(role, day('2022-10-31'), LETTER_CUT_OFF);
  const noTime = random.chance(sentOn === LETTER_CUT_OFF ? 0.125 : 0.6);
  const time = `${String(random.between(8, 16)).padStart(2, '0')}:${random.between(10, 59)}`;
  return { sentOn, ...(!noTime && { time }), ...acknowledged(role, sentOn) };
}

/** A letter on the evening of 4 November 2022 or in the weeks after. */
export function letterAfterCutOff(role: Role): Sent {
  const { random } = role;
  if (random.chance(0.4)) {
    const time = `${random.between(17, 21)}:${random.between(10, 59)}`;
    return { sentOn: LETTER_CUT_OFF, time, ...acknowledged(role, LETTER_CUT_OFF) };
  }
  const sentOn = dayBetween(role, day('2022-11-05'), day('2022-12-02'));
  return { sentOn, ...acknowledged(role, sentOn) };
}

function acknowledged(role: Role, sentOn: Day): { readonly acknowledgedOn?: Day } {
  return role.random.chance(0.5) ? { acknowledgedOn: addDays(sentOn, 1) } : {};
}

/** Wrote in time and has stayed paused; one in five wrote late. */
export const pausedThroughout: Story = (role) => {
  const letter = role.random.chance(0.2) ? letterAfterCutOff(role) : letterInTime(role);
  return [nothingSaid(role), pauseLetter(role, letter)];
};

/** Paused by letter, with a plan beside it: the letter still gives the status. */
export const pausedWithPlan: Story = (role) => {
  const agreed = dayBetween(role, day('2023-02-01'), day('2023-09-29'));
  const { said = [] } = plan(role, agreed, day('2024-03-29'));
  return [...pausedThroughout(role), { said }];
};

/** Late news: the letter was in time, and word of it came only in February 2023. */
export const letterToldLate: Story = (role) => [
  nothingSaid(role),
  pauseLetter(role, { ...letterInTime(role), toldAfter: day('2023-02-24') }),
];

/** Took its letter back and agreed a plan in the same return. */
export const withdrawnThenPlan: Story = (role) => {
  const asAt = dayBetween(role, day('2023-03-06'), day('2023-09-15'));
  const agreedOn = addDays(asAt, -role.random.between(3, 20));
  const said = says(role, asAt, {
    declared_status: 'working towards',
    letter_withdrawn_date: addDays(asAt, -1),
    ...planCells(role, { agreedOn, targetOn: day('2024-03-29') }),
  });
  return [
    ...pausedThroughout(role),
    { said: [said], intended: [{ from: said.told, status: 'working-towards' }] },
  ];
};
