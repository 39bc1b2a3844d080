import { beforeEach, describe, expect, test } from 'vitest';
import { onMessage } from '../../../functions/release/on-message.ts';
import type { PublishAsk, PublishOutcome } from '../../../functions/release/publish-week.ts';
import { type Instant, instant } from '../../../shared/calendar/day.ts';
import type { Receipt } from '../../../shared/intake/receipt/receipt.ts';
import type { ReleaseMessage } from '../../../shared/store/ports.ts';
import { eventOf } from '../sqs-event.ts';

const MONDAY = '2023-12-04';
const SCHEDULED = { scheduledTime: '2023-12-04T06:00:00Z' };
const BEFORE = instant('2023-12-04T05:58:00Z');
const AFTER = instant('2023-12-04T06:01:00Z');

type Logged = { readonly message: string } & Record<string, unknown>;
type Ask = Pick<PublishAsk, 'week' | 'amend'>;

/** A quarantine, receipts, a queue and a shelf of releases, all in memory. */
function freshWorld() {
  const lies = new Map<string, Instant>();
  const receipts = new Set<string>();
  const asked: Ask[] = [];
  const shelf = new Set<string>();
  const later: { readonly message: ReleaseMessage; readonly minutes: number }[] = [];
  const logged: Logged[] = [];
  const told: string[] = [];
  const keep = (message: string, fields: Record<string, unknown>) => {
    logged.push({ message, ...fields });
  };
  const world = {
    lies,
    receipts,
    asked,
    shelf,
    later,
    logged,
    told,
    now: instant('2023-12-04T06:01:00Z'),
    looksBy: [] as Instant[],
    publish: async (ask: Ask): Promise<PublishOutcome> => {
      asked.push(ask);
      const outcome = shelf.has(ask.week) ? 'was-published' : 'published';
      shelf.add(ask.week);
      return { outcome, version: '1.0.0', folder: `week=${ask.week}` };
    },
  };
  const handler = onMessage({
    quarantine: {
      async waiting(by) {
        world.looksBy.push(by);
        return [...lies]
          .filter(([, at]) => at <= by)
          .map(([uploadId, modifiedAt]) => ({ uploadId, modifiedAt }));
      },
    },
    work: { receipt: async (id) => (receipts.has(id) ? ({ uploadId: id } as Receipt) : undefined) },
    messages: {
      sendLater: async (message, minutes) => void later.push({ message, minutes }),
    },
    alerts: { released: async (week) => void told.push(week) },
    publish: (ask) => world.publish(ask),
    now: () => world.now,
    log: { info: keep, warn: keep },
  });
  return { ...world, world, handle: (body: unknown) => handler(eventOf(body)) };
}

let at: ReturnType<typeof freshWorld>;
beforeEach(() => {
  at = freshWorld();
});

