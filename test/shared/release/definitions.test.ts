import { expect, test } from 'vitest';
import { day } from '../../../shared/calendar/day.ts';
import { DENOMINATORS } from '../../../shared/coverage/coverage-row.ts';
import { CAUSES } from '../../../shared/coverage/moved/leg.ts';
import { POLICY, policyInForce } from '../../../shared/policy/timeline.ts';
import { definitionsOf } from '../../../shared/release/definitions.ts';
import { FLAGS, LABELS, SIGNALS, STATUSES } from '../../../shared/state/decision.ts';

const on = (rulesAt: string, validAt = rulesAt) =>
  definitionsOf(policyInForce({ rulesAt: day(rulesAt), validAt: day(validAt) }), POLICY);
const table = (name: string, tables = on('2023-12-04')) =>
  tables.find((candidate) => candidate.name === name)!;

test.each<[string, readonly string[]]>([
  ['statuses', STATUSES],
  ['signals', SIGNALS],
  ['flags', FLAGS],
  ['labels', LABELS],
  ['denominator-rules', DENOMINATORS],
  ['causes', CAUSES],
])('the %s are all defined, in their own order', (name, words) => {
  const { rows } = table(name);
  expect(rows.map(({ term }) => term)).toEqual(words);
  for (const { means } of rows) expect(means).toMatch(/^[A-Z].*\.$/);
});

test('what is unknown names the age by which a sighting is too old', () => {
  const unknown = table('bounds').rows.find(({ term }) => term === 'unknown')!;
  expect(unknown['means']).toContain('more than 45 days ago');
});

test.each([
  { rules: '2022-10-31', target: 'by 1 November 2022' },
  { rules: '2022-11-01', target: 'by 30 November 2022' },
  { rules: '2023-03-06', target: 'by 31 October 2023' },
])('under the rules of $rules the target is $target and no other', ({ rules, target }) => {
  const targets = table('rules', on(rules)).rows.filter(({ topic }) => topic === 'Targets');
  expect(targets.map(({ rule }) => rule)).toEqual([`100% ${target}`]);
});

test('a rule that was announced and has no effect yet stands among them with its day', () => {
  const duties = table('rules', on('2023-05-01')).rows.filter(
    ({ topic }) => topic === 'The duty under the contract',
  );
  expect(duties.map(({ effective_from }) => effective_from)).toEqual(['2023-03-06', '2023-05-15']);
});

test('nothing announced later is told', () => {
  const told = on('2022-11-15').flatMap(({ rows }) => rows.map((row) => row['announced_on'] ?? ''));
  expect(told.filter((announcedOn) => String(announcedOn) > '2022-11-15')).toEqual([]);
});

test('every seed that a source cites is explained', () => {
  const all = on('2025-12-01');
  const cited = JSON.stringify(all)
    .match(/Seed \d{3}/gi)!
    .map((seed) => seed.replace('s', 'S'));
  const explained = table('seeds', all).rows.map(({ term }) => term);
  expect(explained).toEqual(expect.arrayContaining([...new Set(cited)]));
});
