import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act, Episode } from '../../../../shared/alert/episode.ts';
import { withAct } from '../../../../shared/alert/episodes/act-on.ts';
import { standingOf } from '../../../../shared/alert/episodes/standing.ts';
import type { Found } from '../../../../shared/alert/found.ts';
import type { Rule } from '../../../../shared/alert/rule.ts';
import { addDays, type Day, instant } from '../../../../shared/calendar/day.ts';
import { policyInForce } from '../../../../shared/policy/timeline.ts';
import type { PracticeCode } from '../../../../shared/practice/code.ts';
import { FIRST_MONDAY, foundOut, foundWith, type Kept, run, save, writesOn } from './runs.ts';

const PRACTICES = ['A81001', 'A81002', 'A81003', 'A81004'] as PracticeCode[];
const RULES: Rule[] = ['stalled', 'contradiction'];

/** What one evening finds: each practice unknown, in scope with some alerts, closed, or merged into any. */
const evening: fc.Arbitrary<readonly Found[]> = fc
  .tuple(
    ...PRACTICES.map((practice) =>
      fc.oneof(
        { weight: 1, arbitrary: fc.constant(null) },
        {
          weight: 6,
          arbitrary: fc.subarray(RULES).map((rules) => foundWith(practice, rules)),
        },
        {
          weight: 3,
          arbitrary: fc.constantFrom(null, ...PRACTICES).map((to) => foundOut(practice, to)),
        },
      ),
    ),
  )
  .map((found) => found.filter((one) => one !== null));

/** Two runs of one evening, each with its own sight, that stop after some writes; and acts in between. */
const turn = fc.record({
  days: fc.integer({ min: 0, max: 30 }),
  sights: fc.tuple(evening, evening),
  stops: fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })),
  /** Whose write comes next. */
  order: fc.array(fc.boolean(), { maxLength: 12 }),
  acts: fc.array(fc.nat({ max: 20 }), { maxLength: 3 }),
});
const turns = fc.array(turn, { minLength: 1, maxLength: 6 });

type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;
type Noted = { readonly id: string; readonly act: Act };
type Told = { kept: Kept; noted: Noted[]; on: Day };

/** Plays the turns; a run that is overtaken, or comes to its stop, writes no more. */
function played(all: readonly Turn[]): Told {
  const told: Told = { kept: new Map(), noted: [], on: FIRST_MONDAY };
  for (const { days, sights, stops, order, acts } of all) {
    told.on = addDays(told.on, days);
    const queues = sights.map((found, i) =>
      writesOn(told.on, found, told.kept).slice(0, stops[i]),
    ) as [Episode[], Episode[]];
    const schedule = [
      ...order,
      ...Array<boolean>(20).fill(false),
      ...Array<boolean>(20).fill(true),
    ];
    for (const [step, isSecond] of schedule.entries()) {
      if (acts.includes(step)) actOnSomeOpen(told);
      const queue = queues[isSecond ? 1 : 0];
      const next = queue.shift();
      if (next === undefined) continue;
      if (save(told.kept, next)) checkOpenOnce(told.kept);
      else queue.length = 0;
    }
  }
  return told;
}

function actOnSomeOpen({ kept, noted }: Told): void {
  const open = [...kept.values()].filter(({ closed }) => closed === null);
  const episode = open[noted.length % Math.max(1, open.length)];
  if (episode === undefined) return;
  const at = instant('2023-10-09T09:00:00Z');
  const act: Act = {
    act: 'chased',
    at,
    by: `caller ${noted.length}`,
    how: 'email',
    on: FIRST_MONDAY,
    note: null,
  };
  expect(save(kept, withAct(episode, act) as Episode)).toBe(true);
  noted.push({ id: episode.id, act });
}

function checkOpenOnce(kept: Kept): void {
  const open = openKeys(kept);
  expect(new Set(open).size).toBe(open.length);
}

function openKeys(kept: Kept): string[] {
  return [...kept.values()]
    .filter(({ closed }) => closed === null)
    .map(({ alert }) => `${alert.practice} ${alert.rule}`)
    .sort();
}

describe('runs that stop anywhere, two at a time, with people acting in between', () => {
  it('after a whole run an episode is open exactly if its alert holds, and the same run writes nothing', () => {
    fc.assert(
      fc.property(turns, evening, (all, last) => {
        const { kept, on } = played(all);
        run(on, last, kept);
        const holding = last.flatMap(({ alerts }) => alerts.map((a) => `${a.practice} ${a.rule}`));
        expect(openKeys(kept)).toEqual(holding.sort());
        expect(writesOn(on, last, kept)).toEqual([]);
        expect(writesOn(addDays(on, 40), last, kept)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('numbers count from 1 without gaps, and each links to the one before', () => {
    fc.assert(
      fc.property(turns, (all) => {
        const { kept } = played(all);
        for (const { alert, number, reopens } of kept.values()) {
          const before = `${alert.practice}-${alert.rule}-${number - 1}`;
          expect(reopens).toBe(number === 1 ? null : before);
          if (reopens !== null) expect(kept.get(reopens)!.closed).not.toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('no act is lost', () => {
    fc.assert(
      fc.property(turns, evening, (all, last) => {
        const { kept, noted, on } = played(all);
        run(on, last, kept);
        for (const { id, act } of noted) expect(kept.get(id)!.acts).toContainEqual(act);
      }),
      { numRuns: 300 },
    );
  });

  it('a merger passes an episode on, or says why not', () => {
    let passed = 0;
    fc.assert(
      fc.property(turns, evening, (all, last) => {
        const { kept, on } = played(all);
        run(on, last, kept);
        for (const { id, closed, noticedOn } of kept.values()) {
          if (closed?.why !== 'merged') continue;
          if (closed.passedTo === null) {
            expect(closed.words).toMatch(/has no such alert|is not known here/);
            continue;
          }
          passed += 1;
          const heir = kept.get(closed.passedTo)!;
          expect(heir.passedFrom).toContain(id);
          expect(heir.noticedOn <= noticedOn).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
    expect(passed).toBeGreaterThan(20);
  });

  it('the order in which practices and episodes come changes nothing', () => {
    fc.assert(
      fc.property(turns, evening, (all, last) => {
        const { kept, on } = played(all);
        const turned: Kept = new Map([...kept].reverse());
        expect(writesOn(on, last.toReversed(), turned)).toEqual(writesOn(on, last, kept));
      }),
      { numRuns: 200 },
    );
  });
});

describe('ageing', () => {
  it('never goes back as days pass, nor when a run writes', () => {
    fc.assert(
      fc.property(turns, evening, fc.nat({ max: 200 }), fc.nat({ max: 200 }), (all, last, a, b) => {
        const { kept, on } = played(all);
        const { ladder } = policyInForce({ validAt: on, rulesAt: on });
        const before = new Map(kept);
        run(on, last, kept);
        const days = [Math.min(a, b), Math.max(a, b)].map((n) => addDays(FIRST_MONDAY, n));
        const [earlier, later] = days as [Day, Day];
        for (const episode of kept.values()) {
          const then = standingOf(episode, { on: earlier, ladder });
          const now = standingOf(episode, { on: later, ladder });
          expect(now.daysOpen).toBeGreaterThanOrEqual(then.daysOpen);
          expect(now.step).toBeGreaterThanOrEqual(then.step);
          const stored = before.get(episode.id);
          if (stored === undefined) continue;
          const was = standingOf(stored, { on, ladder });
          expect(standingOf(episode, { on, ladder }).daysOpen).toBeGreaterThanOrEqual(was.daysOpen);
        }
      }),
      { numRuns: 300 },
    );
  });
});
