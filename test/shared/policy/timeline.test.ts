import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../../shared/calendar/day.ts';
import type { PolicyEntry } from '../../../shared/policy/entry.ts';
import { entriesInForce, POLICY, policyInForce } from '../../../shared/policy/timeline.ts';

/** What one pair of clocks says of letters, switch-on, targets and the contract, in short. */
function inShort(rulesAt: string, validAt: string, entries = POLICY) {
  const policy = policyInForce({ rulesAt: day(rulesAt), validAt: day(validAt) }, entries);
  const letter = policy.letterEffect?.change;
  return {
    letter: letter?.effect === 'scheduled' ? `scheduled ${letter.switchOn}` : letter?.effect,
    phasedFrom: policy.switchOn?.change.phasedFrom,
    targets: policy.targets.map(({ change }) => `${change.share}% by ${change.by}`),
    duty: policy.contractDuty?.change.deadline,
  };
}

describe('the golden story: what a letter of 31 October 2022 does on 15 November 2022', () => {
  test.each([
    { rules: '2022-10-31', letter: 'paused', phasedFrom: null, targets: ['100% by 2022-11-01'] },
    {
      rules: '2022-11-01',
      letter: 'scheduled 2022-11-30',
      phasedFrom: '2022-11-01',
      targets: ['100% by 2022-11-30'],
    },
    {
      rules: '2022-11-28',
      letter: 'scheduled 2022-11-30',
      phasedFrom: '2022-11-01',
      targets: ['100% by 2022-11-30'],
    },
    { rules: '2022-11-29', letter: 'paused', phasedFrom: null, targets: [] },
  ])('under the rules of $rules it is $letter', ({ rules, ...expected }) => {
    expect(inShort(rules, '2022-11-15')).toEqual({ ...expected, duty: undefined });
  });

  test('the rules of 1 November bind EMIS and TPP, up to 5pm on 4 November', () => {
    const policy = policyInForce({ rulesAt: day('2022-11-15'), validAt: day('2022-11-15') });
    expect(policy.letterEffect?.change).toEqual({
      topic: 'letter-effect',
      effect: 'scheduled',
      sentBy: { day: '2022-11-04', time: '17:00' },
      switchOn: '2022-11-30',
      suppliers: ['EMIS', 'TPP'],
    });
  });

  test('later rules change nothing of the days before they have effect', () => {
    expect(inShort('2024-01-01', '2022-10-31')).toEqual(inShort('2022-10-31', '2022-10-31'));
  });
});

describe('the dates by which practices were to be live', () => {
  test.each([
    { on: '2021-10-28', targets: [] },
    { on: '2021-10-29', targets: ['100% by 2021-12-31'] },
    { on: '2021-11-23', targets: ['100% by 2021-12-31'] },
    { on: '2021-11-24', targets: ['100% by 2022-04-30'] },
    { on: '2022-03-31', targets: ['100% by 2022-08-31'] },
    { on: '2022-07-26', targets: ['100% by 2022-08-31'] },
    { on: '2022-07-27', targets: ['100% by 2022-11-01'] },
    { on: '2022-10-31', targets: ['100% by 2022-11-01'] },
    { on: '2022-11-01', targets: ['100% by 2022-11-30'] },
    { on: '2022-11-29', targets: [] },
    { on: '2023-03-05', targets: [] },
    { on: '2023-03-06', targets: ['100% by 2023-10-31'] },
    { on: '2023-05-09', targets: ['100% by 2023-10-31', '90% by 2024-03-31'] },
    { on: '2026-11-01', targets: ['100% by 2023-10-31', '90% by 2024-03-31'] },
  ])('known on $on: $targets', ({ on, targets }) => {
    expect(inShort(on, on).targets).toEqual(targets);
  });

  test.each([
    { rules: '2023-03-05', valid: '2023-11-01', duty: undefined, entry: undefined },
    { rules: '2023-03-06', valid: '2023-03-05', duty: undefined, entry: undefined },
    {
      rules: '2023-03-06',
      valid: '2023-11-01',
      duty: '2023-10-31',
      entry: 'contract-duty-letter-2023',
    },
    {
      rules: '2023-05-15',
      valid: '2023-05-14',
      duty: '2023-10-31',
      entry: 'contract-duty-letter-2023',
    },
    {
      rules: '2023-11-01',
      valid: '2023-11-01',
      duty: '2023-10-31',
      entry: 'contract-duty-regulations-2023',
    },
  ])('rules of $rules on $valid: contract deadline $duty', ({ rules, valid, duty, entry }) => {
    const policy = policyInForce({ rulesAt: day(rules), validAt: day(valid) });
    expect(policy.contractDuty?.change.deadline).toBe(duty);
    expect(policy.contractDuty?.id).toBe(entry);
  });
});