describe('on time', () => {
  test('the week of the scheduled Monday is published', async () => {
    expect(await at.handle(SCHEDULED)).toEqual({ batchItemFailures: [] });
    expect(at.asked).toEqual([{ week: MONDAY }]);
    expect(at.logged).toEqual([
      expect.objectContaining({ message: 'release made', outcome: 'published', version: '1.0.0' }),
    ]);
  });

  test.each([
    { moment: '2023-03-20T06:00:00Z', week: '2023-03-20', cutOff: '2023-03-20T06:00:00.000Z' },
    { moment: '2023-03-27T05:00:00Z', week: '2023-03-27', cutOff: '2023-03-27T05:00:00.000Z' },
    { moment: '2023-10-23T05:00:00Z', week: '2023-10-23', cutOff: '2023-10-23T05:00:00.000Z' },
    { moment: '2023-10-30T06:00:00Z', week: '2023-10-30', cutOff: '2023-10-30T06:00:00.000Z' },
    // Sunday evening by UTC, Monday in London.
    { moment: '2023-07-02T23:30:00Z', week: '2023-07-03', cutOff: '2023-07-03T05:00:00.000Z' },
  ])('$moment is the week $week, up to $cutOff', async ({ moment, week, cutOff }) => {
    await at.handle({ scheduledTime: moment });
    expect(at.asked).toEqual([{ week }]);
    expect(at.looksBy).toEqual([cutOff]);
  });

  test('a message that comes days late is for its own week still', async () => {
    at.world.now = instant('2023-12-07T09:00:00Z');
    await at.handle(SCHEDULED);
    expect(at.asked).toEqual([{ week: MONDAY }]);
  });

  test('a message that comes twice publishes once', async () => {
    await at.handle(SCHEDULED);
    await at.handle(SCHEDULED);
    expect(at.logged.map(({ outcome }) => outcome)).toEqual(['published', 'was-published']);
    expect([...at.shelf]).toEqual([MONDAY]);
  });

  test('the alert step is told of the week each time, as it may not have heard', async () => {
    await at.handle(SCHEDULED);
    await at.handle(SCHEDULED);
    expect(at.told).toEqual([MONDAY, MONDAY]);
  });

  test('the alert step is told nothing of a week without a release', async () => {
    at.world.publish = async () => ({ outcome: 'refused', why: 'the sums broke' });
    await expect(at.handle(SCHEDULED)).rejects.toThrow();
    expect(at.told).toEqual([]);
  });
});

describe('uploads in process', () => {
  test('hold the release up for five minutes, and are named by their ids', async () => {
    at.lies.set('up-1', BEFORE).set('up-2', BEFORE);
    expect(await at.handle(SCHEDULED)).toEqual({ batchItemFailures: [] });
    expect(at.asked).toEqual([]);
    expect(at.later).toEqual([
      { message: { scheduledTime: '2023-12-04T06:00:00.000Z', waited: 5 }, minutes: 5 },
    ]);
    expect(at.logged).toEqual([
      expect.objectContaining({ week: MONDAY, waited: 0, uploads: ['up-1', 'up-2'] }),
    ]);
  });

  test('that are done by the next look hold it up no longer', async () => {
    at.lies.set('up-1', BEFORE);
    await at.handle(SCHEDULED);
    at.receipts.add('up-1');
    await at.handle(at.later[0]!.message);
    expect(at.asked).toEqual([{ week: MONDAY }]);
    expect(at.later).toHaveLength(1);
  });

  test('that are never done make it fail after thirty minutes, looked at every five', async () => {
    at.lies.set('up-1', BEFORE).set('up-2', BEFORE);
    let message: unknown = SCHEDULED;
    for (let look = 0; look < 6; look += 1) {
      await at.handle(message);
      message = at.later.at(-1)!.message;
    }
    await expect(at.handle(message)).rejects.toThrow(
      '2023-12-04: after 30 minutes these uploads are still in process: up-1, up-2',
    );
    expect(at.later.map(({ minutes }) => minutes)).toEqual([5, 5, 5, 5, 5, 5]);
    expect(at.asked).toEqual([]);
  });

  test.each([
    { what: 'came after the cut-off', of: AFTER, hasReceipt: false },
    { what: 'has its receipt and is still to be removed', of: BEFORE, hasReceipt: true },
  ])('one that $what holds nothing up', async ({ of, hasReceipt }) => {
    at.lies.set('up-1', of);
    if (hasReceipt) at.receipts.add('up-1');
    await at.handle(SCHEDULED);
    expect(at.asked).toEqual([{ week: MONDAY }]);
  });

  test('that are named are not waited for; others are', async () => {
    at.lies.set('up-1', BEFORE).set('up-2', BEFORE);
    await at.handle({ week: MONDAY, without: ['up-1'] });
    expect(at.later[0]!.message).toEqual({ week: MONDAY, without: ['up-1'], waited: 5 });
    await at.handle({ week: MONDAY, without: ['up-1', 'up-2'] });
    expect(at.asked).toEqual([{ week: MONDAY }]);
    expect(at.logged.at(-1)).toMatchObject({ without: ['up-1', 'up-2'] });
  });
});

