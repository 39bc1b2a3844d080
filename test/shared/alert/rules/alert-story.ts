import { expect, test } from 'vitest';
import type { Alert } from '../../../../shared/alert/alert.ts';
import type { Rule } from '../../../../shared/alert/rule.ts';
import { sightOn } from '../../../../shared/alert/sight.ts';
import { addDays, day } from '../../../../shared/calendar/day.ts';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import { groupByPractice } from '../../../../shared/state/practice-on-day.ts';
import { clocks, listing, listSize, membership, PRACTICE } from '../../builders.ts';

/** An open practice with a list and a supplier. */
export const OPEN: readonly Fact[] = [listing(), listSize(), membership()];

/** What holds of the practice on the evening of a day, by what was known and the rules of that day. */
function alertsOn(facts: readonly Fact[], on: string): readonly Alert[] {
  return sightOn(groupByPractice(facts), clocks(on)).found.get(PRACTICE)?.alerts ?? [];
}

/** The alert of one rule that holds on a day. */
export function alertOn(facts: readonly Fact[], rule: Rule, on: string): Alert | undefined {
  return alertsOn(facts, on).find((alert) => alert.rule === rule);
}

type Expected = Partial<Pick<Alert, 'because' | 'closedBy'>> & {
  readonly since?: string;
  /** The facts of its proof, in any order. */
  readonly facts?: readonly Fact[];
  readonly entries?: readonly string[];
};

/** One story: an alert of the rule holds from a day on and not the day before (`from`), or on none of some days (`never`). */
export type AlertStory = { readonly story: string; readonly facts: readonly Fact[] } & (
  | {
      readonly from: string;
      readonly is?: Expected;
      /** Later days on which the very same is found. */
      readonly still?: readonly string[];
    }
  | { readonly never: readonly string[] }
);

/** Tells each story as a test of one rule. */
export function tellAlerts(rule: Rule, stories: readonly AlertStory[]): void {
  test.for(stories.map((story) => [story.story, story] as const))('%s', ([, story]) => {
    if ('never' in story) {
      const held = story.never.filter((on) => alertOn(story.facts, rule, on) !== undefined);
      expect(held).toEqual([]);
      return;
    }
    const { from, is = {}, still = [] } = story;
    expect(alertOn(story.facts, rule, addDays(day(from), -1))).toBeUndefined();
    const alert = alertOn(story.facts, rule, from);
    expect(alert).toMatchObject({ practice: PRACTICE, rule, ...wanted(is) });
    expect(alertOn([...story.facts, ...story.facts].reverse(), rule, from)).toEqual(alert);
    for (const on of still)
      expect({ on, alert: alertOn(story.facts, rule, on) }).toEqual({ on, alert });
  });
}

function wanted({ facts, entries, ...plain }: Expected) {
  const proof = {
    ...(facts === undefined ? {} : { facts: facts.map(({ id }) => id).sort() }),
    ...(entries === undefined ? {} : { entries }),
  };
  return { ...plain, ...(Object.keys(proof).length === 0 ? {} : { proof }) };
}
