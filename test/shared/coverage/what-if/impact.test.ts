import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../../shared/calendar/day.ts';
import { coverage, placeNames } from '../../../../shared/coverage/coverage.ts';
import { assumedDeadline, assumeLive } from '../../../../shared/coverage/what-if/assumptions.ts';
import { flipCounts, flipInWords, impactOf } from '../../../../shared/coverage/what-if/impact.ts';
import { figuresTable, flipsTable } from '../../../../shared/coverage/what-if/what-if-tables.ts';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import { withEntries } from '../../../../shared/policy/policy-file.ts';
import { POLICY, policyInForce } from '../../../../shared/policy/timeline.ts';
import { groupByPractice, practicesOnDay } from '../../../../shared/state/practice-on-day.ts';
import { clocks, extract, listing, listSize, membership, plan } from '../../builders.ts';
import { anyHistories } from '../../histories.ts';

const AT = clocks('2023-12-04');

function begun(code: string, supplier: 'EMIS' | 'TPP' = 'EMIS'): Fact[] {
  return [listing({ code }), listSize({ code }), membership({ code, supplier })];
}

/** One that works towards, one shown off on the very day, one live. */
const FACTS = [
  ...begun('A81001'),
  plan({ code: 'A81001', targetOn: '2024-03-31' }),
  ...begun('A81002', 'TPP'),
  ...extract({
    code: 'A81002',
    supplier: 'TPP',
    asAt: '2023-12-04',
    sender: { role: 'supplier', org: 'YGM' },
  }),
  ...begun('A81003'),
  ...extract({ code: 'A81003', asAt: '2023-11-24', on: true }),
  listing({ code: 'A81004' }),
];
const grouped = groupByPractice(FACTS);

function withLive(facts: readonly Fact[], codes: readonly string[], at = AT) {
  const groups = groupByPractice(facts);
  const practices = practicesOnDay(groups, at, policyInForce(at));
  const { facts: assumed, left } = assumeLive({ codes, practices, grouped: groups, at });
  const impact = impactOf({ grouped: groups, at, before: POLICY, after: POLICY, assumed });
  return { impact, left, assumed };
}

const livesIn = (practices: readonly { decision: { status: string } }[]) =>
  practices.filter(({ decision }) => decision.status === 'live').length;

describe('switch-ons assumed', () => {
  test('make the practices live, also where an extract of the day shows them off', () => {
    const { impact } = withLive(FACTS, ['A81001', 'A81002']);
    expect(impact.flips.map(({ after }) => after.decision.status)).toEqual(['live', 'live']);
    expect(flipInWords(impact.flips[0]!)).toBe(
      'working-towards to live; no longer past-contractual-date',
    );
    expect(impact.after.find(({ decision }) => decision.practice === 'A81002')).toMatchObject({
      observedOn: true,
      decision: { since: '2023-12-04' },
    });
  });

  test.each([
    { code: 'Z99999', because: 'nothing is known of it on that day' },
    { code: 'A81003', because: 'it is live already' },
    { code: 'A81004', because: 'its system supplier is not known' },
  ])('$code is left out: $because', (left) => {
    const { left: said, assumed } = withLive(FACTS, [left.code]);
    expect(said).toEqual([left]);
    expect(assumed).toEqual([]);
  });

  test('a closed practice is left out', () => {
    const closed = [...begun('A81001'), listing({ status: 'closed', asAt: '2023-06-01' })];
    expect(withLive(closed, ['A81001']).left[0]?.because).toContain('out of scope');
  });

  test('a code named twice is assumed once', () => {
    expect(withLive(FACTS, ['A81001', 'A81001']).assumed).toHaveLength(1);
  });

  test('of k practices that are not live add at most k, and take none away', () => {
    const codes = ['A81001', 'A81002', 'B81003'];
    fc.assert(
      fc.property(anyHistories, fc.subarray(codes), (facts, named) => {
        const { impact, assumed } = withLive(facts, named);
        const more = livesIn(impact.after) - livesIn(impact.before);
        expect(more).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(assumed.length);
        expect(impact.flips.length).toBeLessThanOrEqual(assumed.length);
      }),
    );
  });
});

describe('another policy', () => {
  const under = (deadline: string, at = AT) => {
    const duty = assumedDeadline(POLICY, day(deadline), at);
    const after = withEntries(POLICY, [duty]);
    expect(after.problems).toEqual([]);
    return impactOf({ grouped, at, before: POLICY, after: after.entries });
  };

  test('a later deadline takes the label from those who are not live', () => {
    const { flips } = under('2024-03-31');
    expect(flipCounts(flips)).toEqual([
      { how: 'stays no-evidence; no longer past-contractual-date', practices: 2 },
      { how: 'stays working-towards; no longer past-contractual-date', practices: 1 },
    ]);
  });

  test('an earlier one gives it to them', () => {
    const { flips } = under('2023-06-30', clocks('2023-09-01'));
    expect(flips.map(flipInWords)).toContain('stays working-towards; now past-contractual-date');
  });

  test('the deadline that is in force changes nothing', () => {
    expect(under('2023-10-31').flips).toEqual([]);
  });

  test('nothing changed changes nothing, whatever is known', () => {
    fc.assert(
      fc.property(anyHistories, (facts) => {
        const groups = groupByPractice(facts);
        const same = withEntries(POLICY, []).entries;
        const { flips, before, after } = impactOf({
          grouped: groups,
          at: AT,
          before: POLICY,
          after: same,
        });
        expect(flips).toEqual([]);
        expect(after).toEqual(before);
      }),
    );
  });
});

describe('the tables', () => {
  const { impact } = withLive(FACTS, ['A81001']);
  const rows = (practices: typeof impact.before, by: 'national' | 'icb') => {
    const policy = policyInForce(AT);
    return coverage(practices, { by, denominator: 'open', policy, names: placeNames(FACTS) });
  };

  test('figures: England’s main ones always, the others where they change', () => {
    const same = figuresTable(rows(impact.before, 'national'), rows(impact.before, 'national'));
    expect(same.rows.map((row) => row.figure)).toEqual([
      'practices',
      'live',
      'live_pct',
      'patients_live_pct',
    ]);
    const { rows: changed } = figuresTable(rows(impact.before, 'icb'), rows(impact.after, 'icb'));
    expect(changed).toContainEqual({
      scope_type: 'icb',
      scope_code: 'QHM',
      scope_name: 'Made-up ICB',
      figure: 'live_pct',
      before: 25,
      after: 50,
      change: 25,
    });
    expect(changed.every((row) => row.before !== row.after)).toBe(true);
  });

  test('practices: from what to what', () => {
    expect(flipsTable(impact.flips).rows).toEqual([
      {
        practice_code: 'A81001',
        practice_name: 'MADE-UP SURGERY',
        icb_code: 'QHM',
        patients: 8000,
        status_before: 'working-towards',
        status_after: 'live',
        labels_before: 'past-contractual-date',
        labels_after: '',
        signals_before: '',
        signals_after: '',
        changes: 'working-towards to live; no longer past-contractual-date',
      },
    ]);
  });
});
