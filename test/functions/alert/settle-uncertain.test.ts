import { describe, expect, test } from 'vitest';
import { decide } from '../../../functions/alert/decide.ts';
import { deliver } from '../../../functions/alert/deliver.ts';
import { retryDue } from '../../../functions/alert/retry-due.ts';
import { settleUncertain } from '../../../functions/alert/settle-uncertain.ts';
import type { DeliveryState } from '../../../shared/alert/message.ts';
import type { HandedOver } from '../../../shared/store/alert-ports.ts';
import { deliveryOf, messageOf } from '../../shared/alert/deliveries.ts';
import { became, IN_DOUBT, postOffice, SENT } from './post-office.ts';

describe('what a crash left begun', () => {
  test.each([
    [14, 'under-way', 'begun'],
    [15, 'uncertain', 'uncertain'],
  ])('%i minutes after it is %s', async (minutes, expected, state) => {
    for (const settle of ['deliver', 'settle'] as const) {
      const { deps, pass, tries } = postOffice();
      await deps.deliveries.save(deliveryOf());
      pass(minutes);
      const report =
        settle === 'deliver'
          ? await deliver(deps, [messageOf()], 'next')
          : await settleUncertain(deps, 'next');
      expect(became(report)).toEqual(settle === 'settle' && state === 'begun' ? [] : [expected]);
      expect((await deps.deliveries.of(messageOf().id))?.state).toBe(state);
      expect(tries.size).toBe(0);
    }
  });

  test.each([
    [true, 'sent'],
    [false, 'waiting'],
    [undefined, 'uncertain'],
  ])('a carrier that can tell settles it, and what was uncertain: %s', async (was, state) => {
    const counting = postOffice();
    const carrier = { ...counting.deps.carrier, was: async () => was };
    const { deps, pass } = postOffice(undefined, { carrier });
    await deps.deliveries.save(deliveryOf());
    const other = messageOf(2);
    const inDoubt = deliveryOf({ id: other.id, message: other, state: 'uncertain' });
    await deps.deliveries.save(inDoubt);
    pass(15);
    await settleUncertain(deps, 'next');
    expect(await deps.deliveries.inState(state as DeliveryState)).toHaveLength(2);
    await retryDue(deps, 'retry');
    expect(counting.tries.size).toBe(was === false ? 2 : 0);
  });

  test('a run that was only slow has the last word', async () => {
    const slow = Promise.withResolvers<HandedOver>();
    const { deps, pass } = postOffice(undefined, { carrier: { handOver: () => slow.promise } });
    const first = deliver(deps, [messageOf()], 'slow');
    while ((await deps.deliveries.of(messageOf().id)) === undefined);
    pass(20);
    expect(became(await deliver(deps, [messageOf()], 'other'))).toEqual(['uncertain']);
    slow.resolve(SENT);
    expect(became(await first)).toEqual(['sent']);
    expect((await deps.deliveries.of(messageOf().id))?.state).toBe('sent');
  });
});

describe('a run that was taken for crashed, and ends while', () => {
  /** A run that is at its one message still, while `meanwhile` goes on; then the receiver says yes. */
  async function slowRun(meanwhile: (office: ReturnType<typeof postOffice>) => Promise<unknown>) {
    const slow = Promise.withResolvers<HandedOver>();
    const office = postOffice(undefined, { carrier: { handOver: () => slow.promise } });
    const first = deliver(office.deps, [messageOf()], 'slow');
    while ((await office.deps.deliveries.of(messageOf().id)) === undefined);
    office.pass(20);
    await meanwhile(office);
    slow.resolve(SENT);
    await first;
    return office.deps.deliveries.of(messageOf().id);
  }
  const found = async ({ deps }: ReturnType<typeof postOffice>) =>
    (await deps.deliveries.of(messageOf().id))!;

  test('its message waits to be sent: it is not sent again', async () => {
    const delivery = await slowRun(async ({ deps }) => {
      const carrier = { ...deps.carrier, was: async () => false };
      await settleUncertain({ ...deps, carrier }, 'other');
    });
    expect(delivery).toMatchObject({ state: 'sent', tries: 1 });
  });

  test('a person has dropped it: that stays', async () => {
    const delivery = await slowRun(async (office) => {
      await settleUncertain(office.deps, 'other');
      expect(await decide(office.deps, await found(office), 'drop')).toBe('dropped');
    });
    expect(delivery?.state).toBe('dropped');
  });

  test('a person has sent it again: what became of that stays', async () => {
    const delivery = await slowRun(async (office) => {
      await settleUncertain(office.deps, 'other');
      const carrier = { handOver: async () => IN_DOUBT };
      await decide({ ...office.deps, carrier }, await found(office), 'again');
    });
    expect(delivery).toMatchObject({ state: 'uncertain', tries: 2 });
  });
});