test('before the first entry no policy applies at all', () => {
  const policy = policyInForce({ rulesAt: day('2019-03-31'), validAt: day('2024-01-01') });
  expect(policy.entries).toEqual([]);
  expect([policy.switchOn, policy.letterEffect, policy.contractDuty]).toEqual([null, null, null]);
  expect(policy.targets).toEqual([]);
  expect(policy.ladder).toEqual([]);
  expect(new Set(Object.values(policy.thresholds))).toEqual(new Set([null]));
});

test.each(['2019-04-01', '2022-11-15', '2026-11-01'])('thresholds and ladder on %s', (on) => {
  const policy = policyInForce({ rulesAt: day(on), validAt: day(on) });
  const values = Object.entries(policy.thresholds).map(([name, e]) => [name, e?.change.value]);
  expect(Object.fromEntries(values)).toEqual({
    'share-104-over': 50,
    'accounts-with-access-under': 90,
    'weeks-without-progress': 8,
    'days-until-unknown': 45,
    'days-overdue-booking': 14,
    'days-incomplete': 28,
    'extracts-missing': 2,
  });
  expect(policy.ladder.map(({ change }) => [change.step, change.afterWeeks])).toEqual([
    [1, 0],
    [2, 4],
    [3, 12],
  ]);
});

test('a moved deadline is one more entry, and no code', () => {
  const moved: PolicyEntry = {
    id: 'target-june-2024',
    announcedOn: day('2024-01-15'),
    effectiveFrom: day('2024-01-15'),
    says: 'The share of 90% is put off to June 2024.',
    change: { topic: 'target', share: 90, by: day('2024-06-30') },
    source: 'this test',
    supersedes: ['target-march-2024'],
  };
  const entries = [moved, ...POLICY];
  expect(inShort('2024-01-14', '2024-02-01', entries).targets).toEqual([
    '100% by 2023-10-31',
    '90% by 2024-03-31',
  ]);
  expect(inShort('2024-01-15', '2024-02-01', entries).targets).toEqual([
    '100% by 2023-10-31',
    '90% by 2024-06-30',
  ]);
  expect(inShort('2024-01-15', '2024-02-01').targets).toContain('90% by 2024-03-31');
});

test('the remembered answer is the same as one worked out anew, on every day', () => {
  for (let on = day('2021-10-01'); on < '2024-08-01'; on = addDays(on, 5)) {
    const at = { rulesAt: on, validAt: addDays(on, -7) };
    const policy = policyInForce(at);
    expect(policy).toMatchObject(at);
    expect(policy).toEqual(policyInForce(at, [...POLICY].reverse()));
    expect(policy.entries).toEqual(entriesInForce(POLICY, at));
  }
});

test('entries in force come oldest announcement first', () => {
  const { entries } = policyInForce({ rulesAt: day('2025-06-01'), validAt: day('2025-06-01') });
  const days = entries.map(({ announcedOn }) => announcedOn);
  expect(days).toEqual(days.toSorted());
});
