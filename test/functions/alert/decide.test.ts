import { describe, expect, test } from 'vitest';
import { decide } from '../../../functions/alert/decide.ts';
import { deliver } from '../../../functions/alert/deliver.ts';
import { onBounce } from '../../../functions/alert/on-bounce.ts';
import { DELIVERY_STATES } from '../../../shared/alert/message.ts';
import { day } from '../../../shared/calendar/day.ts';
import { deliveryOf, messageOf, SIX_PM, subscriptionOf } from '../../shared/alert/deliveries.ts';
import { postOffice } from './post-office.ts';

describe('what a person decides', () => {
  test.each(['waiting', 'refused', 'dead', 'uncertain'] as const)(
    'of one that is %s',
    async (state) => {
      const { deps, tries } = postOffice();
      const [again, dropped] = [
        deliveryOf({ state, tries: 6 }),
        deliveryOf({ state, id: 'notice-a-2' }),
      ];
      for (const each of [again, dropped]) await deps.deliveries.save(each);
      expect(await decide(deps, again, 'again')).toBe('sent');
      expect(await decide(deps, dropped, 'drop')).toBe('dropped');
      expect([...tries]).toEqual([[messageOf().id, 1]]);
      expect(await deps.deliveries.of(again.id)).toMatchObject({ state: 'sent', tries: 7 });
      expect(await deps.deliveries.of(dropped.id)).toMatchObject({
        state: 'dropped',
        message: null,
      });
      // The same page, pressed twice.
      expect(await decide(deps, again, 'again')).toBe('left');
      expect(await decide(deps, dropped, 'drop')).toBe('left');
      expect([...tries.values()]).toEqual([1]);
    },
  );

  test.each(DELIVERY_STATES.filter((state) => ['begun', 'sent', 'dropped'].includes(state)))(
    'is nothing of one that is %s',
    async (state) => {
      const { deps, tries } = postOffice();
      for (const decision of ['again', 'drop'] as const) {
        await expect(decide(deps, deliveryOf({ state }), decision)).rejects.toThrow(state);
      }
      expect(tries.size).toBe(0);
    },
  );

  test('sends nothing to a suppressed address, an ended subscription, or without its words', async () => {
    const { deps, tries } = postOffice();
    const refused = deliveryOf({ state: 'refused' });
    await deps.deliveries.save(refused);
    await deps.subscriptions.suppress('qhm-team@icb.example', { why: 'bounce', at: SIX_PM });
    await expect(decide(deps, refused, 'again')).rejects.toThrow('release the address');
    await deps.subscriptions.release('qhm-team@icb.example');
    await deps.subscriptions.save(subscriptionOf({ endedOn: day('2023-11-06') }));
    await expect(decide(deps, refused, 'again')).rejects.toThrow('ended');
    await expect(decide(deps, { ...refused, message: null }, 'again')).rejects.toThrow('not kept');
    expect(tries.size).toBe(0);
  });
});

describe('a mail that comes back', () => {
  const office = async () => {
    const { deps } = postOffice(() => [{ outcome: 'sent', providerId: '0102' }]);
    await deps.subscriptions.save(subscriptionOf());
    await deliver(deps, [messageOf()], 'evening');
    return deps;
  };
  const address = 'QHM-Team@icb.example';

  test.each([
    ['by its id', { providerId: '0102', address: null }],
    ['by its address', { providerId: null, address }],
    ['by both', { providerId: '0102', address }],
  ])('suppresses its address: %s', async (_, found) => {
    const deps = await office();
    expect(await onBounce(deps, { ...found, why: 'bounce' })).toBe('suppressed');
    expect([...(await deps.subscriptions.suppressed()).keys()]).toEqual(['qhm-team@icb.example']);
    const delivery = await deps.deliveries.of(messageOf().id);
    expect(delivery?.state).toBe(found.providerId === null ? 'sent' : 'refused');
  });

  test('is noted once; a complaint leaves it sent', async () => {
    const deps = await office();
    for (const _ of [1, 2]) await onBounce(deps, { providerId: '0102', address, why: 'complaint' });
    expect(await deps.deliveries.of(messageOf().id)).toMatchObject({
      state: 'sent',
      why: 'its receiver reported it as unwanted',
      version: 3,
    });
  });

  test('and that nobody knows suppresses nothing', async () => {
    const deps = await office();
    const unknown = { providerId: '9999', address: null, why: 'bounce' } as const;
    expect(await onBounce(deps, unknown)).toBe('unknown');
    expect((await deps.subscriptions.suppressed()).size).toBe(0);
  });
});
