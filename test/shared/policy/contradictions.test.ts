import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/calendar/day.ts';
import { contradictions } from '../../../shared/policy/contradictions.ts';
import type { PolicyChange, PolicyEntry } from '../../../shared/policy/entry.ts';
import { entriesInForce, POLICY } from '../../../shared/policy/timeline.ts';

function entry(over: Partial<PolicyEntry> & { id: string }): PolicyEntry {
  return {
    announcedOn: day('2023-03-06'),
    effectiveFrom: day('2023-03-06'),
    says: 'A rule of this test.',
    change: { topic: 'contract-duty', deadline: day('2023-10-31') },
    source: 'this test',
    supersedes: [],
    ...over,
  };
}

/** The policy with one entry changed. */
function mutated(id: string, over: Partial<PolicyEntry>): PolicyEntry[] {
  expect(POLICY.map((one) => one.id)).toContain(id);
  return POLICY.map((one) => (one.id === id ? { ...one, ...over } : one));
}

test('the policy contradicts itself nowhere', () => {
  expect(contradictions(POLICY)).toEqual([]);
});

test('at no clocks at all do two entries in force speak of the same thing', () => {
  // Policy changes only on days that an entry names: these pairs of days are all there are.
  const rulesDays = [...new Set(POLICY.map((one) => one.announcedOn))];
  const validDays = [...new Set(POLICY.map((one) => one.effectiveFrom))];
  for (const rulesAt of rulesDays) {
    for (const validAt of validDays) {
      const said = entriesInForce(POLICY, { rulesAt, validAt }).flatMap(({ change }) => {
        if (change.topic === 'milestone') return [];
        if (change.topic === 'threshold') return [change.name];
        if (change.topic === 'ladder-step') return [`step ${change.step}`];
        return [change.topic === 'target' ? `target ${change.share}` : change.topic];
      });
      expect(said, `rules of ${rulesAt} on ${validAt}`).toEqual([...new Set(said)]);
    }
  }
});

describe('a mutation of the policy is caught', () => {
  const superseding = POLICY.filter(({ supersedes }) => supersedes.length > 0);

  test('there are entries to mutate', () => {
    expect(superseding.length).toBeGreaterThan(8);
  });

  test.each(superseding.map(({ id }) => id))('%s without what it supersedes', (id) => {
    expect(contradictions(mutated(id, { supersedes: [] })).join('\n')).toContain(`"${id}"`);
  });

  test.each(POLICY.map(({ id }) => id))('%s given twice', (id) => {
    const again = POLICY.filter((one) => one.id === id);
    expect(contradictions([...POLICY, ...again])).toContain(
      `the id "${id}" is given to more than one entry`,
    );
  });

  test('a superseded entry that does not exist', () => {
    expect(contradictions(mutated('target-march-2024', { supersedes: ['target-2030'] }))).toEqual([
      '"target-march-2024" supersedes "target-2030", which does not exist',
    ]);
  });

  test('an entry that supersedes a later one', () => {
    const problems = contradictions(
      mutated('target-november-2022', { supersedes: ['target-summer-2022', 'target-march-2024'] }),
    );
    expect(problems).toEqual([
      '"target-november-2022" supersedes "target-march-2024", which was announced after it',
    ]);
  });
});

describe('two entries on the same thing', () => {
  const later = { announcedOn: day('2023-05-09'), effectiveFrom: day('2023-01-01') };

  test('contradict at the first clocks at which both apply', () => {
    expect(contradictions([entry({ id: 'first' }), entry({ id: 'second', ...later })])).toEqual([
      '"first" and "second" both say what holds for contract-duty (rules of 2023-05-09, on 2023-03-06) and neither supersedes the other',
    ]);
  });

  test('do not when one supersedes the other', () => {
    const second = entry({ id: 'second', ...later, supersedes: ['first'] });
    expect(contradictions([entry({ id: 'first' }), second])).toEqual([]);
  });

  test('do not when a third has put one of them out of force before they meet', () => {
    const third = entry({ id: 'third', supersedes: ['first'] });
    const last = entry({ id: 'last', ...later, supersedes: ['third'] });
    expect(contradictions([entry({ id: 'first' }), third, last])).toEqual([]);
  });

  test('may not supersede each other or themselves', () => {
    const first = entry({ id: 'first', supersedes: ['second'] });
    const second = entry({ id: 'second', supersedes: ['first'] });
    expect(contradictions([first, second])).toEqual([
      '"first" and "second" supersede each other',
      '"second" and "first" supersede each other',
    ]);
    expect(contradictions([entry({ id: 'self', supersedes: ['self'] })])).toHaveLength(1);
  });

  const pairs: { a: PolicyChange; b: PolicyChange; clash: boolean }[] = [
    {
      a: { topic: 'target', share: 100, by: day('2023-10-31') },
      b: { topic: 'target', share: 100, by: null },
      clash: true,
    },
    {
      a: { topic: 'target', share: 100, by: day('2023-10-31') },
      b: { topic: 'target', share: 90, by: day('2024-03-31') },
      clash: false,
    },
    {
      a: { topic: 'letter-effect', effect: 'paused' },
      b: { topic: 'letter-effect', effect: 'paused' },
      clash: true,
    },
    {
      a: { topic: 'switch-on', phasedFrom: null, suppliers: ['EMIS'] },
      b: { topic: 'switch-on', phasedFrom: day('2022-11-01'), suppliers: ['EMIS'] },
      clash: true,
    },
    {
      a: { topic: 'threshold', name: 'share-104-over', value: 50 },
      b: { topic: 'threshold', name: 'share-104-over', value: 40 },
      clash: true,
    },
    {
      a: { topic: 'threshold', name: 'share-104-over', value: 50 },
      b: { topic: 'threshold', name: 'days-incomplete', value: 28 },
      clash: false,
    },
    {
      a: { topic: 'ladder-step', step: 1, afterWeeks: 0 },
      b: { topic: 'ladder-step', step: 1, afterWeeks: 1 },
      clash: true,
    },
    {
      a: { topic: 'ladder-step', step: 1, afterWeeks: 0 },
      b: { topic: 'ladder-step', step: 2, afterWeeks: 4 },
      clash: false,
    },
    { a: { topic: 'milestone' }, b: { topic: 'milestone' }, clash: false },
  ];
  test.each(pairs)('$a beside $b: a contradiction? $clash', ({ a, b, clash }) => {
    const found = contradictions([entry({ id: 'a', change: a }), entry({ id: 'b', change: b })]);
    expect(found).toHaveLength(clash ? 1 : 0);
  });
});
