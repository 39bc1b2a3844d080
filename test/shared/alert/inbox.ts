import type { Episode } from '../../../shared/alert/episode.ts';
import type { Found } from '../../../shared/alert/found.ts';
import type { Delivery, Message } from '../../../shared/alert/message.ts';
import { type DueAsk, messagesDue } from '../../../shared/alert/messages-due.ts';
import type { Subscription } from '../../../shared/alert/subscription.ts';
import type { Cover } from '../../../shared/alert/subscriptions/cover.ts';
import { toldBy } from '../../../shared/alert/told.ts';
import { type Day, endOfLondonDay } from '../../../shared/calendar/day.ts';
import { policyInForce } from '../../../shared/policy/timeline.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import type { Status } from '../../../shared/state/decision.ts';
import { deliveryOf } from './deliveries.ts';
import { foundMap, foundWith } from './episodes/runs.ts';

export const A = 'A81001' as PracticeCode;
export const B = 'A81002' as PracticeCode;

export function coverOfQhm(over: Partial<Cover> = {}): Cover {
  const practices = new Set([A, B]);
  return { key: 'icb:QHM', practices, words: 'QHM', ended: [], merged: [], ...over };
}

/** What is found of practices that have these statuses. */
export function statuses(of: Readonly<Record<string, Status>>): ReadonlyMap<PracticeCode, Found> {
  return foundMap(
    Object.entries(of).map(([code, status]) => foundWith(code as PracticeCode, [], { status })),
  );
}

type Seen = Partial<Pick<DueAsk, 'cover' | 'found' | 'week' | 'knownAt' | 'inFull'>> & {
  readonly episodes?: readonly Episode[];
};

/** A subscriber who keeps what it is sent, as deliveries do. */
export class Inbox {
  readonly deliveries: Delivery[] = [];
  subscription: Subscription;

  constructor(subscription: Subscription) {
    this.subscription = subscription;
  }

  /** The messages of a run, which are kept as delivered. */
  run(on: Day, { episodes = [], ...seen }: Seen = {}): readonly Message[] {
    const messages = messagesDue({
      subscription: this.subscription,
      cover: coverOfQhm(),
      told: toldBy(this.deliveries),
      on,
      knownAt: endOfLondonDay(on),
      week: null,
      open: episodes.filter(({ closed }) => closed === null),
      closed: episodes.filter(({ closed }) => closed !== null),
      found: statuses({ [A]: 'incomplete', [B]: 'incomplete' }),
      inFull: () => ({ why: null, nextDate: null }),
      ladder: policyInForce({ validAt: on, rulesAt: on }).ladder,
      headline: null,
      links: { episode: () => null, unsubscribe: null, all: null, submit: null },
      madeUp: true,
      ...seen,
    });
    for (const { id, subscription, kind, on: day, tells } of messages) {
      this.deliveries.push(deliveryOf({ id, subscription, kind, on: day, tells: [...tells] }));
    }
    return messages;
  }
}
