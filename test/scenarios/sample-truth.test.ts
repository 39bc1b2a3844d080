import { describe, expect, test } from 'vitest';
import { generateSample, type Truth } from '../../local/sample/generate.ts';
import { CHECK_DAYS } from '../../local/sample/programme-dates.ts';
import { type Day, endOfLondonDay } from '../../shared/calendar/day.ts';
import { policyInForce } from '../../shared/policy/timeline.ts';
import { groupByPractice, practicesOnDay } from '../../shared/state/practice-on-day.ts';
import { factsOf, readSample } from '../local/sample/read-sample.ts';

/** Every practice known at the end of a day, and its status under that day's rules. */
function statusesOn(byPractice: ReturnType<typeof groupByPractice>, on: Day) {
  const at = { validAt: on, knownAt: endOfLondonDay(on), rulesAt: on };
  const policy = policyInForce({ rulesAt: on, validAt: on });
  const practices = practicesOnDay(byPractice, at, policy);
  return new Map(practices.map(({ decision }) => [decision.practice, decision.status]));
}

describe.each([
  { seed: 11, practices: 1_500 },
  { seed: 12, practices: 200 },
])('a sample of $practices practices', ({ seed, practices }) => {
  const sample = generateSample({ seed, practices });
  const byPractice = groupByPractice(factsOf(readSample(sample)));

  test.each(CHECK_DAYS)('has the states that its script meant on %s', (on) => {
    const statuses = statusesOn(byPractice, on);
    const meant = sample.truth.filter((t) => t.validAt === on);
    const differing = meant
      .filter((t) => statuses.get(t.practice) !== t.status)
      .map((t: Truth) => ({ ...t, is: statuses.get(t.practice) }));
    expect(differing).toEqual([]);
    expect([...statuses.keys()].sort()).toEqual(meant.map((t) => t.practice).sort());
  });
});
