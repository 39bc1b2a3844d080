import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clocks } from '../../../../shared/calendar/clocks.ts';
import { addDays, day, sixOClockInLondon } from '../../../../shared/calendar/day.ts';
import { coverage } from '../../../../shared/coverage/coverage.ts';
import {
  type CoverageColumn,
  DENOMINATORS,
  type Denominator,
  SCOPE_TYPES,
  type ScopeType,
} from '../../../../shared/coverage/coverage-row.ts';
import { CAUSES, type Leg } from '../../../../shared/coverage/moved/leg.ts';
import { type MovementRow, movement } from '../../../../shared/coverage/moved/movement.ts';
import { whoMoved, whoMovedByWeek } from '../../../../shared/coverage/moved/who-moved.ts';
import { placeNames } from '../../../../shared/coverage/names.ts';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import type { PolicyEntry } from '../../../../shared/policy/entry.ts';
import { policyInForce } from '../../../../shared/policy/timeline.ts';
import { groupByPractice, practicesOnDay } from '../../../../shared/state/practice-on-day.ts';
import { anyClocks } from '../../histories.ts';
import { anyEntries, anyMovers, anyTwoClocks } from './any-movers.ts';

const COUNTS = [
  'practices',
  'live',
  'opt_in',
  'scheduled',
  'paused_by_letter',
  'working_towards',
  'reverted',
  'incomplete',
  'conflict',
  'no_evidence',
  'patients',
  'patients_live',
] as const satisfies readonly CoverageColumn[];
type Figures = Readonly<Record<(typeof COUNTS)[number], number>>;
const NONE = Object.fromEntries(COUNTS.map((count) => [count, 0])) as Figures;

const anyDenominator = fc.constantFrom(...DENOMINATORS);
const names = placeNames([]);

type Cut = { by: ScopeType; denominator: Denominator };

/** The figures of each scope, worked out without any of what is tested. */
function figures(facts: readonly Fact[], at: Clocks, entries?: readonly PolicyEntry[]) {
  const policy = policyInForce(at, entries);
  const practices = practicesOnDay(groupByPractice(facts), at, policy);
  return (cut: Cut): ReadonlyMap<string, Figures> =>
    new Map(
      coverage(practices, { ...cut, policy, names }).map((row) => [
        String(row.scope_code),
        Object.fromEntries(COUNTS.map((count) => [count, Number(row[count])])) as Figures,
      ]),
    );
}

/** The rows of one kind added up by scope. */
function moved(rows: readonly MovementRow[]): ReadonlyMap<string, Figures> {
  const sums = new Map<string, Figures>();
  for (const row of rows) {
    const was = sums.get(row.scope_code) ?? NONE;
    const changes = COUNTS.map((count) => [count, was[count] + row[`${count}_change`]]);
    sums.set(row.scope_code, Object.fromEntries(changes));
  }
  return sums;
}

function difference(to: ReadonlyMap<string, Figures>, from: ReadonlyMap<string, Figures>) {
  const codes = [...new Set([...from.keys(), ...to.keys()])];
  const less = (code: string) =>
    COUNTS.map((count) => [count, (to.get(code) ?? NONE)[count] - (from.get(code) ?? NONE)[count]]);
  return new Map(codes.map((code) => [code, Object.fromEntries(less(code)) as Figures]));
}

/** Scopes in which nothing changed need no row. */
function withoutStill(sums: ReadonlyMap<string, Figures>) {
  const isStill = (sum: Figures) => COUNTS.every((count) => sum[count] === 0);
  return Object.fromEntries([...sums].filter(([, sum]) => !isStill(sum)).sort());
}

const partsOf = (legs: readonly Leg[], by: ScopeType) =>
  movement(legs, { by }).filter(({ cause }) => cause !== 'total');
const totalsOf = (legs: readonly Leg[], by: ScopeType) =>
  movement(legs, { by }).filter(({ cause }) => cause === 'total');

