import { describe, expect, test } from 'vitest';
import { everyMorning } from '../../../functions/state/every-morning.ts';
import { onEvent } from '../../../functions/state/on-event.ts';
import { letter, listing } from '../../shared/builders.ts';
import { eventOf } from '../sqs-event.ts';

function world() {
  const sent: unknown[] = [];
  const facts = [listing({ code: 'A81002' }), letter(), listing()];
  const deps = {
    ledger: {
      all: async () => facts,
      of: async () => undefined,
      uploads: async () => [],
      commit: async () => 'already' as const,
    },
    messages: {
      send: async (...args: unknown[]) => void sent.push(args),
    },
  };
  return { sent, deps };
}

describe('every morning', () => {
  test('every practice in the ledger is asked for, once, for the day that was scheduled', async () => {
    const { sent, deps } = world();
    await everyMorning(deps)({ scheduledTime: '2023-07-01T23:30:00Z' });
    expect(sent).toEqual([[['A81001', 'A81002'], '2023-07-02']]);
  });

  test.each([{}, { scheduledTime: 'this morning' }, { scheduledTime: '2023-12-04' }, null])(
    'an event without its moment is refused: %j',
    async (event) => {
      const { sent, deps } = world();
      await expect(everyMorning(deps)(event)).rejects.toThrow();
      expect(sent).toEqual([]);
    },
  );
});

describe('the state function', () => {
  const woken: string[] = [];
  const steps = onEvent({
    onNews: async () => {
      woken.push('news');
      return { batchItemFailures: [] };
    },
    everyMorning: async () => void woken.push('morning'),
  });

  test('tells queue messages from the schedule', async () => {
    expect(await steps(eventOf({}))).toEqual({ batchItemFailures: [] });
    await steps({ scheduledTime: '2023-12-04T06:00:00Z' });
    expect(woken).toEqual(['news', 'morning']);
  });
});
