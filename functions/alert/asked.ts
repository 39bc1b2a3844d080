import * as z from 'zod';
import { DaySchema, type Instant, instant, londonDay } from '../../shared/calendar/day.ts';
import { clocksOfWeek, isMonday } from '../../shared/calendar/week.ts';
import { MailEvent } from './mail-event.ts';
import type { RunAsk } from './run-alerts.ts';
import { WrongMessage } from './wrong-message.ts';

/** Any moment with its zone: EventBridge writes none of the milliseconds, people may leave them out. */
const Moment = z.iso.datetime({ offset: true }).transform(instant);

const Message = z.union([
  z.strictObject({ scheduledTime: Moment }),
  z.strictObject({ week: DaySchema }),
  z.strictObject({ retry: z.int().min(1) }),
  MailEvent,
]);

/** What one message asks for. `evening`: the operators are told too, as at that moment. */
export type Asked =
  | { readonly what: 'run'; readonly run: RunAsk; readonly evening: Instant | null }
  | { readonly what: 'retry'; readonly times: number }
  | { readonly what: 'mail'; readonly event: MailEvent };

/**
 * Takes a message's body and the clock, gives what it asks for. The scheduled moment is the evening's only
 * clock: its London day, as known then. A week is looked at as its release was. Throws a WrongMessage for a
 * body that is no such message, a week that is no Monday, and clocks that have not come.
 */
export function askedIn(body: unknown, now: Instant): Asked {
  const parsed = Message.safeParse(body);
  if (!parsed.success) throw new WrongMessage(NO_MESSAGE);
  const message = parsed.data;
  if ('detail' in message) return { what: 'mail', event: message };
  if ('retry' in message) return { what: 'retry', times: message.retry };
  if ('scheduledTime' in message) {
    const knownAt = come(message.scheduledTime, now);
    const run = { validAt: londonDay(knownAt), knownAt, week: null };
    return { what: 'run', run, evening: knownAt };
  }
  const { week } = message;
  if (!isMonday(week)) {
    throw new WrongMessage(`${week} is no Monday: a week is named by its Monday`);
  }
  const { validAt, knownAt } = clocksOfWeek(week);
  return { what: 'run', run: { validAt, knownAt: come(knownAt, now), week }, evening: null };
}

function come(knownAt: Instant, now: Instant): Instant {
  if (knownAt <= now) return knownAt;
  throw new WrongMessage(`${knownAt} is to come: nobody knows yet what is known then`);
}

const NO_MESSAGE =
  'this is no message to the alert step; send for example {"week":"2023-12-04"} or {"scheduledTime":"2023-12-04T18:00:00Z"}';
