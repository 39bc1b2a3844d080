import { beforeEach, describe, expect, test } from 'vitest';
import { BECAME, type DeliveryReport } from '../../../functions/alert/delivery-report.ts';
import type { Bounce } from '../../../functions/alert/on-bounce.ts';
import { onMessage } from '../../../functions/alert/on-message.ts';
import type { RunAsk } from '../../../functions/alert/run-alerts.ts';
import { instant } from '../../../shared/calendar/day.ts';
import { eventOf } from '../sqs-event.ts';

const EVENING = { scheduledTime: '2023-12-05T18:00:00Z' };

type Counts = DeliveryReport['counts'];

/** An alert step that notes what it is asked for. */
function freshWorld() {
  const world = {
    now: instant('2023-12-08T09:00:00Z'),
    runs: [] as RunAsk[],
    retries: [] as string[],
    waiting: 0,
    overCap: 0,
    held: [] as string[],
    later: [] as { readonly times: number; readonly minutes: number }[],
    bounces: [] as Bounce[],
    told: [] as { readonly at: string; readonly capReached: boolean }[],
    logged: [] as ({ readonly message: string } & Record<string, unknown>)[],
    fails: undefined as Error | undefined,
  };
  const keep = (message: string, fields: Record<string, unknown>) => {
    world.logged.push({ message, ...fields });
  };
  const none = Object.fromEntries(BECAME.map((became) => [became, 0])) as Counts;
  const handler = onMessage({
    async run(ask) {
      if (world.fails !== undefined) throw world.fails;
      world.runs.push(ask);
      const counts = { ...none, 'over-cap': world.overCap };
      return { deliveries: { running: '', messages: [], counts }, held: world.held };
    },
    retry: async (running) => void world.retries.push(running),
    waiting: async () => world.waiting,
    bounced: async (bounce) => void world.bounces.push(bounce),
    tellOperators: async (at, capReached) => void world.told.push({ at, capReached }),
    messages: { retryLater: async (times, minutes) => void world.later.push({ times, minutes }) },
    now: () => world.now,
    log: { info: keep, warn: keep },
  });
  return { world, handle: (body: unknown) => handler(eventOf(body)) };
}

let at: ReturnType<typeof freshWorld>;
beforeEach(() => {
  at = freshWorld();
});

describe('a run', () => {
  test.each([
    { moment: '2023-12-05T18:00:00Z', day: '2023-12-05' },
    // Summer time: 18:00 in London is 17:00 by UTC.
    { moment: '2023-07-03T17:00:00Z', day: '2023-07-03' },
    // Late in a summer evening it is the next day in London already.
    { moment: '2023-07-02T23:30:00Z', day: '2023-07-03' },
  ])('of the evening of $moment looks at $day, as known then', async ({ moment, day }) => {
    expect(await at.handle({ scheduledTime: moment })).toEqual({ batchItemFailures: [] });
    const knownAt = instant(moment);
    expect(at.world.runs).toEqual([{ validAt: day, knownAt, week: null }]);
    expect(at.world.told).toEqual([{ at: knownAt, capReached: false }]);
  });

  test('after a release looks as the release did, and tells the operators nothing', async () => {
    await at.handle({ week: '2023-12-04' });
    const knownAt = '2023-12-04T06:00:00.000Z';
    expect(at.world.runs).toEqual([{ validAt: '2023-12-04', knownAt, week: '2023-12-04' }]);
    expect(at.world.told).toEqual([]);
  });

  test('comes again where another run was telling some of the subscriptions', async () => {
    at.world.held = ['sub-1'];
    await expect(at.handle(EVENING)).rejects.toThrow();
    at.world.held = [];
    await at.handle(EVENING);
    expect(at.world.runs).toHaveLength(2);
  });

  test('that left messages over says so to the operators', async () => {
    at.world.overCap = 3;
    await at.handle(EVENING);
    expect(at.world.told).toMatchObject([{ capReached: true }]);
  });
});

