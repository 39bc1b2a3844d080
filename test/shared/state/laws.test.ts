import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clocks } from '../../../shared/calendar/clocks.ts';
import { addDays } from '../../../shared/calendar/day.ts';
import { coverage } from '../../../shared/coverage/coverage.ts';
import {
  type CoverageColumn,
  type CoverageRow,
  DENOMINATORS,
  SCOPE_TYPES,
  type ScopeType,
} from '../../../shared/coverage/coverage-row.ts';
import { placeNames } from '../../../shared/coverage/names.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { knownFacts } from '../../../shared/evidence/known.ts';
import { POLICY, policyInForce } from '../../../shared/policy/timeline.ts';
import { checkProof } from '../../../shared/state/check-proof/check-proof.ts';
import { decide } from '../../../shared/state/decide.ts';
import { decideInFull } from '../../../shared/state/decide-in-full.ts';
import { type Decision, STATUSES, type Status } from '../../../shared/state/decision.ts';
import { groupByPractice, practicesOnDay } from '../../../shared/state/practice-on-day.ts';
import { anyClocks, anyHistories, anyHistory } from '../histories.ts';
import { type Leaf, leavesOf, otherThan, withLeaf, withoutItem } from './check-proof/mutations.ts';

const decisionAt = (facts: readonly Fact[], at: Clocks) => decide(facts, at, policyInForce(at));
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const answerOf = ({ status, clause, towards, signals, flags, labels, since }: Decision) => ({
  status,
  clause,
  towards,
  signals,
  flags,
  labels,
  since,
});
const saidOf = ({ status, signals, labels }: Decision) => ({
  status,
  signals,
  labels,
});

describe('any history of a practice, under any clocks', () => {
  test('has one decision, whatever the order and repetition of its facts', () => {
    const orders = fc.record({ history: anyHistory(), at: anyClocks }).chain(({ history, at }) =>
      fc.record({
        history: fc.constant(history),
        at: fc.constant(at),
        other: fc.shuffledSubarray([...history], { minLength: history.length }),
        repeated: fc.subarray([...history]),
      }),
    );
    fc.assert(
      fc.property(orders, ({ history, at, other, repeated }) => {
        const again = decisionAt([...other, ...repeated], at);
        expect(plain(again)).toEqual(plain(decisionAt(history, at)));
      }),
      { numRuns: 600 },
    );
  });

  test('is not changed by what came in later', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (history, at) => {
        const heard = history.filter((fact) => fact.receivedAt <= at.knownAt);
        fc.pre(heard.length > 0);
        expect(plain(decisionAt(history, at))).toEqual(plain(decisionAt(heard, at)));
      }),
      { numRuns: 600 },
    );
  });

  test('is dated no later than the day asked about', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (history, at) => {
        const { since } = decisionAt(history, at);
        expect(since === null || since <= at.validAt).toBe(true);
      }),
      { numRuns: 900 },
    );
  });

  test('follows again from the facts of its proof alone', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (history, at) => {
        const decision = decisionAt(history, at);
        fc.pre(decision.proof.used.length > 0);
        expect(answerOf(decisionAt(decision.proof.used, at))).toEqual(answerOf(decision));
      }),
      { numRuns: 1200 },
    );
  });

  test('passes the independent check of its proof, by itself and by the ledger', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (history, at) => {
        const decision = decisionAt(history, at);
        expect(checkProof(decision)).toEqual([]);
        expect(checkProof(plain(decision), undefined, history)).toEqual([]);
      }),
      { numRuns: 1200 },
    );
  });

  test('passes it in full too', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (history, at) => {
        const full = decideInFull(history, at);
        expect(checkProof(full, undefined, history)).toEqual([]);
        expect(checkProof(plain(full))).toEqual([]);
      }),
      { numRuns: 180 },
    );
  });

  test('changes by itself on the day it names, and on none before', () => {
    fc.assert(
      fc.property(
        anyHistory(),
        anyClocks,
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 8, maxLength: 8 }),
        (history, at, ahead) => {
          const now = decideInFull(history, at);
          const change = now.nextChange?.on;
          const known = knownFacts(history, at.knownAt);
          fc.pre(known.length > 0);
          const on = (validAt: Clocks['validAt']) => saidOf(decisionAt(known, { ...at, validAt }));
          for (const days of [1, 2, ...ahead]) {
            const then = addDays(at.validAt, days);
            if (change === undefined || then < change) {
              expect({ then, ...on(then) }).toEqual({ then, ...saidOf(now) });
            }
          }
          if (change === undefined) return;
          expect(on(addDays(change, -1))).toEqual(saidOf(now));
          expect(on(change)).not.toEqual(saidOf(now));
          expect(on(change).status).toBe(now.nextChange?.status);
        },
      ),
      { numRuns: 180 },
    );
  });
});

