import { beforeEach, describe, expect, test } from 'vitest';
import { DELIVERY_STATES } from '../../../shared/alert/message.ts';
import { day, type Instant, instant } from '../../../shared/calendar/day.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import type { Deliveries, Episodes, Subscriptions } from '../../../shared/store/alert-ports.ts';
import { deliveryOf, episodeOf, messageOf, SIX_PM, subscriptionOf } from '../alert/deliveries.ts';

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

/** What every store of episodes promises. `fresh` gives one that holds nothing. */
export function episodesContract(adapter: string, fresh: () => Promise<Episodes>): void {
  describe(`${adapter}: episodes`, () => {
    let episodes: Episodes;
    beforeEach(async () => {
      episodes = await fresh();
    });

    test('are given back as they were saved, each version in place of the one before', async () => {
      expect(await episodes.of('A81001-stalled-1')).toBeUndefined();
      expect(await episodes.save(episodeOf({}))).toBe('saved');
      expect(await episodes.of('A81001-stalled-1')).toEqual(episodeOf({}));
      expect(await episodes.save(episodeOf({ version: 2, closedOn: '2023-11-20' }))).toBe('saved');
      expect((await episodes.of('A81001-stalled-1'))?.closed?.on).toBe('2023-11-20');
    });

    test.each([
      ['the same version again', 2],
      ['an older one', 1],
      ['one with a gap before it', 4],
    ])('tell a writer that is overtaken: %s', async (_, version) => {
      for (const saved of [1, 2]) await episodes.save(episodeOf({ version: saved }));
      expect(await episodes.save(episodeOf({ version, closedOn: '2023-11-20' }))).toBe('overtaken');
      expect(await episodes.of('A81001-stalled-1')).toEqual(episodeOf({ version: 2 }));
    });

    test('let one alone of many writers open one', async () => {
      const writers = Array.from({ length: 8 }, () => episodes.save(episodeOf({})));
      const told = await Promise.all(writers);
      expect(told.filter((outcome) => outcome === 'saved')).toHaveLength(1);
    });

    test('of a practice come by rule and number, open and closed, and no other practice’s', async () => {
      for (const number of [10, 9, 1]) {
        const closedOn = number === 10 ? null : '2023-11-20';
        await episodes.save(episodeOf({ number, closedOn }));
      }
      await episodes.save(episodeOf({ rule: 'action-plan-104-missing' }));
      await episodes.save(episodeOf({ practice: 'A81002' }));
      expect(ids(await episodes.ofPractice('A81001' as PracticeCode))).toEqual([
        'A81001-action-plan-104-missing-1',
        'A81001-stalled-1',
        'A81001-stalled-9',
        'A81001-stalled-10',
      ]);
      expect(await episodes.ofPractice('A81' as PracticeCode)).toEqual([]);
    });

    test('are listed while open, and once closed from their day on', async () => {
      await episodes.save(episodeOf({ practice: 'A81003' }));
      await episodes.save(episodeOf({ practice: 'A81001', closedOn: '2023-11-20' }));
      await episodes.save(episodeOf({ practice: 'A81004', closedOn: '2023-11-19' }));
      await episodes.save(episodeOf({ practice: 'A81002' }));
      expect(ids(await episodes.open())).toEqual(['A81002-stalled-1', 'A81003-stalled-1']);
      await episodes.save(episodeOf({ practice: 'A81002', version: 2, closedOn: '2023-11-21' }));
      expect(ids(await episodes.open())).toEqual(['A81003-stalled-1']);
      expect(ids(await episodes.closedFrom(day('2023-11-20')))).toEqual([
        'A81001-stalled-1',
        'A81002-stalled-1',
      ]);
    });

    test.each(['', 'A81001', 'A81001-stalled', 'A81001-nonsense-1', 'A81001-stalled-0'])(
      'are not found by what is no id: %j',
      async (id) => {
        expect(await episodes.of(id)).toBeUndefined();
      },
    );

    test('keep the latest clocks that any run began with', async () => {
      const at = (validAt: string, knownAt: string) => ({
        validAt: day(validAt),
        knownAt: instant(knownAt),
      });
      const evening = at('2023-11-06', '2023-11-06T18:00:00Z');
      const later = at('2023-11-06', '2023-11-06T18:05:00Z');
      expect(await episodes.lastRun()).toBeUndefined();
      expect(await episodes.beginRun(evening)).toEqual(evening);
      expect(await episodes.beginRun(later)).toEqual(later);
      expect(await episodes.beginRun(evening)).toEqual(later);
      // An earlier day, though known later, is no later run.
      expect(await episodes.beginRun(at('2023-11-05', '2023-11-07T00:00:00Z'))).toEqual(later);
      expect(await episodes.lastRun()).toEqual(later);
    });
  });
}

