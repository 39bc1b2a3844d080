import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, endOfLondonDay, instant } from '../../../shared/calendar/day.ts';
import { lastWords, newsIn } from '../../../shared/evidence/corrections.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { knownFacts } from '../../../shared/evidence/known.ts';
import { lastWordsOf } from '../../../shared/state/check-proof/last-words.ts';
import { accessCounts, declared, dpiaSaying, extract, listing } from '../builders.ts';

const asAt = '2023-05-01';
const said = (date: number) => ({
  asAt,
  receivedAt: `2023-05-0${date}T09:00:00Z`,
  uploadId: `of-${date}-may`,
});
const receipts = (facts: readonly Fact[]) =>
  facts.map(({ id, receivedAt, source }) => `${id} ${receivedAt} ${source.uploadId}`).sort();

describe('the last words', () => {
  const [on2, on6] = [2, 6].map((date) => extract({ on: true, ...said(date) })[0]!);
  const [off4] = extract({ on: false, ...said(4) });

  test.each<{ of: string; facts: Fact[]; are: Fact[] }>([
    { of: 'one statement', facts: [on2!], are: [on2!] },
    { of: 'a correction', facts: [on2!, off4!], are: [off4!] },
    { of: 'a correction taken back', facts: [on2!, off4!, on6!], are: [on6!] },
    { of: 'a repetition', facts: [on6!, on2!], are: [on2!] },
    {
      of: 'a register’s listing, which is whole: what it leaves empty is empty',
      facts: [listing({ ...said(2), closedOn: '2023-04-01' }), listing(said(4))],
      are: [listing(said(4))],
    },
    {
      of: 'counts of which the newer gives only some',
      facts: [
        accessCounts({ ...said(2), onlineAccounts: 900, patients104: 4 }),
        accessCounts({ ...said(4), onlineAccounts: 950 }),
      ],
      are: [
        accessCounts({ ...said(2), onlineAccounts: 900, patients104: 4 }),
        accessCounts({ ...said(4), onlineAccounts: 950 }),
      ],
    },
    {
      of: 'counts of which the newer gives all',
      facts: [
        accessCounts({ ...said(2), onlineAccounts: 900 }),
        accessCounts({ ...said(4), onlineAccounts: 950, patients104: 4 }),
      ],
      are: [accessCounts({ ...said(4), onlineAccounts: 950, patients104: 4 })],
    },
  ])('of $of', ({ facts, are }) => {
    expect(receipts(lastWords(facts))).toEqual(receipts(are));
  });
});

const rows = fc.record({
  on: fc.boolean(),
  since: fc.constantFrom(null, '2023-04-20', '2023-04-25'),
  scheduledOn: fc.constantFrom(null, '2023-07-10', '2023-08-10'),
  onlineAccounts: fc.constantFrom(null, 900, 950),
  patients104: fc.constantFrom(null, 4),
  supplier: fc.constantFrom('EMIS' as const, 'EMIS' as const, 'TPP' as const),
});
const words = fc.record({
  status: fc.constantFrom('live' as const, 'paused' as const),
  on: fc.constantFrom(null, '2023-04-01'),
});
const papers = fc.record({
  completedOn: fc.constantFrom(null, '2023-04-01', '2023-04-02'),
  outcome: fc.constantFrom(null, 'opt-in' as const, 'automatic' as const),
  signed: fc.constantFrom(null, true as const),
});
const upload = fc.record({
  rows: fc.array(rows, { maxLength: 2 }),
  words: fc.array(words, { maxLength: 2 }),
  papers: fc.array(papers, { maxLength: 1 }),
});
type Upload = typeof upload extends fc.Arbitrary<infer U> ? U : never;