describe('messages that wait', () => {
  test.each([EVENING, { week: '2023-12-04' }])('after %j are looked at in 5 minutes', async (m) => {
    at.world.waiting = 2;
    await at.handle(m);
    expect(at.world.later).toEqual([{ times: 1, minutes: 5 }]);
  });

  test.each([
    { retry: 1, minutes: 10 },
    { retry: 2, minutes: 15 },
    { retry: 3, minutes: 15 },
    { retry: 95, minutes: 15 },
  ])('are tried, and looked at again $minutes minutes after look $retry', async (story) => {
    at.world.waiting = 1;
    await at.handle({ retry: story.retry });
    expect(at.world.retries).toEqual([`retry ${story.retry}`]);
    expect(at.world.later).toEqual([{ times: story.retry + 1, minutes: story.minutes }]);
    expect(at.world.runs).toEqual([]);
  });

  test('no more are looked at no more', async () => {
    await at.handle({ retry: 1 });
    expect(at.world.retries).toHaveLength(1);
    expect(at.world.later).toEqual([]);
  });

  test('after a day are left to the next evening, and logged', async () => {
    at.world.waiting = 1;
    await at.handle({ retry: 96 });
    expect(at.world.later).toEqual([]);
    expect(at.world.logged).toContainEqual({ message: 'messages still waiting', waiting: 1 });
  });
});

const mail = { messageId: 'ses-1', timestamp: '2023-12-05T18:00:01Z', tags: {} };
const bounced = [{ emailAddress: 'gone@icb.example', status: '5.1.1' }];
const event = (detail: object) => ({
  version: '0',
  source: 'aws.ses',
  'detail-type': 'Email',
  detail: { mail, ...detail },
});

describe('mail that came back', () => {
  test.each([
    {
      what: 'a permanent bounce',
      detail: {
        eventType: 'Bounce',
        bounce: { bounceType: 'Permanent', bouncedRecipients: bounced },
      },
      bounces: [{ providerId: 'ses-1', address: 'gone@icb.example', why: 'bounce' }],
    },
    {
      what: 'a full mailbox',
      detail: {
        eventType: 'Bounce',
        bounce: { bounceType: 'Transient', bouncedRecipients: bounced },
      },
      bounces: [],
    },
    {
      what: 'a complaint',
      detail: { eventType: 'Complaint', complaint: { complainedRecipients: bounced } },
      bounces: [{ providerId: 'ses-1', address: 'gone@icb.example', why: 'complaint' }],
    },
    { what: 'a delivery', detail: { eventType: 'Delivery', delivery: {} }, bounces: [] },
    { what: 'a rejection', detail: { eventType: 'Reject', reject: {} }, bounces: [] },
  ])('$what', async ({ detail, bounces }) => {
    await at.handle(event(detail));
    expect(at.world.bounces).toEqual(bounces);
    expect(JSON.stringify(at.world.logged)).not.toContain('@');
  });

  test('one that SES rejected is a warning by which an alarm rings', async () => {
    await at.handle(event({ eventType: 'Reject' }));
    expect(at.world.logged.at(-1)).toEqual({ message: 'mail rejected', providerId: 'ses-1' });
  });
});

describe('fails loudly, and says why', () => {
  test.each([
    { body: { week: '2023-12-05' }, why: 'is no Monday' },
    { body: { week: '2023-12-11' }, why: 'is to come' },
    { body: { scheduledTime: '2023-12-08T18:00:00Z' }, why: 'is to come' },
    { body: {}, why: 'no message to the alert step' },
    { body: null, why: 'no message to the alert step' },
    { body: { retry: 0 }, why: 'no message to the alert step' },
    { body: { retry: '1' }, why: 'no message to the alert step' },
    { body: { ...EVENING, week: '2023-12-04' }, why: 'no message to the alert step' },
    { body: { scheduledTime: 'tonight' }, why: 'no message to the alert step' },
    { body: event({ eventType: 'Click' }), why: 'no message to the alert step' },
    { body: { ...event({ eventType: 'Reject' }), source: 'me' }, why: 'no message' },
    { body: 'not JSON', why: 'not JSON' },
  ])('$body: $why', async ({ body, why }) => {
    await expect(at.handle(body)).rejects.toThrow(why);
    expect([at.world.runs, at.world.retries, at.world.bounces]).toEqual([[], [], []]);
  });

  test('an error of elsewhere throws, and its words are in no log', async () => {
    at.world.fails = new TypeError('Mrs Secret is no practice');
    await expect(at.handle(EVENING)).rejects.toThrow('the alert step broke down');
    expect(at.world.logged).toMatchObject([{ message: 'nothing was alerted', error: 'TypeError' }]);
    expect(JSON.stringify(at.world.logged)).not.toContain('Secret');
  });
});
