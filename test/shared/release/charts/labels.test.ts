import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { madeUpIcbs } from '../../../../local/sample/places.ts';
import { day } from '../../../../shared/calendar/day.ts';
import { POLICY } from '../../../../shared/policy/timeline.ts';
import { apart, levelsFor } from '../../../../shared/release/charts/levels.ts';
import {
  announcedTargets,
  shortTarget,
  stoodOn,
} from '../../../../shared/release/charts/targets.ts';
import { layoutFor } from '../../../../shared/release/charts/tile-layouts.ts';

describe('the targets announced by a day', () => {
  const on = (rulesAt: string) => POLICY.filter(({ announcedOn }) => announcedOn <= rulesAt);
  test.each([
    { rulesAt: '2022-10-31', label: '100% by 1 Nov 2022' },
    { rulesAt: '2022-11-28', label: '100% by 1 Nov 2022 (replaced 1 Nov 2022)' },
    { rulesAt: '2022-11-28', label: '100% by 30 Nov 2022' },
    { rulesAt: '2022-11-29', label: '100% by 30 Nov 2022 (withdrawn 29 Nov 2022)' },
    { rulesAt: '2023-12-04', label: '100% by 31 Oct 2023' },
    { rulesAt: '2023-12-04', label: '90% by 31 Mar 2024' },
  ])('as of $rulesAt: $label', ({ rulesAt, label }) => {
    expect(announcedTargets(on(rulesAt)).map(shortTarget)).toContain(label);
  });

  test('a target is not known before its announcement', () => {
    expect(announcedTargets(on('2022-07-26')).map(shortTarget)).not.toContain('100% by 1 Nov 2022');
  });

  test.each([
    { when: '2022-10-31', stands: false },
    { when: '2022-11-01', stands: true },
    { when: '2022-11-28', stands: true },
    { when: '2022-11-29', stands: false },
  ])('30 November 2022 stood on $when: $stands', ({ when, stands }) => {
    const target = announcedTargets(POLICY).find(({ by }) => by === '2022-11-30')!;
    expect(stoodOn(target, day(when))).toBe(stands);
  });
});

const spans = fc.array(
  fc.record({ from: fc.nat(900), long: fc.integer({ min: 10, max: 300 }), share: fc.nat(100) }),
  { maxLength: 12 },
);

test('law: labels on one level never touch, and no leader placed before runs through one', () => {
  fc.assert(
    fc.property(spans, (drafts) => {
      const labels = drafts.map(({ from, long, share }) => {
        return { from, to: from + long, leader: from + (share / 100) * long };
      });
      const levels = levelsFor(labels);
      for (const [k, label] of labels.entries()) {
        for (const [i, earlier] of labels.slice(0, k).entries()) {
          const isApart = earlier.to < label.from || label.to < earlier.from;
          if (levels[i] === levels[k]) expect(isApart).toBe(true);
          const isCrossed = earlier.leader > label.from && earlier.leader < label.to;
          if (isCrossed) expect(levels[k]!).toBeGreaterThan(levels[i]!);
        }
      }
    }),
  );
});

test('law: heights moved apart keep their order, their distance and their bounds', () => {
  const heights = fc.array(fc.nat(400), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(heights, (wanted) => {
      const placed = apart(wanted, { gap: 30, least: 0, most: 400 });
      const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
      for (const [n, i] of order.entries()) {
        expect(placed[i]!).toBeGreaterThanOrEqual(0);
        expect(placed[i]!).toBeLessThanOrEqual(400);
        if (n > 0) expect(placed[i]! - placed[order[n - 1]!]!).toBeGreaterThanOrEqual(30);
      }
    }),
  );
});

describe('the map of ICBs', () => {
  test.each([
    { codes: ['QH8', 'QNQ', 'QHM'], tiles: 42, of: 'July 2022 to March 2026' },
    { codes: ['D7T5G', 'S0E4D', 'QHM'], tiles: 36, of: 'April 2026' },
    { codes: ['QZA', 'QBT'], tiles: 42, of: 'the made-up England' },
  ])('of $of has $tiles tiles, each in a place of its own', ({ codes, tiles }) => {
    const layout = layoutFor(codes);
    expect(layout.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
    expect(new Set(layout.map(({ code }) => code)).size).toBe(tiles);
    expect(new Set(layout.map(({ column, row }) => `${column} ${row}`)).size).toBe(tiles);
  });

  test('every made-up ICB has a tile', () => {
    const codes = madeUpIcbs(1).map(({ code }) => code);
    expect(layoutFor(codes).map(({ code }) => code)).toEqual(codes);
  });
});