/** What one upload of one sender says, each statement once, as intake commits it. */
function factsOf({ rows, words, papers }: Upload, date: number): readonly Fact[] {
  const by = { ...said(date), sender: { role: 'icb', org: 'QHM' } } as const;
  const facts = [
    ...rows.flatMap(({ scheduledOn, onlineAccounts, patients104, ...row }) => [
      ...extract({ ...by, ...row, ...(scheduledOn !== null && { scheduledOn }) }),
      ...(onlineAccounts === null && patients104 === null
        ? []
        : [accessCounts({ ...by, supplier: row.supplier, onlineAccounts, patients104 })]),
    ]),
    ...words.map((word) => declared({ ...by, ...word, effectiveOn: asAt })),
    ...papers.map((paper) => dpiaSaying({ ...by, ...paper, effectiveOn: asAt })),
  ];
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}

/** Six uploads about the same day, on the 1st to the 6th. */
const uploads = fc
  .array(upload, { minLength: 1, maxLength: 6 })
  .map((those) => those.map((one, i) => factsOf(one, i + 1)));
const DATES = [1, 2, 3, 4, 5, 6].map((date) => endOfLondonDay(day(`2023-05-0${date}`)));

/** What intake writes to the ledger: of each upload only what is news. */
function ledgerOf(those: readonly (readonly Fact[])[]): readonly Fact[] {
  const ledger: Fact[] = [];
  for (const facts of those) {
    const [first] = facts;
    if (first === undefined) continue;
    const news = newsIn(facts, knownFacts(ledger, first.receivedAt));
    ledger.push(...facts.filter(({ id }) => news.has(id)));
  }
  return ledger;
}

describe('any uploads of one sender about one day', () => {
  const law = (check: (those: readonly (readonly Fact[])[]) => void, numRuns = 400) =>
    fc.assert(fc.property(uploads, check), { numRuns });

  test('lead to the same knowledge, whether repetitions are written down or left out', () => {
    law((those) => {
      const ledger = ledgerOf(those);
      for (const at of DATES) {
        expect(receipts(knownFacts(ledger, at))).toEqual(receipts(knownFacts(those.flat(), at)));
      }
    });
  });

  test('sent again add nothing, but where rows of one file contradict each other', () => {
    law((those) => {
      const last = those.at(-1)!;
      const known = knownFacts(those.flat(), DATES.at(-1)!);
      const again = last.map((fact) => ({ ...fact, receivedAt: instant('2023-05-08T09:00:00Z') }));
      const kinds = last.map(
        ({ kind, values }) => `${kind} ${'supplier' in values && values.supplier}`,
      );
      fc.pre(new Set(kinds).size === kinds.length);
      expect([...newsIn(again, known)]).toEqual([]);
    });
  });

  test('leave what stands by itself: any part of it stands without the rest', () => {
    law((those) => {
      for (const at of DATES) {
        const known = knownFacts(those.flat(), at);
        for (const part of [known, known.filter((_, i) => i % 2 === 0), known.slice(1)]) {
          expect(receipts(knownFacts(part, at))).toEqual(receipts(part));
        }
      }
    });
  });

  test('are heard alike in any order and repeated, and by the independent checker', () => {
    law((those) => {
      const all = those.flat();
      for (const at of DATES) {
        const known = receipts(knownFacts(all, at));
        expect(receipts(knownFacts([...all].reverse().concat(all), at))).toEqual(known);
        const heard = all.filter(({ receivedAt }) => receivedAt <= at);
        expect(receipts([...lastWordsOf(heard).values()])).toEqual(known);
      }
    });
  });

  test('never leave a sender in contradiction with itself, but within one upload', () => {
    law((those) => {
      const known = knownFacts(those.flat(), DATES.at(-1)!);
      const settings = known.filter((fact) => fact.kind === 'default-access');
      for (const one of settings) {
        for (const other of settings) {
          const isTorn =
            one.values.supplier === other.values.supplier && one.values.on !== other.values.on;
          if (isTorn) expect(one.receivedAt).toBe(other.receivedAt);
        }
      }
    });
  });
});