/** What every store of subscriptions promises. */
export function subscriptionsContract(adapter: string, fresh: () => Promise<Subscriptions>): void {
  describe(`${adapter}: subscriptions`, () => {
    let subscriptions: Subscriptions;
    beforeEach(async () => {
      subscriptions = await fresh();
    });

    test('are given back as saved last, and all by id', async () => {
      const url = 'https://chat.example/hook';
      const hook = { type: 'webhook', url, secret: 'whsec_c2VjcmV0' } as const;
      for (const id of ['b', 'a', 'B']) await subscriptions.save(subscriptionOf({ id }));
      const ended = subscriptionOf({ id: 'a', channel: hook, endedOn: day('2023-12-01') });
      await subscriptions.save(ended);
      expect(await subscriptions.of('a')).toEqual(ended);
      expect(await subscriptions.of('c')).toBeUndefined();
      expect(ids(await subscriptions.all())).toEqual(['B', 'a', 'b']);
    });

    test('one that has ended is not begun again by somebody who read it before', async () => {
      const before = subscriptionOf({ id: 'a' });
      expect(await subscriptions.save(before)).toBe('saved');
      const ended = { ...before, endedOn: before.since };
      expect(await subscriptions.save(ended)).toBe('saved');
      expect(await subscriptions.save(before)).toBe('ended');
      expect(await subscriptions.save(ended)).toBe('saved');
      expect(await subscriptions.of('a')).toEqual(ended);
    });

    test('one run at a time has the turn at a subscription; one left by a crash ends by itself', async () => {
      const [at, until, after] = ['18:00', '18:15', '18:16'].map((time) =>
        instant(`2023-11-06T${time}:00.000Z`),
      ) as [Instant, Instant, Instant];
      expect(await subscriptions.takeTurn('a', { by: 'one', at, until })).toBe(true);
      expect(await subscriptions.takeTurn('a', { by: 'two', at, until })).toBe(false);
      expect(await subscriptions.takeTurn('b', { by: 'two', at, until })).toBe(true);
      await subscriptions.endTurn('a', 'two');
      expect(await subscriptions.takeTurn('a', { by: 'two', at, until })).toBe(false);
      expect(await subscriptions.takeTurn('a', { by: 'two', at: after, until: after })).toBe(true);
      await subscriptions.endTurn('a', 'two');
      expect(await subscriptions.takeTurn('a', { by: 'one', at, until })).toBe(true);
    });

    test('keep the first word on an address until it is released, whatever its case', async () => {
      const later = instant('2023-11-08T00:00:00Z');
      await subscriptions.suppress('Team@ICB.example', { why: 'bounce', at: SIX_PM });
      await subscriptions.suppress('team@icb.example', { why: 'complaint', at: later });
      expect([...(await subscriptions.suppressed())]).toEqual([
        ['team@icb.example', { why: 'bounce', at: SIX_PM }],
      ]);
      await subscriptions.release('TEAM@icb.example');
      await subscriptions.release('nobody@icb.example');
      expect((await subscriptions.suppressed()).size).toBe(0);
      // It may come to nothing again.
      await subscriptions.suppress('team@icb.example', { why: 'complaint', at: later });
      expect((await subscriptions.suppressed()).get('team@icb.example')?.why).toBe('complaint');
      expect(await subscriptions.all()).toEqual([]);
    });
  });
}

/** What every store of deliveries promises. */
export function deliveriesContract(adapter: string, fresh: () => Promise<Deliveries>): void {
  describe(`${adapter}: deliveries`, () => {
    let deliveries: Deliveries;
    beforeEach(async () => {
      deliveries = await fresh();
    });

    test.each(DELIVERY_STATES)('are given back as they were saved: %s', async (state) => {
      const message = state === 'sent' || state === 'dropped' ? null : messageOf();
      const delivery = deliveryOf({ state, message, notBefore: SIX_PM, why: 'busy' });
      expect(await deliveries.of(delivery.id)).toBeUndefined();
      expect(await deliveries.save(delivery)).toBe('saved');
      expect(await deliveries.of(delivery.id)).toEqual(delivery);
      for (const each of DELIVERY_STATES) {
        expect(await deliveries.inState(each)).toEqual(each === state ? [delivery] : []);
      }
    });

    test('tell a writer that is overtaken, and let one alone of many begin one', async () => {
      const begun = await Promise.all(
        Array.from({ length: 8 }, () => deliveries.save(deliveryOf())),
      );
      expect(begun.filter((outcome) => outcome === 'saved')).toHaveLength(1);
      expect(await deliveries.save(deliveryOf({ state: 'sent', version: 2 }))).toBe('saved');
      for (const version of [1, 2, 4]) {
        expect(await deliveries.save(deliveryOf({ state: 'dead', version }))).toBe('overtaken');
      }
      expect((await deliveries.of(deliveryOf().id))?.state).toBe('sent');
    });

    test('of a subscription come by id, and no other’s', async () => {
      for (const [id, subscription] of [
        ['notice-a-2', 'a'],
        ['digest-a-1', 'a'],
        ['notice-ab-1', 'ab'],
      ] as const) {
        await deliveries.save(deliveryOf({ id, subscription }));
      }
      expect(ids(await deliveries.ofSubscription('a'))).toEqual(['digest-a-1', 'notice-a-2']);
      expect(await deliveries.ofSubscription('c')).toEqual([]);
    });

    test('are found by what the mail service calls them', async () => {
      await deliveries.save(deliveryOf());
      const sent = deliveryOf({ state: 'sent', providerId: '0102-abc', version: 2, message: null });
      await deliveries.save(sent);
      expect(await deliveries.ofProviderId('0102-abc')).toEqual(sent);
      expect(await deliveries.ofProviderId('0102')).toBeUndefined();
    });
  });
}
