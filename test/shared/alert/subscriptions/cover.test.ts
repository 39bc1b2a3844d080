import { describe, expect, test } from 'vitest';
import { coverOf } from '../../../../shared/alert/subscriptions/cover.ts';
import type { Places } from '../../../../shared/alert/subscriptions/places.ts';
import { day } from '../../../../shared/calendar/day.ts';
import type { PracticeCode } from '../../../../shared/practice/code.ts';

const codes = Array.from({ length: 10 }, (_, n) => `A8100${n}` as PracticeCode);

/** Ten practices that were all in ICB QAA, and where each of them is now. */
function places(now: readonly string[]): Places {
  const placed = codes.map((code, n) => {
    const at = { icb: now[n] ?? null, 'sub-icb': null, pcn: null };
    return [code, { code, ...at, isOpen: true, successor: null }] as const;
  });
  const outside = 'B81001' as PracticeCode;
  const other = { code: outside, icb: 'QBB', 'sub-icb': null, pcn: null };
  const none = new Map<string, string>();
  return {
    on: day('2026-09-07'),
    practices: new Map([...placed, [outside, { ...other, isOpen: true, successor: null }]]),
    past: () => ({
      isNamedStill: (_, code) => now.includes(code),
      lastOf: (_, code) => (code === 'QAA' ? { on: day('2026-03-31'), practices: codes } : null),
    }),
    names: () => ({ region: none, icb: none, subIcb: none, pcn: none }) as never,
  };
}
const of = (many: readonly (readonly [string, number])[]) =>
  coverOf(
    { scope: { type: 'icb', code: 'QAA' } },
    places(many.flatMap(([icb, count]) => Array.from({ length: count }, () => icb))),
  );

describe('what a subscription to an ICB covers', () => {
  test('is the ICB itself while it is there', () => {
    const cover = of([['QAA', 10]]);
    expect(cover.ended).toEqual([]);
    expect([...cover.practices]).toEqual(codes);
  });

  test.each([[10], [9]])('is its whole successor where %i of 10 practices went to it', (count) => {
    const cover = of([
      ['QBB', count],
      ['QCC', 10 - count],
    ]);
    expect(cover.ended[0]?.how).toBe('whole');
    expect(cover.key).toBe('icb:QBB');
    expect(new Set(cover.practices)).toEqual(new Set([...codes, 'B81001']));
  });

  test('is exactly its practices where they went three ways', () => {
    const cover = of([
      ['QBB', 5],
      ['QCC', 3],
      ['QDD', 2],
    ]);
    expect(cover.ended[0]).toMatchObject({ how: 'practices', endedAfter: '2026-03-31' });
    expect(cover.ended[0]?.to.map(({ code, practices }) => [code, practices])).toEqual([
      ['QBB', 5],
      ['QCC', 3],
      ['QDD', 2],
    ]);
    expect([...cover.practices]).toEqual(codes);
  });

  test('is nothing where nobody ever had the code', () => {
    const cover = coverOf({ scope: { type: 'icb', code: 'QZZ' } }, places(['QAA']));
    expect([...cover.practices]).toEqual([]);
    expect(cover.words).toContain('no practice is known');
  });
});

describe('practices that were named in the name of an ICB', () => {
  const named = codes.slice(0, 3);
  const scope = { type: 'practices' as const, codes: named };
  const now = (...icbs: string[]) =>
    places([...icbs, ...codes.slice(icbs.length).map(() => icbs.at(-1)!)]);
  const covered = (icb: string | undefined, at: Places) =>
    [...coverOf(icb === undefined ? { scope } : { scope, icb }, at).practices].sort();

  test('are told of while they are its own, and not once they have left it', () => {
    expect(covered('QAA', now('QAA'))).toEqual(named);
    const oneLeft = now('QBB', 'QAA');
    expect(covered('QAA', oneLeft)).toEqual(named.slice(1));
    expect(coverOf({ scope, icb: 'QAA' }, oneLeft).key).not.toBe(
      coverOf({ scope, icb: 'QAA' }, now('QAA')).key,
    );
    expect(covered('QBB', now('QAA'))).toEqual([]);
  });

  test('stay where the ICB itself became another', () => {
    expect(covered('QAA', now('QBB'))).toEqual(named);
  });

  test('stay whatever happens where nobody’s ICB made it', () => {
    expect(covered(undefined, now('QBB', 'QAA'))).toEqual(named);
  });
});
