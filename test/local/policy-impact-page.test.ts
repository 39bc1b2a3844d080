import { describe, expect, test } from 'vitest';
import { policyImpact } from '../../local/policy-impact-page.ts';
import { day } from '../../shared/calendar/day.ts';
import type { PolicyEntry } from '../../shared/policy/entry.ts';
import { POLICY } from '../../shared/policy/timeline.ts';
import { groupByPractice } from '../../shared/state/practice-on-day.ts';
import { letter, listing, membership } from '../shared/builders.ts';

const CODES = Array.from({ length: 25 }, (_, i) => `A810${10 + i}`);
const FACTS = CODES.flatMap((code) => [listing({ code }), membership({ code }), letter({ code })]);

function impact(before: readonly PolicyEntry[], after: readonly PolicyEntry[]): string {
  return policyImpact({
    before,
    after,
    base: 'main',
    sample: () => groupByPractice(FACTS),
    firstDay: day('2022-10-24'),
    lastDay: day('2023-12-04'),
  });
}

const changed = (id: string, over: Partial<PolicyEntry>) =>
  POLICY.map((entry) => (entry.id === id ? { ...entry, ...over } : entry));

describe('the impact of a changed policy', () => {
  test('nothing changed is one line, and the sample is not asked for', () => {
    const page = policyImpact({
      before: POLICY,
      after: POLICY.toReversed(),
      base: 'main',
      sample: () => {
        throw new Error('asked for');
      },
      firstDay: day('2022-10-24'),
      lastDay: day('2023-12-04'),
    });
    expect(page).toBe('No policy entry differs from main.');
  });

  test('a moved deadline: what was changed, how many change how, and the first twenty', () => {
    const change = { topic: 'contract-duty', deadline: day('2024-03-31') } as const;
    const page = impact(POLICY, changed('contract-duty-regulations-2023', { change }));
    expect(page).toContain(
      '- changed contract-duty-regulations-2023 (change): live by 31 October 2023; announced 18 April 2023, effective from 15 May 2023 -> live by 31 March 2024;',
    );
    expect(page).toContain('Made-up data');
    expect(page).toContain(
      'On 4 December 2023, under the rules of that day:\n25 practices change:',
    );
    expect(page).toContain('25: stays paused-by-letter; no longer past-contractual-date');
    expect(page.match(/^A810\d\d /gm)).toHaveLength(2 * 20);
    // The day after the old deadline is affected too; the announcement changed nothing on its day.
    expect(page.match(/^On .*:$/gm)).toEqual([
      'On 1 November 2023, under the rules of that day:',
      'On 4 December 2023, under the rules of that day:',
    ]);
  });

  test('an entry removed shows on the day of its announcement', () => {
    const without = POLICY.filter(({ id }) => id !== 'letter-delays-to-30-november-2022');
    const page = impact(POLICY, without);
    expect(page).toContain('- removed letter-delays-to-30-november-2022: ');
    expect(page).toContain(
      'On 1 November 2022, under the rules of that day:\n25 practices change:',
    );
    expect(page).toContain('25: scheduled to paused-by-letter');
  });

  test('words alone change no practice, and that is said', () => {
    const page = impact(POLICY, changed('contract-duty-regulations-2023', { says: 'Otherwise.' }));
    expect(page).toContain('- changed contract-duty-regulations-2023 (says): ');
    expect(page).toContain('No practice changes its status, a label or a signal.');
  });

  test('an entry added', () => {
    const [first] = POLICY;
    const added = { ...first!, id: 'one-more', change: { topic: 'milestone' as const } };
    expect(impact(POLICY, [...POLICY, added])).toContain('- added one-more: ');
  });
});
