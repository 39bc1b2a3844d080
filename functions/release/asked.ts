import * as z from 'zod';
import {
  type Day,
  DaySchema,
  type Instant,
  instant,
  londonDay,
  sixOClockInLondon,
} from '../../shared/calendar/day.ts';
import { isMonday } from '../../shared/calendar/week.ts';
import type { ReleaseMessage } from '../../shared/store/ports.ts';
import { NotReleased } from './not-released.ts';
import type { PublishAsk } from './publish-week.ts';

const waited = z.int().nonnegative().exactOptional();

/** Any moment with its zone: EventBridge writes none of the milliseconds, people may leave them out. */
const Moment = z.iso.datetime({ offset: true }).transform(instant);

const Message: z.ZodType<ReleaseMessage> = z.union([
  z.strictObject({ scheduledTime: Moment, waited }),
  z.strictObject({
    week: DaySchema,
    amend: z.strictObject({ note: z.string().min(1), knownAt: Moment }).exactOptional(),
    without: z.array(z.string()).exactOptional(),
    waited,
  }),
]);

/** What one message asks for. */
export type Asked = {
  readonly message: ReleaseMessage;
  readonly publish: Pick<PublishAsk, 'week' | 'amend'>;
  /** All that was received by then must have been taken in. */
  readonly cutOff: Instant;
  /** Uploads that are not waited for. */
  readonly without: ReadonlySet<string>;
};

/**
 * Takes a message's body and the clock, gives what it asks for. The scheduled moment is the schedule's
 * only clock: the week is that of its London day, however late the message comes. The cut-off is that
 * Monday's 06:00 in London; of an amendment, what it is to know. Throws a NotReleased for a body that is
 * no such message, for a day that is no Monday, and for a cut-off that has not come.
 */
export function askedIn(body: unknown, now: Instant): Asked {
  const parsed = Message.safeParse(body);
  if (!parsed.success) throw new NotReleased(NO_MESSAGE);
  const message = parsed.data;
  if ('scheduledTime' in message) {
    const week = mondayIn(londonDay(message.scheduledTime));
    const cutOff = come(sixOClockInLondon(week), now);
    return { message, publish: { week }, cutOff, without: new Set() };
  }
  const { amend, without = [] } = message;
  const week = mondayIn(message.week);
  const cutOff = come(amend?.knownAt ?? sixOClockInLondon(week), now);
  return { message, publish: { week, ...(amend && { amend }) }, cutOff, without: new Set(without) };
}

function come(cutOff: Instant, now: Instant): Instant {
  if (cutOff <= now) return cutOff;
  throw new NotReleased(`${cutOff} is to come: nobody knows yet what is known then`);
}

const NO_MESSAGE = 'this is no message to the release step; send for example {"week":"2023-12-04"}';

function mondayIn(on: Day): Day {
  if (isMonday(on)) return on;
  throw new NotReleased(
    `${on} is no Monday: a week is named by its Monday, for example 2023-12-04`,
  );
}
