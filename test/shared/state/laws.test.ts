import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clocks } from '../../../shared/calendar/clocks.ts';
import { addDays } from '../../../shared/calendar/day.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { knownFacts } from '../../../shared/evidence/known.ts';
import { policyInForce } from '../../../shared/policy/timeline.ts';
import { checkProof } from '../../../shared/state/check-proof/check-proof.ts';
import { decide } from '../../../shared/state/decide.ts';
import { decideInFull } from '../../../shared/state/decide-in-full.ts';
import type { Decision } from '../../../shared/state/decision.ts';
import { anyClocks, anyHistory } from '../histories.ts';

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
const saidOf = ({ status, signals, flags, labels }: Decision) => ({
  status,
  signals,
  flags,
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
      { numRuns: 200 },
    );
  });

  test('is not changed by what came in later', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (history, at) => {
        const heard = history.filter((fact) => fact.receivedAt <= at.knownAt);
        fc.pre(heard.length > 0);
        expect(plain(decisionAt(history, at))).toEqual(plain(decisionAt(heard, at)));
      }),
      { numRuns: 200 },
    );
  });

  test('is dated no later than the day asked about', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (history, at) => {
        const { since } = decisionAt(history, at);
        expect(since === null || since <= at.validAt).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('follows again from the facts of its proof alone', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (history, at) => {
        const decision = decisionAt(history, at);
        fc.pre(decision.proof.used.length > 0);
        expect(answerOf(decisionAt(decision.proof.used, at))).toEqual(answerOf(decision));
      }),
      { numRuns: 400 },
    );
  });

  test('passes the independent check of its proof, by itself and by the ledger', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (history, at) => {
        const decision = decisionAt(history, at);
        expect(checkProof(decision)).toEqual([]);
        expect(checkProof(plain(decision), undefined, history)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('passes it in full too', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (history, at) => {
        const full = decideInFull(history, at);
        expect(checkProof(full, undefined, history)).toEqual([]);
        expect(checkProof(plain(full))).toEqual([]);
      }),
      { numRuns: 60 },
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
      { numRuns: 60 },
    );
  });
});
