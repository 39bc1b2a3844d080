import { addDays, day } from '../../../shared/calendar/day.ts';
import { dayBetween, nothingSaid, plan, planCells, says } from '../parts.ts';
import { FIRST_DAY } from '../programme-dates.ts';
import type { Story } from '../script.ts';

/** Working towards it by a complete plan whose day has not come. */
export const planComplete: Story = (role) => {
  const agreed = dayBetween(role, day('2022-12-12'), day('2023-10-27'));
  const target = dayBetween(role, day('2023-12-15'), day('2024-03-29'));
  return [nothingSaid(role), plan(role, agreed, target)];
};

const PARTS = [
  'plan_lead',
  'plan_staff_training',
  'plan_record_review_process',
  'plan_target_date',
];

/** A plan without one of the parts that it needs. */
export const planIncomplete: Story = (role) => {
  const { random } = role;
  const agreedOn = dayBetween(role, day('2023-01-09'), day('2023-10-27'));
  const targetOn = dayBetween(role, day('2023-12-15'), day('2024-03-29'));
  const missing = random.pick(PARTS);
  const isSaidNo = missing.endsWith('process') && random.chance(0.5);
  const said = says(role, addDays(agreedOn, random.between(1, 10)), {
    ...planCells(role, { agreedOn, targetOn, without: missing }),
    ...(isSaidNo && { [missing]: 'no' }),
  });
  return [
    nothingSaid(role),
    { said: [said], intended: [{ from: said.told, status: 'incomplete' }] },
  ];
};

/** A complete plan whose target date passed and was not met. */
export const planLapsed: Story = (role) => {
  const agreed = dayBetween(role, day('2023-01-09'), day('2023-04-28'));
  const target = dayBetween(role, day('2023-08-31'), day('2023-10-20'));
  return [
    nothingSaid(role),
    plan(role, agreed, target),
    { intended: [{ from: addDays(target, 1), status: 'incomplete' }] },
  ];
};

/** Corrected news: a target date that had passed by a slip of the pen, put right by a later return. */
export const planCorrected: Story = (role) => {
  const agreedOn = dayBetween(role, day('2023-03-06'), day('2023-04-28'));
  const slip = says(role, addDays(agreedOn, 2), {
    ...planCells(role, { agreedOn, targetOn: agreedOn }),
  });
  const right = says(role, dayBetween(role, day('2023-06-05'), day('2023-09-29')), {
    ...planCells(role, { agreedOn, targetOn: day('2024-01-31') }),
  });
  return [
    nothingSaid(role),
    { said: [slip], intended: [{ from: slip.told, status: 'incomplete' }] },
    { said: [right], intended: [{ from: right.told, status: 'working-towards' }] },
  ];
};

const WORDS = ['working towards', 'paused', 'live'];

/** A bare word with nothing behind it; where the word is live, the extracts show it off. */
export const wordOnly: Story = (role) => {
  const asAt = dayBetween(role, day('2022-12-01'), day('2023-11-24'));
  const said = says(role, asAt, { declared_status: role.random.pick(WORDS) });
  return [
    nothingSaid(role),
    { said: [said], intended: [{ from: said.told, status: 'incomplete' }] },
  ];
};

/** Nothing was ever heard of it, but for the extracts that list everybody. */
export const silent: Story = (role) => [nothingSaid(role)];

/** On no list, so on no map either: its supplier is not known, and no national date binds it. */
export const unlisted: Story = () => [{ intended: [{ from: FIRST_DAY, status: 'no-evidence' }] }];
