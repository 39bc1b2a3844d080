import { describe, expect, test } from 'vitest';
import { deliver } from '../../../functions/alert/deliver.ts';
import { retryDue } from '../../../functions/alert/retry-due.ts';
import type { DeliveryState } from '../../../shared/alert/message.ts';
import { day } from '../../../shared/calendar/day.ts';
import type { HandedOver } from '../../../shared/store/alert-ports.ts';
import { messageOf, SIX_PM, subscriptionOf } from '../../shared/alert/deliveries.ts';
import {
  became,
  IN_DOUBT,
  many,
  minutesPastSix,
  NOT_NOW,
  postOffice,
  SENT,
  TOO_LONG,
  UNKNOWN,
} from './post-office.ts';

describe('a run', () => {
  test('hands each message over once, however often it is run', async () => {
    const { deps, tries } = postOffice();
    const first = await deliver(deps, many(10), 'evening');
    expect(first.counts.sent).toBe(10);
    expect(first.messages.map(({ id }) => id)).toEqual(many(10).map(({ id }) => id));
    expect((await deliver(deps, many(11), 'again')).counts).toMatchObject({ left: 10, sent: 1 });
    expect([...tries.values()]).toEqual(Array(11).fill(1));
    const sent = await deps.deliveries.of(messageOf().id);
    expect(sent).toMatchObject({ state: 'sent', tries: 1, message: null, version: 2, at: SIX_PM });
    expect(sent?.tells).toEqual(messageOf().tells);
  });

  test('hands over at most four at once', async () => {
    let [atOnce, most] = [0, 0];
    const carrier = {
      async handOver() {
        atOnce += 1;
        most = Math.max(most, atOnce);
        await new Promise((done) => setImmediate(done));
        atOnce -= 1;
        return SENT;
      },
    };
    await deliver(postOffice(undefined, { carrier }).deps, many(20), 'evening');
    expect(most).toBe(4);
  });

  test.each<[string, HandedOver, DeliveryState]>([
    ['not now', NOT_NOW, 'waiting'],
    ['an unknown address', UNKNOWN, 'refused'],
    ['too long', TOO_LONG, 'refused'],
    ['in doubt', IN_DOUBT, 'uncertain'],
  ])('goes on after a bad receiver: %s', async (_, says, state) => {
    const messages = many(6).map((_, n) => messageOf(n + 1, { subscription: `team-${n + 1}` }));
    const bad = messages[2]!.id;
    const { deps } = postOffice(({ id }) => [id === bad ? says : SENT]);
    const report = await deliver(deps, messages, 'evening');
    expect(became(report)).toEqual(['sent', 'sent', state, 'sent', 'sent', 'sent']);
    expect((await deps.deliveries.inState(state)).map(({ id }) => id)).toEqual([bad]);
    expect((await deps.deliveries.of(bad))?.message).toEqual(messages[2]);
  });

  test('goes on after a carrier that fails: nobody knows what became of that message', async () => {
    const counting = postOffice();
    const carrier = {
      async handOver(message: Parameters<typeof counting.deps.carrier.handOver>[0]) {
        if (message.id === messageOf(2).id) throw new Error('team@icb.example');
        return SENT;
      },
    };
    const said: unknown[] = [];
    const log = { info: () => {}, warn: (...words: unknown[]) => said.push(words) };
    const { deps } = postOffice(undefined, { carrier, log });
    const report = await deliver(deps, many(3), 'evening');
    expect(became(report)).toEqual(['sent', 'uncertain', 'sent']);
    expect(JSON.stringify(said)).not.toContain('icb.example');
    expect(said).toHaveLength(2);
  });

  test('goes on where one message cannot be recorded, and hands that one not over', async () => {
    const { deps, tries } = postOffice();
    const { deliveries } = deps;
    const failing = {
      ...deliveries,
      save: (delivery: Parameters<typeof deliveries.save>[0]) =>
        delivery.id === messageOf(2).id
          ? Promise.reject(new Error('no network'))
          : deliveries.save(delivery),
    };
    const report = await deliver({ ...deps, deliveries: failing }, many(3), 'evening');
    expect(became(report)).toEqual(['sent', 'failed', 'sent']);
    expect(tries.has(messageOf(2).id)).toBe(false);
  });

  test('keeps to its cap, says so, and leaves the rest to the next', async () => {
    const said: unknown[] = [];
    const log = { info: () => {}, warn: (words: string) => said.push(words) };
    const { deps, tries } = postOffice(undefined, { cap: 7, log });
    const report = await deliver(deps, many(10), 'evening');
    expect(report.counts).toMatchObject({ sent: 7, 'over-cap': 3 });
    expect(tries.size).toBe(7);
    expect(said).toEqual(['messages over-cap']);
    expect((await deliver(deps, many(10), 'next')).counts).toMatchObject({ left: 7, sent: 3 });
  });

  test('keeps the words of a refusal without addresses, links and line breaks', async () => {
    const why = '550 <qhm-team@icb.example>\r\nsee https://x.example/?to=qhm-team@icb.example now';
    const { deps } = postOffice(() => [{ outcome: 'refused', why, forGood: false }]);
    await deliver(deps, many(1), 'evening');
    expect((await deps.deliveries.of(messageOf().id))?.why).toBe('550 <(address)> see (link) now');
  });
});

describe('an address that takes no mail', () => {
  test('is sent nothing more, in the same run or later, until it is released', async () => {
    const { deps, tries } = postOffice(() => [UNKNOWN, SENT]);
    const one = { ...deps, cap: 1000 };
    await deliver(one, many(1), 'evening');
    expect(await deps.subscriptions.suppressed()).toEqual(
      new Map([['qhm-team@icb.example', { why: 'bounce', at: SIX_PM }]]),
    );
    const other = messageOf(9, { subscription: 'other' });
    const report = await deliver(one, [messageOf(2), other], 'next');
    expect(report.counts).toMatchObject({ suppressed: 1, refused: 1 });
    expect(tries.has(messageOf(2).id)).toBe(false);
    expect(await deps.deliveries.of(messageOf(2).id)).toBeUndefined();
    await deps.subscriptions.release('qhm-team@icb.example');
    expect(became(await deliver(one, [messageOf(2)], 'later'))).toEqual(['refused']);
  });

  test('is not one that only refused a message', async () => {
    const { deps } = postOffice(() => [TOO_LONG]);
    await deliver(deps, many(2), 'evening');
    expect((await deps.subscriptions.suppressed()).size).toBe(0);
  });

  test('is found in whatever case it is written', async () => {
    const { deps, tries } = postOffice();
    await deps.subscriptions.suppress('qhm-team@icb.example', { why: 'complaint', at: SIX_PM });
    const shouted = messageOf(1, { channel: { type: 'email', to: 'QHM-Team@ICB.example' } });
    expect(became(await deliver(deps, [shouted], 'evening'))).toEqual(['suppressed']);
    expect(tries.size).toBe(0);
  });
});

test('a subscription that has ended is sent nothing', async () => {
  const { deps, tries } = postOffice(() => [NOT_NOW]);
  await deliver(deps, [messageOf()], 'evening');
  await deps.subscriptions.save(subscriptionOf({ endedOn: day('2023-11-06') }));
  expect(became(await deliver(deps, [messageOf(2)], 'next'))).toEqual(['ended']);
  const later = { ...deps, now: () => minutesPastSix(5) };
  expect(became(await retryDue(later, 'retry'))).toEqual(['ended']);
  expect(await deps.deliveries.of(messageOf().id)).toMatchObject({
    state: 'dropped',
    message: null,
  });
  expect([...tries.values()]).toEqual([1]);
});