describe('on demand', () => {
  test('a week that is past is published', async () => {
    await at.handle({ week: '2023-11-27' });
    expect(at.asked).toEqual([{ week: '2023-11-27' }]);
  });

  test('a week whose cut-off is to come is refused', async () => {
    at.world.now = instant('2023-12-04T05:59:59Z');
    await expect(at.handle({ week: MONDAY })).rejects.toThrow('is to come');
    expect(at.asked).toEqual([]);
  });

  test('an amendment waits for what it is to know, and is asked for with its note', async () => {
    const amend = { note: 'The list sizes of one ICB came late.', knownAt: AFTER };
    at.lies.set('up-1', AFTER);
    await at.handle({ week: MONDAY, amend: { ...amend, knownAt: '2023-12-04T06:01:00Z' } });
    expect(at.later[0]!.message).toEqual({ week: MONDAY, amend, waited: 5 });
    at.receipts.add('up-1');
    await at.handle(at.later[0]!.message);
    expect(at.asked).toEqual([{ week: MONDAY, amend }]);
  });

  test('an amendment that is to know what is to come is refused', async () => {
    const amend = { note: 'More news.', knownAt: instant('2024-01-01T06:00:00Z') };
    await expect(at.handle({ week: MONDAY, amend })).rejects.toThrow('is to come');
  });
});

describe('fails loudly, and says why', () => {
  test.each([
    { what: 'a scheduled Tuesday', body: { scheduledTime: '2023-12-05T06:00:00Z' } },
    { what: 'a Sunday on demand', body: { week: '2023-12-03' } },
  ])('$what is no Monday', async ({ body }) => {
    await expect(at.handle(body)).rejects.toThrow('is no Monday');
    expect(at.asked).toEqual([]);
  });

  test.each([
    {},
    null,
    [],
    { week: '04/12/2023' },
    { week: MONDAY, amend: {} },
    { week: MONDAY, amend: { note: '', knownAt: AFTER } },
    { week: MONDAY, dryRun: true },
    { scheduledTime: 'this morning' },
    { scheduledTime: MONDAY },
    { ...SCHEDULED, week: MONDAY },
    { ...SCHEDULED, waited: -5 },
    'not JSON',
  ])('%j is no message', async (body) => {
    await expect(at.handle(body)).rejects.toThrow(/no message to the release step|not JSON/);
    expect([at.asked, at.later]).toEqual([[], []]);
  });

  test('a release that does not reconcile throws with the sum that broke', async () => {
    const why = 'register 6,300 is not 6,211 in + 88 out + 0 unknown';
    at.world.publish = async () => ({ outcome: 'refused', why });
    await expect(at.handle(SCHEDULED)).rejects.toThrow(`2023-12-04: ${why}`);
    expect(at.logged).toEqual([
      expect.objectContaining({ messageId: 'message-0', why: `2023-12-04: ${why}` }),
    ]);
  });

  test('an error of elsewhere throws, and its words are in no log', async () => {
    at.world.publish = async () => {
      throw new TypeError('Mrs Secret is no practice');
    };
    const failed = at.handle(SCHEDULED);
    await expect(failed).rejects.toThrow('broke down');
    await expect(failed).rejects.not.toThrow('Secret');
    expect(at.logged[0]).toMatchObject({ error: 'TypeError' });
    expect(JSON.stringify(at.logged)).not.toContain('Secret');
  });

  test('one that failed on its way to being published is published by the next try', async () => {
    const { publish } = at.world;
    at.world.publish = async () => Promise.reject(new Error('network'));
    await expect(at.handle(SCHEDULED)).rejects.toThrow();
    at.world.publish = publish;
    await at.handle(SCHEDULED);
    expect([...at.shelf]).toEqual([MONDAY]);
  });
});
