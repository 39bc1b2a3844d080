import { expect, test } from 'vitest';
import { day } from '../../../shared/calendar/day.ts';
import { targetToShow } from '../../../shared/coverage/target.ts';
import { policyInForce } from '../../../shared/policy/timeline.ts';
import { policy } from './practices.ts';

const OCTOBER: [number, string] = [100, '2023-10-31'];
const MARCH: [number, string] = [90, '2024-03-31'];

test.each([
  { on: '2023-10-30', is: [100, '2023-10-31'], why: 'the earliest still to come' },
  { on: '2023-10-31', is: [100, '2023-10-31'], why: 'its own day is still to come' },
  { on: '2023-11-01', is: [90, '2024-03-31'], why: 'the next after one has passed' },
  { on: '2024-06-01', is: [90, '2024-03-31'], why: 'the latest, where all have passed' },
])('on $on: $why', ({ on, is }) => {
  const target = targetToShow(policy({ targets: [OCTOBER, MARCH], on: day(on) }));
  expect([target.target_pct, target.target_date]).toEqual(is);
});

test('where none is in force, there is none to show', () => {
  expect(targetToShow(policy())).toEqual({ target_pct: null, target_date: null });
});

test('the real timeline: more than 90% by March 2024 is what December 2023 was measured against', () => {
  const on = day('2023-12-04');
  const target = targetToShow(policyInForce({ rulesAt: on, validAt: on }));
  expect(target).toEqual({ target_pct: 90, target_date: '2024-03-31' });
});
