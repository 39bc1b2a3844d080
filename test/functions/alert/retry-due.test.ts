import { describe, expect, test } from 'vitest';
import { deliver } from '../../../functions/alert/deliver.ts';
import { retryDue } from '../../../functions/alert/retry-due.ts';
import { messageOf, SIX_PM } from '../../shared/alert/deliveries.ts';
import { became, many, NOT_NOW, postOffice, SENT } from './post-office.ts';

describe('a message that waits', () => {
  test('is tried after 5, 10, 20, 40 and 80 minutes, and after six tries is dead', async () => {
    const { deps, pass, tries } = postOffice(() => [NOT_NOW]);
    await deliver(deps, many(1), 'evening');
    const triedAt = [0];
    for (let minute = 1; minute <= 400; minute++) {
      pass(1);
      const before = tries.get(messageOf().id);
      await retryDue(deps, 'retry');
      if (tries.get(messageOf().id) !== before) triedAt.push(minute);
    }
    expect(triedAt).toEqual([0, 5, 15, 35, 75, 155]);
    expect(await deps.deliveries.of(messageOf().id)).toMatchObject({
      state: 'dead',
      tries: 6,
      why: '450 try later',
      message: messageOf(),
    });
  });

  test('is sent when its receiver is back, once', async () => {
    const { deps, pass, tries, taken } = postOffice(() => [NOT_NOW, NOT_NOW, SENT]);
    await deliver(deps, many(3), 'evening');
    for (let n = 0; n < 40; n++) {
      pass(5);
      await Promise.all([retryDue(deps, 'a'), retryDue(deps, 'b'), deliver(deps, many(3), 'c')]);
    }
    expect([...tries.values()]).toEqual([3, 3, 3]);
    expect([...taken.values()]).toEqual([1, 1, 1]);
    expect(await deps.deliveries.inState('sent')).toHaveLength(3);
  });

  test('is refused when its address was suppressed meanwhile', async () => {
    const { deps, pass, tries } = postOffice(() => [NOT_NOW]);
    await deliver(deps, many(1), 'evening');
    await deps.subscriptions.suppress('qhm-team@icb.example', { why: 'complaint', at: SIX_PM });
    pass(5);
    expect(became(await retryDue(deps, 'retry'))).toEqual(['suppressed']);
    expect((await deps.deliveries.of(messageOf().id))?.state).toBe('refused');
    expect([...tries.values()]).toEqual([1]);
  });

  test('waits for the next run where the cap is reached, the longest waiting first', async () => {
    const { deps, pass, tries } = postOffice(() => [NOT_NOW]);
    for (const n of [2, 1, 3]) {
      await deliver(deps, [messageOf(n)], 'evening');
      pass(1);
    }
    pass(10);
    const report = await retryDue({ ...deps, cap: 2 }, 'retry');
    expect(report.counts['over-cap']).toBe(1);
    expect(tries.get(messageOf(3).id)).toBe(1);
  });
});