describe('the parts of who moved', () => {
  test('add up to the later figures less the earlier, at every level, in every count', () => {
    fc.assert(
      fc.property(anyMovers, anyTwoClocks, anyDenominator, (facts, ask, denominator) => {
        const legs = whoMoved(groupByPractice(facts), { ...ask, denominator });
        const [from, to] = [figures(facts, ask.from), figures(facts, ask.to)];
        for (const by of SCOPE_TYPES) {
          const cut = { by, denominator };
          const differ = withoutStill(difference(to(cut), from(cut)));
          expect(withoutStill(moved(partsOf(legs, by)))).toEqual(differ);
          expect(withoutStill(moved(totalsOf(legs, by)))).toEqual(differ);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('do so too where the policy itself is another', () => {
    fc.assert(
      fc.property(anyMovers, anyTwoClocks, anyEntries, (facts, ask, fromEntries) => {
        const denominator = 'open';
        const legs = whoMoved(groupByPractice(facts), { ...ask, denominator, fromEntries });
        const cut = { by: 'icb', denominator } as const;
        const from = figures(facts, ask.from, fromEntries)(cut);
        const differ = difference(figures(facts, ask.to)(cut), from);
        expect(withoutStill(moved(partsOf(legs, 'icb')))).toEqual(withoutStill(differ));
      }),
      { numRuns: 80 },
    );
  });

  test('of one cause add up over the scopes of any cut to England’s', () => {
    fc.assert(
      fc.property(anyMovers, anyTwoClocks, anyDenominator, (facts, ask, denominator) => {
        const legs = whoMoved(groupByPractice(facts), { ...ask, denominator });
        for (const by of SCOPE_TYPES) {
          for (const cause of CAUSES) {
            const isOf = (row: MovementRow) => row.cause === cause;
            const rows = movement(legs, { by }).filter(isOf);
            const together = moved(rows.map((row) => ({ ...row, scope_code: 'ENGLAND' })));
            const england = moved(movement(legs, { by: 'national' }).filter(isOf));
            expect(withoutStill(together)).toEqual(withoutStill(england));
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  test('from a first release to a second and on to a third make the whole way', () => {
    fc.assert(
      fc.property(anyMovers, anyTwoClocks, anyClocks, (facts, { from, to }, mid) => {
        const grouped = groupByPractice(facts);
        const way = (a: Clocks, b: Clocks) =>
          whoMoved(grouped, { from: a, to: b, denominator: 'open' });
        const legs = [...way(from, mid), ...way(mid, to)];
        for (const by of ['national', 'icb', 'supplier'] as const) {
          const whole = withoutStill(moved(totalsOf(way(from, to), by)));
          expect(withoutStill(moved(partsOf(legs, by)))).toEqual(whole);
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('the steps of a practice', () => {
  test('follow on from each other, each with another end, in the order of the causes', () => {
    fc.assert(
      fc.property(anyMovers, anyTwoClocks, anyDenominator, (facts, ask, denominator) => {
        const legs = whoMoved(groupByPractice(facts), { ...ask, denominator });
        for (const [i, leg] of legs.entries()) {
          expect(leg.to).not.toEqual(leg.from);
          expect([leg.from?.status, leg.to?.status]).not.toContain('out-of-scope');
          expect(leg.because).not.toMatch(/undefined|null|NaN|^$|\.$/);
          const before = legs[i - 1];
          if (before?.practice !== leg.practice) continue;
          expect(leg.from).toEqual(before.to);
          expect(CAUSES.indexOf(leg.cause)).toBeGreaterThan(CAUSES.indexOf(before.cause));
        }
        const codes = legs.map(({ practice }) => practice);
        expect(codes).toEqual([...codes].sort());
      }),
      { numRuns: 150 },
    );
  });

  test('are none between two releases of the same clocks', () => {
    fc.assert(
      fc.property(anyMovers, anyClocks, anyDenominator, (facts, at, denominator) => {
        const ask = { from: at, to: { ...at }, denominator };
        expect(whoMoved(groupByPractice(facts), ask)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('are the same in any order of the facts', () => {
    fc.assert(
      fc.property(anyMovers, anyTwoClocks, (facts, ask) => {
        const legs = (of: readonly Fact[]) =>
          whoMoved(groupByPractice(of), { ...ask, denominator: 'open' });
        expect(legs(facts.toReversed().concat(facts))).toEqual(legs(facts));
      }),
      { numRuns: 80 },
    );
  });

  test('week by week are those between each two weeks', () => {
    const weeks = Array.from({ length: 10 }, (_, i) => addDays(day('2022-10-24'), 7 * i));
    const at = (week: (typeof weeks)[number]): Clocks => ({
      validAt: week,
      knownAt: sixOClockInLondon(week),
      rulesAt: week,
    });
    fc.assert(
      fc.property(anyMovers, anyDenominator, (facts, denominator) => {
        const grouped = groupByPractice(facts);
        const ask = { weeks, knownAt: sixOClockInLondon, denominator };
        const byWeek = [...whoMovedByWeek(grouped, ask)];
        expect(byWeek.map(({ week }) => week)).toEqual(weeks.slice(1));
        for (const { from, week, legs } of byWeek) {
          const two = { from: at(from), to: at(week), denominator };
          expect(legs).toEqual(whoMoved(grouped, two));
        }
      }),
      { numRuns: 40 },
    );
  });
});
