import { describe, expect, test } from 'vitest';
import { keptBodies } from '../../../functions/web/kept-bodies.ts';
import { worldOf } from '../../../functions/web/world.ts';
import { day, instant } from '../../../shared/calendar/day.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { extract, listing, listSize, membership } from '../../shared/builders.ts';

const BEGINNING: readonly Fact[] = [listing(), listSize(), membership()];
const at = (validAt: string, knownAt: string) => ({
  validAt: day(validAt),
  knownAt: instant(knownAt),
  rulesAt: day(validAt),
});

function world(mostAgeMs = 1_000) {
  const state = { facts: BEGINNING, now: Date.parse('2023-12-04T09:00:00Z'), reads: 0 };
  const made = worldOf({
    ledger: {
      async all() {
        state.reads += 1;
        return state.facts;
      },
    },
    now: () => instant(new Date(state.now).toISOString()),
    mostAgeMs,
  });
  return { state, made };
}

describe('England in memory', () => {
  test('shows news once the facts that it has are too old', async () => {
    const { state, made } = world();
    const clocks = at('2023-12-04', '2023-12-04T09:00:00Z');
    const [practice] = (await made.on(clocks)).practices;
    expect(practice!.decision.status).toBe('no-evidence');
    state.facts = [...BEGINNING, ...extract({ asAt: '2023-11-27', on: true, since: '2023-09-04' })];
    expect((await made.on(clocks)).practices[0]!.decision.status).toBe('no-evidence');
    state.now += 1_000;
    expect((await made.on(clocks)).practices[0]!.decision.status).toBe('live');
  });

  test('many at once read once, and a failure is tried again', async () => {
    const { state, made } = world();
    await Promise.all([made.known(), made.known(), made.known()]);
    expect(state.reads).toBe(1);
    let fails = true;
    const shaky = worldOf({
      ledger: {
        async all() {
          if (fails) throw new Error('away');
          return BEGINNING;
        },
      },
      now: () => instant('2023-12-04T09:00:00Z'),
      mostAgeMs: 1_000,
    });
    await expect(shaky.known()).rejects.toThrow('away');
    fails = false;
    expect((await shaky.known()).facts).toBe(BEGINNING);
  });

  test('works a day out once for whoever asks after the last receipt, and anew for what was known before', async () => {
    const { made } = world();
    const one = await made.on(at('2023-12-04', '2023-12-04T09:00:00Z'));
    expect(await made.on(at('2023-12-04', '2023-12-04T10:00:00Z'))).toBe(one);
    const before = await made.on(at('2023-12-04', '2021-01-01T00:00:00Z'));
    expect(before).not.toBe(one);
    expect(before.practices).toEqual([]);
  });
});

describe('kept pages', () => {
  const body = (main: string) => ({ before: '', main, after: '' });

  test('hold until there is news', () => {
    const kept = keptBodies(100);
    kept.put(1, 'a', body('x'));
    expect(kept.get(1, 'a')).toEqual(body('x'));
    expect(kept.get(2, 'a')).toBeUndefined();
    kept.put(2, 'b', body('y'));
    expect(kept.get(2, 'a')).toBeUndefined();
  });

  test('go, those not asked for longest, where there are too many', () => {
    const kept = keptBodies(10);
    kept.put(1, 'a', body('xxxx'));
    kept.put(1, 'b', body('xxxx'));
    kept.get(1, 'a');
    kept.put(1, 'c', body('xxxx'));
    expect([kept.get(1, 'a'), kept.get(1, 'b'), kept.get(1, 'c')].map(Boolean)).toEqual([
      true,
      false,
      true,
    ]);
    kept.put(1, 'long', body('x'.repeat(20)));
    expect(kept.get(1, 'long')).toBeDefined();
    expect(kept.get(1, 'a')).toBeUndefined();
  });
});
