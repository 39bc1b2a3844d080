import { addDays, day } from '../../../shared/calendar/day.ts';
import type { Supplier } from '../../../shared/practice/supplier.ts';
import { booked, dayBetween, nothingSaid, pauseLetter, says, switchedOn } from '../parts.ts';
import { FULL_EXTRACTS_FROM, LIST_FILES, shownBy } from '../programme-dates.ts';
import type { Part, Story } from '../script.ts';
import { deadlineDay, decemberLive, summerDay } from './went-live.ts';

/** Two extracts of 24 November 2023, the second passed on days later with the opposite setting. */
export const contradictory: Story = (role) => {
  const { supplier } = role.practice;
  const extract = day('2023-11-24');
  return [
    nothingSaid(role),
    switchedOn(supplier, deadlineDay(role)),
    { contradicted: [extract], intended: [{ from: passedOnOn(extract), status: 'conflict' }] },
  ];
};

/** The same in September; the extract of October settled it. */
export const contradictionSettled: Story = (role) => {
  const { supplier } = role.practice;
  const extract = day('2023-09-29');
  return [
    nothingSaid(role),
    switchedOn(supplier, dayBetween(role, day('2023-09-01'), day('2023-09-22'))),
    { contradicted: [extract], intended: [{ from: passedOnOn(extract), status: 'conflict' }] },
    { intended: [{ from: shownBy(supplier, day('2023-10-27')), status: 'live' }] },
  ];
};

/** The day on which NHS England passes an extract on. */
export function passedOnOn(extract: ReturnType<typeof day>): ReturnType<typeof day> {
  return addDays(extract, 6);
}

/** A date is booked that is still to come at the end. */
export const bookedAtEnd: Story = (role) => {
  const on = dayBetween(role, day('2023-12-11'), day('2024-01-31'));
  return [nothingSaid(role), booked(role.practice.supplier, on, day('2023-11-24'))];
};

/** The booked day passed a week ago and no extract has come since. */
export const overdueAtEnd: Story = (role) => {
  const on = dayBetween(role, day('2023-11-28'), day('2023-12-01'));
  return [nothingSaid(role), booked(role.practice.supplier, on)];
};

/** The booked day passed in September, and the extracts since leave the practice out. */
export const bookingMissed: Story = (role) => {
  const on = dayBetween(role, day('2023-08-30'), day('2023-09-05'));
  return [
    nothingSaid(role),
    booked(role.practice.supplier, on),
    { absentFrom: ['2023-09-29', '2023-10-27', '2023-11-24'].map(day) },
    { intended: [{ from: addDays(on, 45), status: 'no-evidence' }] },
  ];
};

/** A booking, then a letter to stop it: acknowledged, it sets the booking aside; else it does not. */
export const stopRequested: Story = (role) => {
  const sentOn = day('2023-11-27');
  const isAcknowledged = role.random.chance(0.5);
  const letter = says(role, day('2023-11-28'), {
    letter_to: role.practice.supplier,
    letter_sent_date: sentOn,
    ...(isAcknowledged && { letter_acknowledged_date: day('2023-11-28') }),
  });
  const status = isAcknowledged ? 'paused-by-letter' : 'scheduled';
  return [...bookedAtEnd(role), { said: [letter], intended: [{ from: letter.told, status }] }];
};

/** A letter after going live changes nothing but a signal. */
export const stopAfterLive: Story = (role) => {
  const on = summerDay(role);
  const { said = [] } = pauseLetter(role, { sentOn: addDays(on, role.random.between(5, 40)) });
  return [nothingSaid(role), switchedOn(role.practice.supplier, on), { said }];
};

/** Live on one supplier's system, then moved to the other's, where the default is off; some switch it on again. */
export const supplierChange: Story = (role) => {
  const { practice, random } = role;
  const to: Supplier = practice.supplier === 'EMIS' ? 'TPP' : 'EMIS';
  const map = LIST_FILES[4]!;
  const moved: Part = {
    moves: [{ to, on: map.on }],
    settings: [{ from: map.on, on: false }],
    intended: [{ from: map.receivedOn, status: 'incomplete' }],
  };
  const again = random.chance(0.4) ? [switchedOn(to, deadlineDay(role))] : [];
  return [...decemberLive(role), moved, ...again];
};

/** Moved before it ever went live: the new supplier's extracts simply begin. */
export const quietSupplierChange: Story = (role) => {
  const to: Supplier = role.practice.supplier === 'EMIS' ? 'TPP' : 'EMIS';
  return [nothingSaid(role), { moves: [{ to, on: LIST_FILES[4]!.on }] }];
};

/** Bulk coding done in the spring; counts only, no status. A DPIA for automatic access came with it. */
export const dpiaForAutomatic: Story = (role) => {
  const on = dayBetween(role, day('2023-05-01'), FULL_EXTRACTS_FROM);
  const said = says(role, addDays(on, 3), {
    dpia_date: on,
    dpia_outcome: 'automatic',
    dpia_signed_by: 'Senior partner',
    bulk_104_date: addDays(on, -3),
    action_plan_104_date: addDays(on, 1),
  });
  return [
    nothingSaid(role),
    { said: [said], intended: [{ from: said.told, status: 'incomplete' }] },
  ];
};
