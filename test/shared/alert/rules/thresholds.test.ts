import { expect, test } from 'vitest';
import type { Rule } from '../../../../shared/alert/rule.ts';
import { sightOn } from '../../../../shared/alert/sight.ts';
import { addDays, day } from '../../../../shared/calendar/day.ts';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import type { PolicyEntry, ThresholdName } from '../../../../shared/policy/entry.ts';
import { POLICY } from '../../../../shared/policy/timeline.ts';
import { groupByPractice } from '../../../../shared/state/practice-on-day.ts';
import { clocks, declared, extract, letter, planSaying } from '../../builders.ts';
import { OPEN } from './alert-story.ts';

type Changed = readonly [ThresholdName, number, Rule, readonly Fact[], string];

/** Another value of one threshold, and the first day on which the rule then holds. */
const CHANGED: readonly Changed[] = [
  ['weeks-without-progress', 6, 'stalled', [...OPEN, letter()], '2023-04-17'],
  [
    'days-overdue-booking',
    7,
    'booking-missed',
    [
      ...OPEN,
      ...extract({ asAt: '2023-01-01', scheduledOn: '2023-02-01' }),
      ...extract({ asAt: '2023-02-03', scheduledOn: '2023-02-01' }),
    ],
    '2023-02-09',
  ],
  [
    'days-incomplete',
    14,
    'evidence-incomplete',
    [...OPEN, planSaying({ agreedOn: '2023-01-02' })],
    '2023-01-16',
  ],
  [
    'share-104-over',
    40,
    'action-plan-104-missing',
    [...OPEN, ...extract({ asAt: '2023-01-10', patients104: 3201 })],
    '2023-01-10',
  ],
  [
    'days-until-unknown',
    10,
    'contradiction',
    [...OPEN, declared({ asAt: '2023-01-01' })],
    '2023-01-12',
  ],
];

function withThreshold(name: ThresholdName, value: number): readonly PolicyEntry[] {
  return POLICY.map((entry) =>
    entry.change.topic === 'threshold' && entry.change.name === name
      ? { ...entry, change: { ...entry.change, value } }
      : entry,
  );
}

test.each(CHANGED)('%s of %i moves the first day', (name, value, rule, facts, from) => {
  const entries = withThreshold(name, value);
  const held = (on: string, policy?: readonly PolicyEntry[]) =>
    [...sightOn(groupByPractice(facts), clocks(on), policy).found.values()]
      .flatMap(({ alerts }) => alerts)
      .find((alert) => alert.rule === rule);
  expect(held(from)).toBeUndefined();
  expect(held(addDays(day(from), -1), entries)).toBeUndefined();
  expect(held(from, entries)?.proof.entries[0]).toBe(`threshold-${name}`);
});
