import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type Day,
  day,
  endOfLondonDay,
  type Instant,
  sixOClockInLondon,
} from '../../../shared/calendar/day.ts';
import type { PracticeOnDay } from '../../../shared/coverage/practice-on-day.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { POLICY, policyInForce } from '../../../shared/policy/timeline.ts';
import { groupByPractice, practicesOnDay } from '../../../shared/state/practice-on-day.ts';
import { practicesByWeek, type WeekOfPractices } from '../../../shared/state/weeks.ts';
import {
  booked,
  exemption,
  extract,
  letter,
  listing,
  listSize,
  membership,
  plan,
} from '../builders.ts';
import { anyHistories } from '../histories.ts';

type Known = (week: Day) => Instant;

const onTheDay: Known = (week) => sixOClockInLondon(week);
const ofLate: Known = () => endOfLondonDay(day('2024-12-31'));
/** Knowledge that jumps to and fro, as nobody's does. */
const toAndFro: Known = (week) =>
  endOfLondonDay(addDays(week, week.charCodeAt(9) % 2 === 0 ? 40 : -30));

function weeksFrom(first: string, count: number, step = 7): readonly Day[] {
  return Array.from({ length: count }, (_, i) => addDays(day(first), i * step));
}

function walk(facts: readonly Fact[], weeks: readonly Day[], knownAt: Known = onTheDay) {
  return [...practicesByWeek(groupByPractice(facts), { weeks, knownAt })];
}

/** All that is said of a practice but the clocks under which it was worked out. */
function said(practices: readonly PracticeOnDay[]) {
  return practices.map(({ decision: { clocks: _, proof, ...decision }, ...practice }) => ({
    ...practice,
    decision: { ...decision, decidedBy: proof.decidedBy, considered: proof.considered },
  }));
}

function anew(facts: readonly Fact[], { clocks, policy }: WeekOfPractices) {
  return practicesOnDay(groupByPractice(facts), clocks, policy);
}

describe('any histories, week by week', () => {
  const anyWeeks = fc
    .record({
      first: fc.constantFrom('2022-09-26', '2022-10-03', '2022-10-31', '2023-10-02'),
      step: fc.constantFrom(7, 7, 1, 28),
    })
    .map(({ first, step }) => weeksFrom(first, 14, step));

  test('are what they are when every week is worked out anew', () => {
    fc.assert(
      fc.property(
        anyHistories,
        anyWeeks,
        fc.constantFrom(onTheDay, ofLate, toAndFro),
        (facts, weeks, knownAt) => {
          for (const week of practicesByWeek(groupByPractice(facts), { weeks, knownAt })) {
            expect(said(week.practices)).toEqual(said(anew(facts, week)));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test('change only by what is told of as changed', () => {
    fc.assert(
      fc.property(anyHistories, anyWeeks, (facts, weeks) => {
        const told = new Map<string, PracticeOnDay>();
        for (const { practices, changed } of walk(facts, weeks)) {
          for (const { before, after } of changed) {
            const code = (after ?? before)!.decision.practice;
            expect(told.get(code) ?? null).toBe(before);
            if (after === null) told.delete(code);
            else told.set(code, after);
          }
          expect(new Set(practices)).toEqual(new Set(told.values()));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a practice of which nothing new is known and no day comes', () => {
  const facts = [listing(), listSize(), membership(), ...extract({ asAt: '2022-10-15' })];

  test('keeps its object from week to week', () => {
    const weeks = walk(facts, weeksFrom('2022-12-05', 8), ofLate);
    expect(new Set(weeks.map(({ practices }) => practices[0])).size).toBe(1);
    expect(weeks.map(({ changed }) => changed.length)).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  });

  test.each([
    {
      what: 'a booking’s day, the day after, and the end of its being overdue',
      more: [booked({ asAt: '2022-12-01', on: '2023-01-10' })],
      knownAt: ofLate,
      changedOn: ['2023-01-16', '2023-01-30'],
    },
    {
      what: 'the very day of a withdrawal, and the day after',
      more: [letter({ asAt: '2022-12-01', withdrawnOn: '2023-01-16' })],
      knownAt: ofLate,
      changedOn: ['2023-01-16', '2023-01-23'],
    },
    {
      what: 'the day from which something is true',
      more: [exemption({ asAt: '2022-12-01', effectiveOn: '2023-01-16' })],
      knownAt: ofLate,
      changedOn: ['2023-01-16'],
    },
    {
      what: 'the day that a file speaks of',
      more: [membership({ asAt: '2023-01-16', effectiveOn: '2022-12-01' })],
      knownAt: ofLate,
      changedOn: ['2023-01-16'],
    },
    {
      what: 'the end of a plan',
      more: [plan({ targetOn: '2023-01-20' })],
      knownAt: ofLate,
      changedOn: ['2023-01-23'],
    },
    {
      what: 'news',
      more: [letter({ sentOn: '2022-10-20', receivedAt: '2023-01-12T09:00:00Z' })],
      knownAt: onTheDay,
      changedOn: ['2023-01-16'],
    },
    {
      what: 'another list file, though it is not in it',
      more: [listSize({ code: 'A81002', asAt: '2023-01-20', receivedAt: '2023-01-21T09:00:00Z' })],
      knownAt: onTheDay,
      changedOn: ['2023-01-23'],
    },
  ])('gets a new one after $what', ({ more, knownAt, changedOn }) => {
    const weeks = walk([...facts, ...more], weeksFrom('2023-01-02', 8), knownAt).slice(1);
    const isMine = ({ facts: [fact] }: { facts: readonly Fact[] }) => fact?.practice === 'A81001';
    const changed = weeks.filter((one) => one.changed.some(isMine));
    expect(changed.map(({ week }) => week)).toEqual(changedOn);
  });

  test('gets a new one when the rules of state change, not when a target is announced', () => {
    const target = POLICY.find(({ id }) => id === 'target-december-2021')!;
    const announcedOn = day('2023-02-01');
    const news = { ...target, id: 'target-of-a-test', announcedOn, effectiveFrom: announcedOn };
    const weeks = weeksFrom('2023-01-30', 2);
    const ask = { weeks, knownAt: ofLate, entries: [...POLICY, news] };
    const [, second] = practicesByWeek(groupByPractice(facts), ask);
    expect(second?.policy.entries).toContain(news);
    expect(second?.changed).toEqual([]);
    const [, after] = walk(facts, [day('2022-11-28'), day('2022-11-29')], ofLate);
    expect(after?.changed).toHaveLength(1);
  });
});

describe('each week', () => {
  test('has its own clocks and the policy that they give', () => {
    const weeks = weeksFrom('2022-11-21', 2);
    const found = walk([listing()], weeks);
    for (const [i, { week, clocks, policy }] of found.entries()) {
      expect(week).toBe(weeks[i]);
      expect(clocks).toEqual({ validAt: week, knownAt: sixOClockInLondon(week), rulesAt: week });
      expect(policy).toEqual(policyInForce(clocks));
    }
  });

  test('begins to have a practice when something of it is known', () => {
    const facts = [listing({ asAt: '2022-11-25', receivedAt: '2022-11-26T09:00:00Z' })];
    const counts = walk(facts, weeksFrom('2022-11-21', 3)).map(({ practices }) => practices.length);
    expect(counts).toEqual([0, 1, 1]);
  });

  test('of none is nothing', () => {
    expect(walk([listing()], [])).toEqual([]);
  });
});
