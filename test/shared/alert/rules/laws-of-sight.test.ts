import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STALLED_RULES } from '../../../../shared/alert/rule.ts';
import { alertsOf } from '../../../../shared/alert/rules/alerts-of.ts';
import type { Subject } from '../../../../shared/alert/rules/subject.ts';
import { extractCounts } from '../../../../shared/alert/rules/whole-extracts.ts';
import { sightOn } from '../../../../shared/alert/sight.ts';
import type { Clocks } from '../../../../shared/calendar/clocks.ts';
import { addDays } from '../../../../shared/calendar/day.ts';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import { policyInForce } from '../../../../shared/policy/timeline.ts';
import { groupByPractice, practiceInView } from '../../../../shared/state/practice-on-day.ts';
import { touchedIn } from '../../../../shared/state/touched.ts';
import { momentAt } from '../../../../shared/state/weeks.ts';
import { anyClocks, anyHistories, anyHistory } from '../../histories.ts';

const RUNS = { numRuns: 300 };

/** What the rules look at of the one practice of a history; null where nothing was known of it. */
function subjectAt(facts: readonly Fact[], at: Clocks): Subject | null {
  const moment = momentAt(at);
  const seen = practiceInView(facts, moment, undefined);
  if (seen === null) return null;
  const counts = extractCounts(at.validAt);
  counts.add(seen.known);
  return { ...seen, extracts: counts.whole([seen.practice]) };
}

/** True where no fact, rule or day that any of them names lies between the two days. */
function isQuiet(facts: readonly Fact[], at: Clocks, then: Clocks): boolean {
  const moments = [momentAt(at), momentAt(then)];
  return !touchedIn({ groups: [facts], moments, listDays: [undefined, undefined] })(0, 1);
}

test('no order and no repetition of the facts changes what is found', () => {
  fc.assert(
    fc.property(anyHistories, anyClocks, (facts, at) => {
      const found = sightOn(groupByPractice(facts), at).found;
      expect(sightOn(groupByPractice([...facts, ...facts].reverse()), at).found).toEqual(found);
    }),
    RUNS,
  );
});

test('on a later day, with no news and no day between that anything names, the very same is found', () => {
  const ahead = fc.constantFrom(1, 1, 2, 7, 15, 30, 60);
  fc.assert(
    fc.property(anyHistory(), anyClocks, ahead, (facts, at, days) => {
      const then = { ...at, validAt: addDays(at.validAt, days) };
      const [now, later] = [subjectAt(facts, at), subjectAt(facts, then)];
      if (now === null || later === null || !isQuiet(facts, at, then)) return;
      expect(alertsOf(later)).toEqual(alertsOf(now));
    }),
    RUNS,
  );
});

test('an alert holds from the very day that it names, and not the day before', () => {
  fc.assert(
    fc.property(anyHistory(), anyClocks, (facts, at) => {
      const now = subjectAt(facts, at);
      for (const alert of now === null ? [] : alertsOf(now)) {
        if (alert.from <= at.validAt) continue;
        const first = { ...at, validAt: alert.from };
        if (!isQuiet(facts, at, first)) continue;
        const held = (on: typeof alert.from) =>
          [...sightOn(groupByPractice(facts), { ...at, validAt: on }).found.values()]
            .flatMap(({ alerts }) => alerts)
            .filter(({ rule }) => rule === alert.rule);
        expect(held(addDays(alert.from, -1))).toEqual([]);
        expect(held(alert.from)).toEqual([alert]);
      }
    }),
    RUNS,
  );
});

test('an alert rests on what was known and on rules in force, each named once, and says so in whole sentences', () => {
  fc.assert(
    fc.property(anyHistories, anyClocks, (facts, at) => {
      const known = new Set(facts.filter((f) => f.receivedAt <= at.knownAt).map(({ id }) => id));
      const inForce = new Set(policyInForce(at).entries.map(({ id }) => id));
      const alerts = [...sightOn(groupByPractice(facts), at).found.values()].flatMap(
        (found) => found.alerts,
      );
      for (const { proof, since, from, because, closedBy } of alerts) {
        expect(since <= from && from <= at.validAt).toBe(true);
        expect(proof.facts.filter((id) => !known.has(id))).toEqual([]);
        expect(proof.facts).toEqual([...new Set(proof.facts)].sort());
        expect(proof.entries.filter((id) => !inForce.has(id))).toEqual([]);
        expect(new Set(proof.entries).size).toBe(proof.entries.length);
        for (const said of [because, closedBy]) {
          expect(said).toMatch(/^[A-Z].*[^ .]\.$/);
          expect(said).not.toMatch(/undefined|null|NaN|\d{4}-\d{2}| {2}/);
        }
      }
    }),
    RUNS,
  );
});

test('the rules of practices that do not get on find nobody who is live, opt-in, exempt or out of scope', () => {
  fc.assert(
    fc.property(anyHistories, anyClocks, (facts, at) => {
      for (const found of sightOn(groupByPractice(facts), at).found.values()) {
        const { status, isExempt, alerts } = found;
        const rules = alerts.map(({ rule }) => rule);
        if (status === 'out-of-scope') expect(rules).toEqual([]);
        if (isExempt || status === 'live' || status === 'opt-in') {
          expect(rules.filter((rule) => STALLED_RULES.includes(rule))).toEqual([]);
        }
      }
    }),
    RUNS,
  );
});