describe('a decision that somebody changed', () => {
  test('fails the check by the ledger, whichever leaf it was', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (history, at) => {
        const stored = plain(decisionAt(history, at));
        fc.pre(stored.proof.used.length > 0);
        const failing = leavesOf(stored).filter(matters);
        for (const leaf of failing) {
          const changed = withLeaf(stored, leaf, otherThan(leaf.value));
          expect({ leaf, found: checkProof(changed, POLICY, history).length }).not.toEqual({
            leaf,
            found: 0,
          });
        }
      }),
      { numRuns: 75 },
    );
  });

  test('fails it when an item of a list is missing', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (history, at) => {
        const stored = plain(decisionAt(history, at));
        const { used: _, ...proof } = stored.proof;
        const items = [
          ...leavesOf({ signals: stored.signals, flags: stored.flags, labels: stored.labels }),
          ...leavesOf({ proof: { decidedBy: proof.decidedBy, policy: proof.policy } }),
          ...proof.tried.map((tried, i) => ({ path: ['proof', 'tried', i], value: tried })),
        ].filter(({ value }) => !Array.isArray(value));
        for (const item of items) {
          const found = checkProof(withoutItem(stored, item));
          expect({ item, found: found.length }).not.toEqual({ item, found: 0 });
        }
      }),
      { numRuns: 180 },
    );
  });

  test('fails it by its seal alone when it is one in full, whichever leaf it was', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, fc.infiniteStream(fc.nat()), (history, at, picks) => {
        const stored = plain(decideInFull(history, at));
        const leaves = leavesOf(stored);
        for (const pick of picks.take(25)) {
          const leaf = leaves[pick % leaves.length]!;
          const changed = withLeaf(stored, leaf, otherThan(leaf.value));
          expect({ leaf, found: checkProof(changed).length }).not.toEqual({ leaf, found: 0 });
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The words for what a clause lacked are the rules' own, and another question may have the same answer. */
function matters({ path }: Leaf): boolean {
  return path[0] !== 'clocks' && !path.includes('lacked');
}

describe('a few practices', () => {
  const anyCut = fc.record({
    by: fc.constantFrom(...SCOPE_TYPES),
    denominator: fc.constantFrom(...DENOMINATORS),
  });

  test('add up on every day: the statuses to the practices, the places to England', () => {
    fc.assert(
      fc.property(anyHistories, anyClocks, anyCut, (histories, at, { by, denominator }) => {
        const policy = policyInForce(at);
        const practices = practicesOnDay(groupByPractice(histories), at, policy);
        const names = placeNames(histories);
        const rowsBy = (scope: ScopeType) =>
          coverage(practices, { by: scope, denominator, policy, names });
        const [england] = rowsBy('national');
        const rows = rowsBy(by);
        for (const row of rows) expect(statusesOf(row)).toBe(row.practices);
        for (const column of ['practices', 'live', 'out_of_scope', 'patients'] as const) {
          expect(rows.reduce((sum, row) => sum + Number(row[column]), 0)).toBe(england?.[column]);
        }
        if (denominator !== 'open') return;
        const counted = practices.filter((p) => isCounted(p.decision));
        expect(england?.practices).toBe(counted.length);
      }),
      { numRuns: 300 },
    );
  });

  test('have the same figures, whatever the order and repetition of the facts', () => {
    fc.assert(
      fc.property(anyHistories, anyClocks, (histories, at) => {
        const figures = (facts: readonly Fact[]) =>
          plain(practicesOnDay(groupByPractice(facts), at, policyInForce(at)));
        expect(figures([...histories].reverse().concat(histories))).toEqual(figures(histories));
      }),
      { numRuns: 180 },
    );
  });
});

function statusesOf(row: CoverageRow): number {
  const counted = STATUSES.filter((status) => status !== 'out-of-scope');
  return counted.reduce((sum, status) => sum + Number(row[columnOf(status)]), 0);
}

const columnOf = (status: Status) => status.replaceAll('-', '_') as CoverageColumn;

/** In the open denominator: in the register, in scope, without a national exemption. */
function isCounted({ status, flags, signals }: Decision): boolean {
  const isLeftOut = flags.includes('not-in-register') || signals.includes('exempt-nationally');
  return status !== 'out-of-scope' && !isLeftOut;
}
