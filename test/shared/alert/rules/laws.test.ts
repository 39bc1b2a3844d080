import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULES, STALLED_RULES } from '../../../../shared/alert/rule.ts';
import { alertsOf } from '../../../../shared/alert/rules/alerts-of.ts';
import { anyClocks, anyHistory } from '../../histories.ts';
import { subjectAt } from './subjects.ts';

const RUNS = { numRuns: 300 };

describe('the laws of alerts', () => {
  it('no order and no repetition of the facts changes them', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (facts, at) => {
        const [once, again] = [facts, [...facts, ...facts].reverse()].map((f) => subjectAt(f, at));
        if (once != null) expect(alertsOf(again!)).toEqual(alertsOf(once));
      }),
      RUNS,
    );
  });

  it('they rest on known facts, begin no later than they hold, and come in the order of the rules', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (facts, at) => {
        const subject = subjectAt(facts, at);
        if (subject === null) return;
        const known = new Set(subject.known.map(({ id }) => id));
        const alerts = alertsOf(subject);
        for (const { proof, since, from } of alerts) {
          expect(proof.facts.filter((id) => !known.has(id))).toEqual([]);
          expect(since <= from).toBe(true);
        }
        const places = alerts.map(({ rule }) => RULES.indexOf(rule));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      }),
      RUNS,
    );
  });

  it('one that is live, opt-in, exempt or out of scope is never chased for standing still', () => {
    fc.assert(
      fc.property(anyHistory(), anyClocks, (facts, at) => {
        const subject = subjectAt(facts, at);
        if (subject === null) return;
        const { status, signals } = subject.practice.decision;
        const isSettled =
          ['live', 'opt-in', 'out-of-scope'].includes(status) ||
          signals.some((signal) => signal === 'exempt' || signal === 'exempt-nationally');
        if (!isSettled) return;
        const rules = alertsOf(subject).map(({ rule }) => rule);
        expect(rules.filter((rule) => STALLED_RULES.includes(rule))).toEqual([]);
      }),
      RUNS,
    );
  });
});
