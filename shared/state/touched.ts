import type { Clocks } from '../calendar/clocks.ts';
import type { Day } from '../calendar/day.ts';
import type { Fact } from '../evidence/fact.ts';
import type { PolicyInForce } from '../policy/entry.ts';
import { isSameRules, rulesIn } from '../policy/rules-in-force.ts';
import { changeDaysOf, changeDaysOfRule } from './change-days.ts';

/** Clocks, with the policy that they give. */
export type Moment = { readonly clocks: Clocks; readonly policy: PolicyInForce };

type Ask = {
  /** The facts of each practice. */
  readonly groups: readonly (readonly Fact[])[];
  /** In any order: clocks may be turned back. */
  readonly moments: readonly Moment[];
  /** The list file that holds at each moment. */
  readonly listDays: readonly (Day | undefined)[];
};

/**
 * Says of a practice, by its place among `groups`, whether its answer at a moment may differ from that at
 * the moment before. It can only where a fact of it has been received in between, where a day on which a
 * known fact of it can change an answer lies in between, or, for all practices, where the rules of state
 * or the list file that holds are others, or a day of those rules lies in between.
 * One pass over the facts for all moments.
 */
export function touchedIn({
  groups,
  moments,
  listDays,
}: Ask): (practice: number, moment: number) => boolean {
  const marks = new Uint8Array(groups.length * moments.length);
  const instants = moments.map(({ clocks }) => clocks.knownAt);
  const heard = crossingsOf(instants);
  const passed = crossingsOf(moments.map(({ clocks }) => clocks.validAt));
  const overdue = overdueDaysIn(moments);
  for (const [i, facts] of groups.entries()) {
    const row = i * moments.length;
    for (const fact of facts) {
      for (const m of heard(fact.receivedAt)) marks[row + m] = 1;
      for (const days of overdue) {
        for (const on of changeDaysOf(fact, days)) {
          for (const m of passed(on)) if (fact.receivedAt <= instants[m]!) marks[row + m] = 1;
        }
      }
    }
  }
  const all = moments.map((moment, m) => {
    const before = moments[m - 1];
    if (before === undefined || listDays[m] !== listDays[m - 1]) return true;
    if (!isSameRules(before.policy, moment.policy)) return true;
    return daysOfRules(moment.policy, overdue).some((on) => passed(on).includes(m));
  });
  return (practice, moment) => all[moment]! || marks[practice * moments.length + moment] === 1;
}

/** A longer or shorter time until a booking counts as missed is another rule, so mostly there is one. */
function overdueDaysIn(moments: readonly Moment[]): readonly number[] {
  const days = moments.map(
    ({ policy }) => policy.thresholds['days-overdue-booking']?.change.value ?? 0,
  );
  return [...new Set(days)];
}

/** The days of the rules that state compares the day asked about with: deadlines and switch-on dates. */
function daysOfRules(policy: PolicyInForce, overdue: readonly number[]): readonly Day[] {
  return rulesIn(policy).flatMap((entry) => overdue.flatMap((d) => changeDaysOfRule(entry, d)));
}

/**
 * The places on a line of days or instants at which a value is reached though it was not just before, or
 * the reverse where the line turns back. Remembered, as thousands of facts share a day or a receipt.
 */
function crossingsOf(line: readonly string[]): (value: string) => readonly number[] {
  const answers = new Map<string, readonly number[]>();
  return (value) => {
    let answer = answers.get(value);
    if (answer === undefined) {
      answer = line.flatMap((one, i) =>
        i > 0 && value <= one !== value <= line[i - 1]! ? [i] : [],
      );
      answers.set(value, answer);
    }
    return answer;
  };
}
