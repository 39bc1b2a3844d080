import * as z from 'zod';
import { CHASED_BY } from '../../../shared/alert/episode.ts';
import { type Day, isDay, londonDay } from '../../../shared/calendar/day.ts';
import type { Route } from '../route.ts';
import { actRoute } from './act-route.ts';

const MOST = 500;
const words = (missing: string) =>
  z.string(missing).trim().min(1, missing).max(MOST, `Keep it to ${MOST} characters`);
const note = z
  .string()
  .trim()
  .max(MOST, `Keep it to ${MOST} characters`)
  .nullish()
  .transform((text) => text || null)
  .describe('What is to be known about it; no patient data');
const A_DAY = 'Write a day as 2023-12-04';
const day = z.string(A_DAY).refine(isDay, A_DAY);

/** `POST /alerts/:episode/acknowledge`: somebody deals with it. */
const acknowledge = actRoute({
  act: 'acknowledge',
  about: 'Says that you deal with an alert',
  did: 'acknowledged',
  form: z.object({ note }),
  actOf: (form, stamp) => ({ ...stamp, act: 'acknowledged', note: form.note }),
  fieldOf: () => 'note',
});

/** `POST /alerts/:episode/snooze`: quiet until a day, for a reason. */
const snooze = actRoute({
  act: 'snooze',
  about: 'Keeps an alert quiet until a day, on which it wakes by itself',
  did: 'snoozed',
  form: z.object({ until: day, reason: words('Write why it is to be quiet') }),
  actOf: (form, stamp) => ({
    ...stamp,
    act: 'snoozed',
    until: form.until as Day,
    reason: form.reason,
  }),
  fieldOf: (refused) => (refused.startsWith('The reason') ? 'reason' : 'until'),
});

/** `POST /alerts/:episode/assign`: who is to deal with it. */
const assign = actRoute({
  act: 'assign',
  about: 'Says who is to deal with an alert',
  did: 'assigned',
  form: z.object({ to: words('Write a person or team') }),
  actOf: (form, stamp) => ({ ...stamp, act: 'assigned', to: form.to }),
  fieldOf: () => 'to',
});

/** `POST /alerts/:episode/chase`: the practice was asked, how and when. */
const chase = actRoute({
  act: 'chase',
  about: 'Notes that the practice was chased',
  did: 'chased',
  form: z.object({
    how: z.enum(CHASED_BY, 'Choose how the practice was chased'),
    on: z
      .union([z.literal(''), day])
      .nullish()
      .describe('The day; today where it is left out'),
    note,
  }),
  actOf: ({ how, on, note: said }, stamp) => ({
    ...stamp,
    act: 'chased',
    how,
    on: on ? (on as Day) : londonDay(stamp.at),
    note: said,
  }),
  fieldOf: (refused) => (refused.startsWith('The note') ? 'note' : 'on'),
});

export const actRoutes: readonly Route[] = [chase, acknowledge, assign, snooze];
